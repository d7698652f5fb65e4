import { type ReadEntry, termsOf } from "./product-entries";
import { doubleSlipKeys, slipKeys } from "./slip-keys";
import type { Sql } from "./sql";

/** Takes the products' part of all counts away. */
export async function takeOffCounts(sql: Sql, shop: string, ids: readonly string[]): Promise<void> {
  await sql.query(
    `WITH old AS (
       SELECT p."length", t."words", t."strong", t."things", t."brands"
       FROM "KnowledgeProduct" p JOIN "KnowledgeProductText" t USING ("number") WHERE p."shop" = $1 AND p."id" = ANY($2)
     ), held AS (
       SELECT "id", sum("isHeld") AS "held", sum("isThing") AS "things", sum("isBrand") AS "brands" FROM (
         SELECT unnest("strong") AS "id", 1 AS "isHeld", 0 AS "isThing", 0 AS "isBrand" FROM old
         UNION ALL SELECT unnest("things"), 0, 1, 0 FROM old
         UNION ALL SELECT unnest("brands"), 0, 0, 1 FROM old
       ) AS each GROUP BY "id"
     ), terms AS (
       UPDATE "KnowledgeTerm" t SET "held" = t."held" - held."held", "things" = t."things" - held."things", "brands" = t."brands" - held."brands"
       FROM held WHERE t."id" = held."id"
     ), shop AS (
       UPDATE "KnowledgeShop" SET "length" = "length" - coalesce((SELECT sum("length") FROM old), 0) WHERE "shop" = $1
     ), words AS (
       SELECT "word", count(*) AS "count" FROM (SELECT unnest("words") AS "word" FROM old) AS each GROUP BY "word"
     )
     UPDATE "KnowledgeWord" w SET "count" = w."count" - words."count" FROM words WHERE w."shop" = $1 AND w."word" = words."word"`,
    [shop, ids],
  );
}

/** Adds the products' part to all counts. */
export async function addCounts(sql: Sql, shop: string, entries: ReadEntry[]): Promise<void> {
  const held = countEach(entries.flatMap((entry) => termsOf(entry, true)));
  const things = countEach(entries.flatMap((entry) => entry.things));
  const brands = countEach(entries.flatMap((entry) => entry.brands));
  const ids = [...held.keys()];
  await sql.query(
    `UPDATE "KnowledgeTerm" t SET "held" = t."held" + row."held", "things" = t."things" + row."things", "brands" = t."brands" + row."brands"
     FROM unnest($1::int[], $2::int[], $3::int[], $4::int[]) AS row ("id", "held", "things", "brands") WHERE t."id" = row."id"`,
    [
      ids,
      ids.map((id) => held.get(id)),
      ids.map((id) => things.get(id) ?? 0),
      ids.map((id) => brands.get(id) ?? 0),
    ],
  );
  await sql.query(`UPDATE "KnowledgeShop" SET "length" = "length" + $2 WHERE "shop" = $1`, [
    shop,
    entries.reduce((sum, { length }) => sum + length, 0),
  ]);
  await addWords(sql, shop, countEach(entries.flatMap((entry) => entry.words)));
}

async function addWords(sql: Sql, shop: string, words: Map<string, number>): Promise<void> {
  const known = await sql.query<{ word: string }>(
    `UPDATE "KnowledgeWord" w SET "count" = w."count" + row."count" FROM unnest($2::text[], $3::int[]) AS row ("word", "count")
     WHERE w."shop" = $1 AND w."word" = row."word" RETURNING w."word"`,
    [shop, [...words.keys()], [...words.values()]],
  );
  for (const { word } of known) words.delete(word);
  const fresh = [...words.keys()];
  await sql.query(
    `INSERT INTO "KnowledgeWord" ("shop", "word", "count", "slips")
     SELECT $1, "word", "count", "slips"::int[] FROM unnest($2::text[], $3::int[], $4::text[]) AS row ("word", "count", "slips")`,
    [
      shop,
      fresh,
      [...words.values()],
      fresh.map((word) => `{${[...slipKeys(shop, word), ...doubleSlipKeys(shop, word)].join(",")}}`),
    ],
  );
}

function countEach<Item>(items: Item[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
