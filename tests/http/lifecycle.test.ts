import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../setup/database";
import { findTraces } from "../support/find-traces";
import { type RunningApp, startApp } from "../support/running-app";
import { ShopperClient } from "../support/shopper-client";
import { createWebhookClient } from "../support/webhook-client";

const SHOP = "aisle-dev.myshopify.com";
const SECRET = "lifecycle-test-secret";
const SECRET_WORDS = "the porcelain giraffe of my grandmother";
const VISITOR_EMAIL = "wanderer@visitor.example";

let database: TestDatabase;
let app: RunningApp;
let deliver: ReturnType<typeof createWebhookClient>;
let customers: { id: string; name: string; email: string }[];

beforeAll(async () => {
  database = await createTestDatabase();
  app = await startApp({ env: { DATABASE_URL: database.url, SHOPIFY_API_SECRET: SECRET } });
  deliver = createWebhookClient(app.appUrl, SECRET, SHOP);
  ({ customers } = await app.control<{ customers: typeof customers }>("customers"));
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.drop();
});

const count = async (table: string, where = "true"): Promise<number> =>
  Number((await database.sql.query(`SELECT count(*) FROM ${table} WHERE ${where}`)).rows[0].count);
const untilWorkedOff = () =>
  vi.waitFor(async () => expect(await count("jobs.job")).toBe(0), { timeout: 20_000, interval: 100 });
const customer = (position: number) => customers[position] ?? expect.fail("The store has too few customers");
const open = (customerId?: string) =>
  ShopperClient.open({ storefrontUrl: app.storefrontUrl, ...(customerId && { customerId }) });

/** Two customers and a visitor leave everything behind that Aisle keeps. */
async function leaveTraces(): Promise<void> {
  for (const { id, email } of [customer(0), customer(1)]) {
    const shopper = await open(id);
    const turn = await shopper.ask(`Where is my order? I think of ${SECRET_WORDS}.`);
    await shopper.feedback({ turnId: turn.turnId ?? "", rating: "up", comment: SECRET_WORDS });
    await shopper.handoff({ email, note: SECRET_WORDS });
  }
  const visitor = await open();
  await visitor.ask(`Please write to ${VISITOR_EMAIL} about ${SECRET_WORDS}`);
  await database.sql.query(
    `INSERT INTO "ShopSettings" (shop, version, settings) VALUES ($1, 1, $2) ON CONFLICT DO NOTHING`,
    [SHOP, JSON.stringify({ name: "Porcelain Paula" })],
  );
  await deliver({ topic: "customers/data_request", payload: { customer: { id: Number(customer(0).id) } } });
  await untilWorkedOff();
}

const traces = () =>
  findTraces(database.sql, [
    ...[SHOP, "aisle-dev", SECRET_WORDS, VISITOR_EMAIL, "Porcelain Paula"],
    ...customers.flatMap(({ id, email }) => [id, email]),
  ]);

test("the process takes up queued work at its start, before the first webhook", async () => {
  await vi.waitFor(async () => expect(await count("jobs.queue", "name = 'shop'")).toBe(1), {
    timeout: 10_000,
  });
});

describe("a delivery", () => {
  test.each(["signature", "no-signature", "body", "shop"])(
    "tampered with (%s) is not heard",
    async (tamper) => {
      const { answers } = await app.control<{ answers: { status: number }[] }>("webhooks", {
        topic: "shop/redact",
        tamper,
      });
      // Shopify signs the body alone, so another shop's name in a header cannot be noticed; it must only do no harm.
      const expected = tamper === "shop" ? 200 : 401;
      expect(answers.map(({ status }) => status)).toEqual([expected]);
      await untilWorkedOff();
      expect(await count('"Shop"')).toBe(1);
    },
  );

  test("signed with another secret is 401, also when nothing else is right", async () => {
    const stranger = createWebhookClient(app.appUrl, "not the secret", SHOP);
    expect(await stranger({ topic: "app/uninstalled", payload: {} })).toBe(401);
    expect(await stranger({ topic: "x", payload: {}, rawBody: "" })).toBe(401);
    expect(
      await deliver({ topic: "app/uninstalled", payload: {}, headers: { "X-Shopify-Hmac-Sha256": "" } }),
    ).toBe(401);
  });

  test.each(["X-Shopify-Topic", "X-Shopify-Shop-Domain", "X-Shopify-Webhook-Id"])(
    "without %s is malformed",
    async (header) => {
      expect(await deliver({ topic: "shop/redact", payload: {}, headers: { [header]: null } })).toBe(400);
    },
  );

  test("that is signed but no JSON is malformed", async () => {
    expect(await deliver({ topic: "shop/redact", payload: null, rawBody: "{" })).toBe(400);
  });

  test.each(["myshopify_domain", "domain", "shop_domain"])(
    "whose body names another shop than its header (%s) is taken and does nothing",
    async (field) => {
      const payload = { [field]: "other.myshopify.com" };
      expect(await deliver({ topic: "app/uninstalled", payload })).toBe(200);
      await untilWorkedOff();
      expect(await count('"Shop"')).toBe(1);
    },
  );

  test("of a megabyte and more is refused unread", async () => {
    const payload = { padding: "x".repeat(1024 * 1024) };
    expect(await deliver({ topic: "products/update", payload })).toBe(413);
  });

  test("of an unknown topic, or with an unforeseen payload, is taken and does nothing", async () => {
    expect(await deliver({ topic: "orders/edited", payload: { id: 1 } })).toBe(200);
    for (const payload of [null, [], 7, { customer: "none" }, { customer: { id: {} } }]) {
      expect(await deliver({ topic: "customers/redact", payload })).toBe(200);
    }
    await untilWorkedOff();
  });

  test("is asked for by POST alone", async () => {
    const response = await fetch(`${app.appUrl}/webhooks`);
    expect([response.status, response.headers.get("Allow")]).toEqual([405, "POST"]);
  });

  test("that comes many times, also at once, is worked off once", async () => {
    const before = await count('"DataRequest"');
    const delivery = {
      topic: "customers/data_request",
      payload: { customer: { id: Number(customer(2).id) } },
      eventId: randomUUID(),
    };
    const statuses = await Promise.all(Array.from({ length: 8 }, () => deliver(delivery)));
    expect(new Set(statuses)).toEqual(new Set([200]));
    await untilWorkedOff();
    expect(await deliver(delivery)).toBe(200);
    await untilWorkedOff();
    expect(await count('"DataRequest"')).toBe(before + 1);
  });
});

describe("what Aisle keeps", () => {
  beforeEach(async () => {
    await app.control("install", {});
    await leaveTraces();
    expect((await traces()).length).toBeGreaterThan(5);
  });

  test("of one customer goes when she asks, and of nobody else", async () => {
    const { id, email } = customer(0);
    const gone = await count('"Conversation"', `"customerId" = '${id}'`);
    const all = await count('"Conversation"');
    expect(gone).toBeGreaterThan(0);
    await deliver({ topic: "customers/redact", payload: { customer: { id: Number(id), email } } });
    await untilWorkedOff();
    expect(await findTraces(database.sql, [id, email])).toEqual([]);
    expect(await count('"Conversation"')).toBe(all - gone);
    expect(await findTraces(database.sql, [customer(1).id])).not.toEqual([]);
  });

  test("of a visitor who wrote an address goes with that address", async () => {
    await deliver({ topic: "customers/redact", payload: { customer: { id: 1, email: VISITOR_EMAIL } } });
    await untilWorkedOff();
    expect(await findTraces(database.sql, [VISITOR_EMAIL])).toEqual([]);
    expect(await findTraces(database.sql, [customer(0).id])).not.toEqual([]);
  });

  test("is gone to the last trace after an uninstall, and a new start is a clean one", async () => {
    const { answers } = await app.control<{ answers: { status: number }[] }>("uninstall", {});
    expect(answers.map(({ status }) => status)).toEqual([200]);
    await vi.waitFor(async () => expect(await traces()).toEqual([]), { timeout: 20_000, interval: 200 });
    const refused = await (await open(customer(0).id)).session();
    expect(refused.status).toBeGreaterThanOrEqual(400);

    await app.control("install", {});
    const session = await (await open(customer(0).id)).session();
    expect([session.status, session.body.messages]).toEqual([200, []]);
    expect(session.body.greeting).not.toContain("Porcelain Paula");
    expect(await findTraces(database.sql, [SECRET_WORDS, "Porcelain Paula"])).toEqual([]);
  });

  test("goes too when the redaction of an uninstalled shop comes without an uninstall before it", async () => {
    // The uninstall's webhook is lost: the store revokes the token, and the app hears of it only two days later.
    await app.control("faults", { kind: "error", status: 401 });
    await deliver({ topic: "shop/redact", payload: { shop_domain: SHOP } });
    await untilWorkedOff();
    await app.control("faults", { kind: "none" });
    expect(await traces()).toEqual([]);
  });

  test("is what the merchant set, and nothing of her shoppers, when a late redaction meets a new installation", async () => {
    await deliver({ topic: "shop/redact", payload: { shop_domain: SHOP } });
    await untilWorkedOff();
    expect(await findTraces(database.sql, [SECRET_WORDS, VISITOR_EMAIL, customer(0).id])).toEqual([]);
    expect(await findTraces(database.sql, ["Porcelain Paula"])).toEqual([
      "public.ShopSettings: Porcelain Paula",
    ]);
    expect((await (await open()).session()).status).toBe(200);
  });

  test("stays when an uninstall arrives that was sent before the shop came back", async () => {
    const { rows } = await database.sql.query('SELECT "installedAt" FROM "Shop"');
    const triggeredAt = new Date(rows[0].installedAt.getTime() - 60_000);
    await deliver({ topic: "app/uninstalled", payload: {}, triggeredAt });
    await untilWorkedOff();
    expect(await findTraces(database.sql, ["Porcelain Paula"])).not.toEqual([]);
  });

  test("of another shop stays when this one goes", async () => {
    await database.sql.query(
      `INSERT INTO "Shop" (domain) VALUES ('other.myshopify.com') ON CONFLICT DO NOTHING`,
    );
    await app.control("uninstall", {});
    await vi.waitFor(async () => expect(await traces()).toEqual([]), { timeout: 20_000, interval: 200 });
    expect(await findTraces(database.sql, ["other.myshopify.com"])).toEqual([
      "public.Shop: other.myshopify.com",
    ]);
  });
});

describe("granted scopes", () => {
  test("are kept as the merchant changes them", async () => {
    await app.control("install", {});
    const { scopes } = await app.control<{ scopes: string[] }>("scopes");
    const fewer = scopes.filter((scope) => scope !== "read_themes");
    await app.control("scopes", { scopes: fewer });
    await untilWorkedOff();
    const { rows } = await database.sql.query('SELECT scope FROM "Session" WHERE "isOnline" = false');
    expect(rows.map(({ scope }) => scope.split(",").sort())).toEqual([[...fewer].sort()]);
    await app.control("scopes", { scopes });
  });
});
