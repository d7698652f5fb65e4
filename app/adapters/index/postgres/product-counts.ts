import type { ReadEntry } from "./product-entries";
import type { Sql } from "./sql";

/** Takes the products' postings and their part of all counts away. */
export async function takeOffCounts(sql: Sql, shop: string, ids: readonly string[]): Promise<void> {
  await sql.query(
    `WITH old AS (
       SELECT p."number", p."length", t."words", p."strong", t."impacts", t."things", t."brands"
       FROM "KnowledgeProduct" p JOIN "KnowledgeProductText" t USING ("number") WHERE p."shop" = $1 AND p."id" = ANY($2)
     ), postings AS (
       DELETE FROM "KnowledgePosting" USING (
         SELECT "number", unnest("strong") AS "oldTerm", unnest("impacts")::smallint AS "oldImpact" FROM old
       ) AS gone WHERE "term" = "oldTerm" AND "impact" = "oldImpact" AND "product" = "number"
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

/** Adds the products' part to all counts; their postings are written with them. */
export async function addCounts(sql: Sql, shop: string, entries: ReadEntry[]): Promise<void> {
  const held = countEach(entries.flatMap(({ strong }) => strong));
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
  const words = countEach(entries.flatMap((entry) => entry.words));
  await sql.query(
    `INSERT INTO "KnowledgeWord" ("shop", "word", "count") SELECT $1, * FROM unnest($2::text[], $3::int[])
     ON CONFLICT ("shop", "word") DO UPDATE SET "count" = "KnowledgeWord"."count" + excluded."count"`,
    [shop, [...words.keys()], [...words.values()]],
  );
}

function countEach<Item>(items: Item[]): Map<Item, number> {
  const counts = new Map<Item, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}
