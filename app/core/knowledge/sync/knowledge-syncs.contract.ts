import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { SyncTask } from "./knowledge-sync";
import type { KnowledgeSyncs } from "./knowledge-syncs";

export interface SyncsUnderTest {
  syncs: KnowledgeSyncs;
  addShop(shop: string): Promise<void>;
  removeShop(shop: string): Promise<void>;
  /** A shopper of the shop writes. */
  converse(shop: string, at: Date): Promise<void>;
  close?(): Promise<void>;
}

const SHOP = "fernway.myshopify.com";
const PACE = { activeEveryMs: 10_000, activeMs: 300_000, idleEveryMs: 3_600_000 };
const LEASE = 30_000;
const START = new Date("2026-11-21T12:00:00.000Z");
const at = (seconds: number) => new Date(START.getTime() + seconds * 1000);

/** What every store of syncs must do. `create` gives an empty one. */
export function describeKnowledgeSyncs(name: string, create: () => Promise<SyncsUnderTest>): void {
  describe(name, () => {
    let tested: SyncsUnderTest;
    let syncs: KnowledgeSyncs;
    beforeEach(async () => {
      tested = await create();
      syncs = tested.syncs;
      await tested.addShop(SHOP);
    });
    afterEach(() => tested.close?.());

    const claim = (seconds: number) => syncs.claim(PACE, LEASE, at(seconds));
    const requireTask = async (seconds: number): Promise<SyncTask> =>
      (await claim(seconds)) ?? expect.fail("Nothing was due");
    /** Both parts known and checked at the start. */
    async function finishAll(): Promise<void> {
      await syncs.ensure(SHOP);
      for (const _ of ["documents", "products"]) {
        const changes = { state: "done" as const, finishedAt: at(0), checkedAt: at(0) };
        await syncs.release(await requireTask(0), changes, at(0));
      }
      expect(await claim(0)).toBeNull();
    }

    it("knows nothing of a shop that is not installed", async () => {
      await syncs.ensure("other.myshopify.com");
      await syncs.request("other.myshopify.com", "products");
      await syncs.wake("other.myshopify.com", "products");
      expect(await syncs.list("other.myshopify.com")).toEqual([]);
      expect(await claim(0)).toBeNull();
    });

    it("lets a new shop wait for both parts, once", async () => {
      await syncs.ensure();
      await syncs.ensure(SHOP);
      expect(await syncs.list(SHOP)).toMatchObject([
        { scope: "documents", state: "waiting", generation: 0, finishedAt: null, problem: null },
        { scope: "products", state: "waiting", generation: 0, finishedAt: null, problem: null },
      ]);
    });

    it("gives each piece of work to one worker, also when many ask at once", async () => {
      await syncs.ensure(SHOP);
      const claimed = await Promise.all(Array.from({ length: 8 }, () => claim(0)));
      const scopes = claimed.flatMap((task) => (task ? [task.sync.scope] : []));
      expect(scopes.sort()).toEqual(["documents", "products"]);
    });

    it("takes up what a crashed worker held when its lease ends, and hears that one no more", async () => {
      await syncs.ensure(SHOP);
      const crashed = [await requireTask(0), await requireTask(0)];
      expect(await claim(29)).toBeNull();
      const taken = [await requireTask(31), await requireTask(31)];
      expect(taken.map(({ sync }) => sync.scope).sort()).toEqual(["documents", "products"]);
      for (const task of crashed) {
        expect(await syncs.save(task, { read: 99 }, LEASE, at(32))).toBe(false);
        expect(await syncs.release(task, { state: "done" }, at(32))).toBe(false);
      }
      expect((await syncs.list(SHOP)).map(({ read }) => read)).toEqual([0, 0]);
    });

    it("keeps a lease that is prolonged, and where the work stands", async () => {
      await syncs.ensure(SHOP);
      await requireTask(0);
      const task = await requireTask(0);
      const position = { kind: "export" as const, exportId: "gid://x/1", lines: 400 };
      const marks = { newest: "2026-11-20T00:00:00Z", excess: 2, suspect: null, documents: { a: "b" } };
      const changes = { state: "reading" as const, generation: 3, read: 200, expected: 900, position, marks };
      expect(await syncs.save(task, { ...changes, startedAt: at(1) }, LEASE, at(20))).toBe(true);
      await syncs.save(task, { read: 300 }, LEASE, at(45));
      expect((await claim(50))?.sync.scope).not.toBe(task.sync.scope);
      expect(await claim(74)).toBeNull();
      expect(await requireTask(76)).toMatchObject({
        sync: { state: "reading", generation: 3, read: 300, expected: 900, startedAt: at(1) },
        position,
        marks,
      });
    });

    it("lets what was given back rest until it is due, or woken", async () => {
      await syncs.ensure(SHOP);
      const task = await requireTask(0);
      await requireTask(0);
      await syncs.release(task, { state: "failed", problem: "throttled", failures: 2 }, at(20));
      expect(await claim(19)).toBeNull();
      await syncs.wake(SHOP, task.sync.scope);
      expect(await requireTask(19)).toMatchObject({ failures: 2, sync: { problem: "throttled" } });
    });

    it("does not wake what somebody works on", async () => {
      await syncs.ensure(SHOP);
      const task = await requireTask(0);
      await requireTask(0);
      await syncs.wake(SHOP, task.sync.scope);
      expect(await claim(1)).toBeNull();
      expect(await syncs.save(task, {}, LEASE, at(2))).toBe(true);
    });

    it("asks a shop for changes every hour, and every few seconds while its shoppers write", async () => {
      await finishAll();
      expect(await claim(3599)).toBeNull();
      await tested.converse(SHOP, at(3000));
      expect(await requireTask(3100)).toMatchObject({ sync: { state: "done" } });
      await requireTask(3100);
      expect(await claim(3100)).toBeNull();
    });

    it("asks an idle shop when an hour has passed, or when it was woken", async () => {
      await finishAll();
      await syncs.wake(SHOP, "documents");
      expect(await requireTask(5)).toMatchObject({ sync: { scope: "documents", finishedAt: at(0) } });
      expect(await claim(5)).toBeNull();
      expect(await requireTask(3601)).not.toBeNull();
    });

    it("begins anew what was asked for again, but lets what is under way go on", async () => {
      await finishAll();
      await syncs.request(SHOP, "products");
      const task = await requireTask(1);
      expect(task).toMatchObject({ sync: { scope: "products", state: "waiting", finishedAt: at(0) } });
      const position = { kind: "pages" as const, after: "x" };
      await syncs.save(task, { state: "reading", position }, LEASE, at(1));
      await syncs.request(SHOP, "products");
      expect(await syncs.save(task, {}, LEASE, at(2))).toBe(true);
      await syncs.release(task, { state: "failed" }, at(1000));
      await syncs.request(SHOP, "products");
      expect(await requireTask(3)).toMatchObject({ position: null, sync: { state: "waiting" } });
    });

    it("ends the work when the shop is gone, also when it came back", async () => {
      await syncs.ensure(SHOP);
      const task = await requireTask(0);
      await tested.removeShop(SHOP);
      expect(await syncs.save(task, {}, LEASE, at(1))).toBe(false);
      await tested.addShop(SHOP);
      await syncs.ensure(SHOP);
      expect(await syncs.save(task, {}, LEASE, at(1))).toBe(false);
      expect(await syncs.list(SHOP)).toHaveLength(2);
    });
  });
}
