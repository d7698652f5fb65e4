import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ModelSpending } from "~/core/conversation/conversation";
import { result } from "~/core/conversation/fakes/turn-result";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createConversationRepository } from "./conversation-repository";
import { createDatabase } from "./database";
import { createLedger } from "./ledger";

const SHOP = "ledger.example";
const NOON = new Date("2026-11-21T12:00:00.000Z");
const hours = (count: number) => new Date(NOON.getTime() + count * 3_600_000);

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
  await database.sql.query(`INSERT INTO "Shop" ("domain") VALUES ($1), ('other.example')`, [SHOP]);
}, 60_000);
afterAll(() => database.drop());

const spent = (model: string, costMicros: number, changes: Partial<ModelSpending> = {}): ModelSpending => ({
  ...{ model, inputTokens: 100, cachedInputTokens: 40, outputTokens: 10, costMicros, refused: false },
  ...changes,
});

async function endTurn(
  at: Date,
  spending: ModelSpending[],
  { shop = SHOP, customerId = null as string | null, conversationId = randomUUID() } = {},
) {
  const conversations = createConversationRepository(createDatabase(database.sql));
  if (!(await conversations.findConversation(shop, conversationId)))
    await conversations.createConversation({
      ...{ id: conversationId, shop, customerId, channel: "storefront", locale: "en" },
      ...{ status: "open", createdAt: at, activeAt: at },
    });
  const turnId = randomUUID();
  const lease = { leaseOwner: "test", leaseUntil: hours(99) };
  const message = { messageId: randomUUID(), clientId: randomUUID(), text: "hi", at, maxRunning: 3 };
  await conversations.beginTurn({ conversationId, turnId, ...message, ...lease });
  const came = result({ spending, ceiling: spending.some(({ refused }) => refused) ? "day" : null });
  expect(await conversations.endTurn(turnId, "test", randomUUID(), came, at)).toBe(true);
  return { conversationId, turnId };
}

describe("the ledger", () => {
  it("adds up what the turns of a day took, by model, and keeps shops apart", async () => {
    await endTurn(NOON, [spent("gpt", 500), spent("claude", 0, { inputTokens: 0, refused: true })]);
    await endTurn(hours(1), [spent("gpt", 700)]);
    await endTurn(NOON, [spent("gpt", 9_000)], { shop: "other.example" });
    expect(await createLedger(createDatabase(database.sql)).readDays(SHOP, NOON, NOON)).toEqual([
      {
        ...{ day: "2026-11-21", model: "claude", turns: 0, inputTokens: 0, cachedInputTokens: 40 },
        ...{ outputTokens: 10, costMicros: 0, refusals: 1 },
      },
      {
        ...{ day: "2026-11-21", model: "gpt", turns: 2, inputTokens: 200, cachedInputTokens: 80 },
        ...{ outputTokens: 20, costMicros: 1_200, refusals: 0 },
      },
    ]);
  });

  it("tells what a shopper and her shop spent before, by day and month", async () => {
    const ledger = createLedger(createDatabase(database.sql));
    const customer = { customerId: "77" };
    await endTurn(hours(-24 * 30), [spent("gpt", 50_000)], customer);
    await endTurn(hours(-24 * 10), [spent("gpt", 3_000)], customer);
    await endTurn(hours(-2), [spent("gpt", 20)], customer);
    const { conversationId } = await endTurn(hours(-1), [spent("gpt", 30)], customer);
    const visitor = await endTurn(hours(-1), [spent("gpt", 4)]);
    expect(await ledger.readSpent({ shop: SHOP, conversationId, ...customer }, NOON)).toEqual({
      shopperDay: 50,
      day: 1_254,
      month: 4_254,
    });
    const unknown = { shop: SHOP, conversationId: visitor.conversationId, customerId: null };
    expect((await ledger.readSpent(unknown, NOON)).shopperDay).toBe(4);
  });

  it("keeps a turn's own cost and the ceiling that it met", async () => {
    const { turnId } = await endTurn(hours(48), [spent("gpt", 12), spent("m", 0, { refused: true })]);
    const { rows } = await database.sql.query(
      `SELECT "costMicros"::int, "cachedInputTokens", "ceiling" FROM "Turn" WHERE "id" = $1`,
      [turnId],
    );
    expect(rows).toEqual([{ costMicros: 12, cachedInputTokens: 80, ceiling: "day" }]);
  });

  it("forgets everything with the shop", async () => {
    await database.sql.query(`DELETE FROM "Shop" WHERE "domain" = 'other.example'`);
    const ledger = createLedger(createDatabase(database.sql));
    expect(await ledger.readDays("other.example", hours(-9_999), hours(9_999))).toEqual([]);
  });
});
