import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { describeKnowledgeSyncs } from "~/core/knowledge/sync/knowledge-syncs.contract";
import { createTestDatabase, type TestDatabase } from "../../../../tests/setup/database";
import { createDatabase } from "./database";
import { createKnowledgeSyncs } from "./knowledge-syncs";
import { createShopAnswerRepository } from "./shop-answers";
import { createShopSynonymRepository } from "./shop-synonyms";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const run = (text: string, values: unknown[]) => createDatabase(database.sql).query(text, values);
const addShop = (shop: string) =>
  run('INSERT INTO "Shop" ("domain") VALUES ($1) ON CONFLICT DO NOTHING', [shop]).then(() => {});
const removeShop = (shop: string) => run('DELETE FROM "Shop" WHERE "domain" = $1', [shop]).then(() => {});

describeKnowledgeSyncs("syncs in PostgreSQL", async () => {
  await run('DELETE FROM "Shop"', []);
  return {
    syncs: createKnowledgeSyncs(createDatabase(database.sql)),
    addShop,
    removeShop,
    async converse(shop, at) {
      await run('INSERT INTO "Conversation" ("id", "shop", "activeAt") VALUES ($1, $2, $3)', [
        randomUUID(),
        shop,
        at,
      ]);
    },
  };
});

describe("syncs in PostgreSQL", () => {
  it("takes a cursor that another version wrote for none", async () => {
    await run('DELETE FROM "Shop"', []);
    await addShop("a.example");
    const syncs = createKnowledgeSyncs(createDatabase(database.sql));
    await syncs.ensure();
    await run(`UPDATE "KnowledgeSync" SET "cursor" = '{"position": {"kind": "moon"}, "marks": 7}'`, []);
    const pace = { activeEveryMs: 1, activeMs: 1, idleEveryMs: 1 };
    expect(await syncs.claim(pace, 1000, new Date())).toMatchObject({
      position: null,
      marks: { newest: null, documents: {} },
      failures: 0,
    });
  });
});

describe("answers and synonyms in PostgreSQL", () => {
  const answers = () => createShopAnswerRepository(createDatabase(database.sql));
  const synonyms = () => createShopSynonymRepository(createDatabase(database.sql));
  const answer = (id: string, question = "Do you engrave?") => ({
    id,
    question,
    answer: "Yes.",
    updatedAt: new Date("2026-11-01T00:00:00Z"),
  });

  it("keeps a shop's apart from another's, and nothing of a shop that is gone", async () => {
    await run('DELETE FROM "Shop"', []);
    for (const shop of ["a.example", "b.example"]) await addShop(shop);
    const id = randomUUID();
    expect(await answers().save("a.example", answer(id), 10)).toBe(true);
    expect(await answers().save("b.example", answer(id, "Mine now?"), 10)).toBe(false);
    expect(await answers().remove("b.example", id)).toBe(false);
    expect(await answers().remove("a.example", "'; DROP TABLE")).toBe(false);
    expect(await answers().list("a.example")).toEqual([answer(id)]);
    expect(await synonyms().save("a.example", [["sofa", "couch"]], new Date())).toBe(true);
    expect(await synonyms().load("b.example")).toEqual([]);
    await removeShop("a.example");
    expect(await answers().save("a.example", answer(randomUUID()), 10)).toBe(false);
    expect(await synonyms().save("a.example", [], new Date())).toBe(false);
    await addShop("a.example");
    expect(await answers().list("a.example")).toEqual([]);
    expect(await synonyms().load("a.example")).toEqual([]);
  });

  it("takes no more answers than the limit, and changes to those there are", async () => {
    await addShop("c.example");
    const ids = [randomUUID(), randomUUID()];
    for (const id of ids) expect(await answers().save("c.example", answer(id), 2)).toBe(true);
    expect(await answers().save("c.example", answer(randomUUID()), 2)).toBe(false);
    expect(await answers().save("c.example", answer(ids[0] ?? "", "New?"), 2)).toBe(true);
    expect(await answers().list("c.example")).toHaveLength(2);
    expect(await answers().remove("c.example", ids[1] ?? "")).toBe(true);
  });
});
