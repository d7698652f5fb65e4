import { setTimeout as sleep } from "node:timers/promises";
import type { SessionStorage } from "@shopify/shopify-app-session-storage";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createOfflineSessions } from "~/adapters/stores/shopify/offline-sessions";
import { type InstalledShop, SHOP, startInstalledShop } from "./installed-shop";

let shop: InstalledShop;
beforeAll(async () => {
  shop = await startInstalledShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  await shop.install();
});

/** As an hour after it was handed out. */
async function letTokenEnd(): Promise<void> {
  const session = await shop.storage.loadSession(shop.api.session.getOfflineId(SHOP));
  if (!session) return expect.fail("There is no session");
  session.expires = new Date(Date.now() + 60_000);
  await shop.storage.storeSession(session);
}

const startReplica = (storage: SessionStorage = shop.storage) =>
  createOfflineSessions({ api: shop.api, storage });

/** The same storage, which counts what is stored, and takes its time with it. */
function watch(delay = 0) {
  const stored: string[] = [];
  const storage: SessionStorage = {
    ...shop.storage,
    async storeSession(session) {
      await sleep(delay);
      stored.push(session.accessToken ?? "");
      return shop.storage.storeSession(session);
    },
  };
  return { stored, storage };
}

describe("a shop's token", () => {
  test("is used as it is while it lasts", async () => {
    const { stored, storage } = watch();
    const session = await startReplica(storage).requireSession(SHOP);
    expect(session.accessToken).toMatch(/^shpat_/);
    expect(stored).toEqual([]);
  });

  test("is refreshed once before it ends, however many ask at once", async () => {
    const old = (await startReplica().requireSession(SHOP)).accessToken;
    await letTokenEnd();
    const { stored, storage } = watch(50);
    const replica = startReplica(storage);
    const sessions = await Promise.all(Array.from({ length: 10 }, () => replica.requireSession(SHOP)));
    expect(stored).toHaveLength(1);
    expect(new Set(sessions.map(({ accessToken }) => accessToken))).toEqual(new Set(stored));
    expect(stored[0]).not.toBe(old);
    expect(shop.store.context.oauth.findGrant(stored[0] ?? "")).not.toBeNull();
  });

  test("is refreshed by one of two replicas; the other takes that one's, also when it is stored late", async () => {
    await letTokenEnd();
    const { stored, storage } = watch(300);
    const sessions = await Promise.all([
      startReplica(storage).requireSession(SHOP),
      startReplica(storage).requireSession(SHOP),
    ]);
    expect(stored).toHaveLength(1);
    expect(sessions.map(({ accessToken }) => accessToken)).toEqual([stored[0], stored[0]]);
  });

  test("is stored encrypted, and one that cannot be read counts as absent", async () => {
    const { rows } = await shop.database.sql.query('SELECT "accessToken", "refreshToken" FROM "Session"');
    expect(JSON.stringify(rows)).not.toMatch(/shpat_|shprt_/);
    const replica = startReplica(shop.storageWithAnotherKey());
    expect(await replica.findSession(SHOP)).toBeNull();
    await expect(replica.requireSession(SHOP)).rejects.toMatchObject({ status: 401, isRetryable: false });
  });

  test("that was revoked by an uninstall cannot be refreshed, and trying again is of no use", async () => {
    await letTokenEnd();
    shop.store.context.oauth.revokeAll();
    await expect(startReplica().requireSession(SHOP)).rejects.toMatchObject({
      status: 400,
      isRetryable: false,
    });
  });

  test("is kept in memory for seconds, or until it is to be forgotten", async () => {
    const replica = startReplica();
    await replica.requireSession(SHOP);
    await shop.storage.deleteSession(shop.api.session.getOfflineId(SHOP));
    expect(await replica.findSession(SHOP)).not.toBeNull();
    replica.forget(SHOP);
    expect(await replica.findSession(SHOP)).toBeNull();
  });

  test("of one shop is never another's", async () => {
    expect(await startReplica().findSession("other.myshopify.com")).toBeNull();
  });
});
