import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeConversationRepository } from "~/core/conversation/conversation-repository.contract";
import { DEFAULT_SETTINGS } from "~/core/settings/settings";
import { VendorError } from "~/lib/errors";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createConversationRepository } from "./conversation-repository";
import { createDatabase, type Database } from "./database";
import { createHandoffRepository } from "./handoff-repository";
import { createSettingsRepository } from "./settings-repository";
import { createShopRepository } from "./shop-repository";
import { toStorableJson, toStorableText } from "./storable";

const SHOPS = ["contract-a.myshopify.com", "contract-b.myshopify.com"] as const;
const [SHOP, OTHER_SHOP] = SHOPS;
const AT = new Date("2026-11-21T12:00:00.123Z");
const PROFILE = {
  domain: SHOP,
  name: "Contract",
  currency: "EUR",
  timezone: "Europe/Berlin",
  contactEmail: "hi@contract.example",
  storefrontUrl: "https://contract.example",
};

let database: Database;
let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  database = createDatabase(testDatabase.sql);
});
afterAll(async () => {
  await testDatabase.drop();
});

async function freshShops(): Promise<void> {
  const shops = createShopRepository(database);
  for (const shop of SHOPS) {
    await shops.removeShop(shop);
    await shops.ensureShop(shop, AT, null);
  }
}

/** Lets nobody pass before `count` have come; whoever comes later passes at once. */
function createBarrier(count: number): () => Promise<void> {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  let come = 0;
  return () => {
    come += 1;
    if (come === count) open();
    return opened;
  };
}

describeConversationRepository("conversations in PostgreSQL", async () => {
  await freshShops();
  return createConversationRepository(database);
});

describe("what PostgreSQL refuses", () => {
  it("is replaced in texts, and nothing else is", () => {
    expect(toStorableText("a\0b\ud83dc\udc00d😀\\u0000")).toBe("a\ufffdb\ufffdc\ufffdd😀\\u0000");
  });

  it.each(["a\0b", "\ud83d", "\\u0000", "\\\\u0000", "😀", "\\ud800", '"\0"', "\\\0"])(
    "is replaced in JSON: %j is taken by a jsonb column",
    async (text) => {
      const [row] = await database.query<{ value: unknown }>(`SELECT $1::jsonb AS "value"`, [
        toStorableJson({ [text]: [text] }),
      ]);
      expect(row?.value).toEqual({ [toStorableText(text)]: [toStorableText(text)] });
    },
  );

  it("keeps dates in UTC to the millisecond, whatever the time zone", async () => {
    const [row] = await database.query<{ at: Date }>(`SELECT $1::timestamp(3) AS "at"`, [AT]);
    expect(row?.at).toEqual(AT);
  });
});

describe("a database that does not answer", () => {
  it("is a VendorError, a wrong statement is not", async () => {
    const nowhere = new pg.Pool({ connectionString: "postgres://localhost:1/none" });
    const repository = createConversationRepository(createDatabase(nowhere));
    const failure = await repository.findRunningTurn(crypto.randomUUID()).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(VendorError);
    await nowhere.end();
    await expect(database.query("SELEC")).rejects.not.toBeInstanceOf(VendorError);
  });
});

describe("shops", () => {
  const shops = () => createShopRepository(database);

  it("are known from the installation on, and keep their first date", async () => {
    await freshShops();
    await shops().ensureShop(SHOP, new Date(), null);
    expect(await shops().findShop(SHOP)).toEqual({ installedAt: AT, profile: null, profileAt: null });
    expect(await shops().findShop("stranger.myshopify.com")).toBeNull();
  });

  it("begin anew when another installation is seen, and only then", async () => {
    await freshShops();
    const settings = createSettingsRepository(database);
    await settings.save(SHOP, 0, { ...DEFAULT_SETTINGS, name: "Old" });
    await shops().ensureShop(SHOP, new Date(), "gid://1");
    expect((await settings.load(SHOP)).settings.name).toBe("Old");
    await shops().ensureShop(SHOP, new Date(), null);
    await shops().ensureShop(SHOP, new Date(), "gid://1");
    expect((await settings.load(SHOP)).settings.name).toBe("Old");
    await shops().ensureShop(SHOP, new Date(), "gid://2");
    expect((await settings.load(SHOP)).version).toBe(0);
  });

  it("are found by the origins of their storefront alone", async () => {
    await freshShops();
    await shops().saveProfile(PROFILE, ["https://contract.example", `https://${SHOP}`], AT);
    expect(await shops().findShop(SHOP)).toEqual({ installedAt: AT, profile: PROFILE, profileAt: AT });
    expect(await shops().isStorefrontOrigin("https://contract.example")).toBe(true);
    expect(await shops().isStorefrontOrigin(`https://${SHOP}`, SHOP)).toBe(true);
    expect(await shops().isStorefrontOrigin("https://contract.example", OTHER_SHOP)).toBe(false);
    for (const origin of ["http://contract.example", "https://contract.example.evil.example", "null", ""])
      expect(await shops().isStorefrontOrigin(origin)).toBe(false);
  });

  it("take everything with them when they are removed", async () => {
    await freshShops();
    expect(await shops().removeShop(SHOP)).toBe(true);
    expect(await shops().removeShop(SHOP)).toBe(false);
  });
});

describe("a shop that was uninstalled a moment ago", () => {
  it("takes nothing more, from whomever and for whichever purpose: each is told that it is gone", async () => {
    await freshShops();
    await createShopRepository(database).removeShop(SHOP);
    const additions = [
      () =>
        createConversationRepository(database).createConversation({
          ...{ id: crypto.randomUUID(), shop: SHOP, customerId: null, channel: "storefront", locale: "en" },
          ...{ status: "open", createdAt: AT, activeAt: AT },
        }),
      () => createSettingsRepository(database).save(SHOP, 0, DEFAULT_SETTINGS),
    ];
    for (const add of additions) await expect(add()).rejects.toMatchObject({ status: 404 });
  });

  it("takes no request for a person in one of its conversations", async () => {
    await freshShops();
    const request = {
      ...{
        id: crypto.randomUUID(),
        conversationId: crypto.randomUUID(),
        shop: SHOP,
        reason: "wants a person",
      },
      ...{ email: null, note: null, summary: "", createdAt: AT, emailedAt: null, resolvedAt: null },
    };
    await expect(createHandoffRepository(database).open(request)).rejects.toMatchObject({ status: 404 });
  });

  it("lets nobody wait for ever: of two that wait for each other, one is told to try again", async () => {
    await freshShops();
    const bothHold = createBarrier(2);
    const outcomes = await Promise.all(
      [SHOPS, SHOPS.toReversed()].map((order) =>
        database
          .transaction(async (transaction) => {
            for (const shop of order) {
              await transaction.query(`UPDATE "Shop" SET "name" = 'locked' WHERE "domain" = $1`, [shop]);
              await bothHold();
            }
          })
          .catch((error: unknown) => error),
      ),
    );
    expect(outcomes.filter(Boolean)).toEqual([expect.objectContaining({ isRetryable: true })]);
  });
});

describe("settings", () => {
  it("are the defaults until saved, then the newest version; a second writer is told that hers are stale", async () => {
    await freshShops();
    const settings = createSettingsRepository(database);
    expect(await settings.load(SHOP)).toEqual({ version: 0, settings: DEFAULT_SETTINGS });
    const saves = await Promise.all(
      ["A", "B"].map((name) => settings.save(SHOP, 0, { ...DEFAULT_SETTINGS, name })),
    );
    expect(saves.map((save) => save.status).sort()).toEqual(["saved", "stale"]);
    expect(saves.every((save) => save.version === 1)).toBe(true);
    expect((await settings.load(SHOP)).version).toBe(1);
    expect((await settings.load(OTHER_SHOP)).version).toBe(0);
  });

  it("fall back field by field where another version of the app wrote them", async () => {
    await freshShops();
    await database.query(`INSERT INTO "ShopSettings" ("shop", "version", "settings") VALUES ($1, 1, $2)`, [
      SHOP,
      JSON.stringify({ name: "Nora", tone: "sarcastic", tools: { my_orders: false }, future: 1 }),
    ]);
    const { settings } = await createSettingsRepository(database).load(SHOP);
    expect(settings).toMatchObject({ name: "Nora", tone: DEFAULT_SETTINGS.tone });
    expect(settings.tools).toMatchObject({ my_orders: false, hand_over: true });
  });
});

describe("requests for a person", () => {
  it("are open once in a conversation, gather what is added, and end for their own shop only", async () => {
    await freshShops();
    const conversations = createConversationRepository(database);
    const handoffs = createHandoffRepository(database);
    const conversationId = crypto.randomUUID();
    await conversations.createConversation({
      ...{ id: conversationId, shop: SHOP, customerId: null, channel: "storefront", locale: "en" },
      ...{ status: "open", createdAt: AT, activeAt: AT },
    });
    const request = (email: string | null, note: string | null) => ({
      ...{ id: crypto.randomUUID(), conversationId, shop: SHOP, reason: "wants a person", email, note },
      ...{ summary: "s", createdAt: AT, emailedAt: null, resolvedAt: null },
    });
    const opened = await Promise.all([
      handoffs.open(request("a@shopper.example", null)),
      handoffs.open(request(null, "call me")),
    ]);
    expect(opened.map((answer) => answer.isNew).sort()).toEqual([false, true]);
    expect(await handoffs.listOpen(OTHER_SHOP)).toEqual([]);
    const [open, ...rest] = await handoffs.listOpen(SHOP);
    expect(rest).toEqual([]);
    expect(open).toMatchObject({ conversationId, email: "a@shopper.example", note: "call me", shop: SHOP });
    expect((await conversations.findConversation(SHOP, conversationId))?.status).toBe("handed-off");

    const crowd = await Promise.all(
      Array.from({ length: 30 }, (_, index) => handoffs.open(request(null, `${index} ${"x".repeat(1_000)}`))),
    );
    expect(crowd.some(({ isNew }) => isNew)).toBe(false);
    const [full, ...more] = await handoffs.listOpen(SHOP);
    expect(more).toEqual([]);
    expect(full?.note).toMatch(/^call me/);
    expect(full?.note?.length).toBeLessThanOrEqual(8_000);

    await handoffs.markEmailed(open?.id ?? "", AT);
    expect(await handoffs.resolve(OTHER_SHOP, open?.id ?? "", AT)).toBe(false);
    expect(await handoffs.resolve(SHOP, "x", AT)).toBe(false);
    expect(await handoffs.resolve(SHOP, open?.id ?? "", AT)).toBe(true);
    expect(await handoffs.resolve(SHOP, open?.id ?? "", AT)).toBe(false);
    expect(await handoffs.listOpen(SHOP)).toEqual([]);
    expect((await conversations.findConversation(SHOP, conversationId))?.status).toBe("open");
    expect(await handoffs.open(request(null, null))).toMatchObject({ isNew: true });
  });
});
