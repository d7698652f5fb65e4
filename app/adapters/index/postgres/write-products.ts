import { createHash } from "node:crypto";
import { type IndexedProduct, indexProduct } from "~/core/knowledge/product-ranking/index-product";
import type { Product } from "~/core/store/product";
import { fold } from "~/lib/words";
import { productMeasures } from "./product-measures";
import { countNew, lockShop, mainLanguages, type ShopState } from "./shop-lock";
import { type Sql, type SqlPool, storable } from "./sql";
import type { Stemmer } from "./stemmer";
import { ensureTerms, type TermIds } from "./terms";
import { textLanguages } from "./text-language";
import { encodeTitle, LEAD } from "./title-code";

/** Raised when products are indexed in another way, so that the next reading writes all of them anew. */
const FORMAT = 2;
/** Postings keep a share of 1 in thousandths. */
const IMPACT = 1_000;
/** Shopify ids grow with time; the handle of another platform's id has no age. */
const MAX_AGE = 9_000_000_000_000_000_000n;

/** Writes those that are new or changed, and gives the others the generation. Returns how many it wrote. */
export async function writeProducts(
  sql: SqlPool,
  stemmer: Stemmer,
  shop: string,
  products: readonly Product[],
  generation: number,
): Promise<number> {
  const unique = [...new Map(products.map((product) => [product.id, product])).values()];
  const entries = unique.map((product) => {
    const json = JSON.stringify(product, (_, value) => (typeof value === "string" ? storable(value) : value));
    return { product: JSON.parse(json) as Product, json, hash: hashOf(json) };
  });
  return sql.transaction(async (transaction) => {
    const state = await lockShop(transaction, shop);
    if (!state) return 0;
    const known = await findHashes(transaction, shop, entries);
    const changed = entries
      .filter(({ product, hash }) => known.get(product.id) !== hash)
      .map((entry) => ({ ...entry, isNew: !known.has(entry.product.id) }));
    const same = entries.filter(({ product, hash }) => known.get(product.id) === hash);
    await transaction.query(
      `UPDATE "KnowledgeProduct" SET "generation" = greatest("generation", $3) WHERE "shop" = $1 AND "id" = ANY($2)`,
      [shop, same.map(({ product }) => product.id), generation],
    );
    if (changed.length === 0) return 0;
    const read = await readAll(transaction, stemmer, shop, state, changed);
    await takeOffCounts(
      transaction,
      shop,
      changed.map(({ product }) => product.id),
    );
    const numbers = await upsertRows(transaction, shop, read, generation);
    await insertParts(transaction, read, numbers);
    await addCounts(transaction, shop, read);
    return changed.length;
  });
}

interface Entry {
  product: Product;
  json: string;
  hash: string;
}

interface ChangedEntry extends Entry {
  isNew: boolean;
}

/** A product as the tables keep it. */
interface ReadEntry extends Entry {
  /** Folded. */
  words: string[];
  title: number[];
  type: number[];
  terms: number[];
  counts: number[];
  length: number;
  strong: number[];
  impacts: number[];
  things: number[];
  brands: number[];
}

const hashOf = (json: string) => createHash("sha256").update(`${FORMAT} ${json}`).digest("base64");

async function findHashes(sql: Sql, shop: string, entries: Entry[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; hash: string }>(
    `SELECT "id", "hash" FROM "KnowledgeProduct" WHERE "shop" = $1 AND "id" = ANY($2)`,
    [shop, entries.map(({ product }) => product.id)],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

async function readAll(
  sql: Sql,
  stemmer: Stemmer,
  shop: string,
  state: ShopState,
  entries: ChangedEntry[],
): Promise<ReadEntry[]> {
  const [prior = "en"] = mainLanguages(state.languages);
  const { common, languages } = textLanguages(
    entries.map(({ product }) => `${product.title}. ${product.description}`),
    prior,
  );
  const indexed = entries.map(({ product }, at) => indexProduct(product, languages[at] ?? common));
  const fresh = languages.filter((_, at) => entries[at]?.isNew);
  await countNew(sql, shop, state.languages, fresh);
  const stems = new Map<string, string[]>();
  for (const language of new Set(languages)) {
    const words = indexed.flatMap((product, at) => (languages[at] === language ? allWords(product) : []));
    const found = await stemmer.stem(words, [...new Set([language, common])]);
    // A word that two languages share gets the stems of both, for all products of the batch.
    for (const [word, its] of found) stems.set(word, [...new Set([...(stems.get(word) ?? []), ...its])]);
  }
  const ids = await ensureTerms(sql, shop, [...new Set([...stems.values()].flat())]);
  return entries.map((entry, at) => toReadEntry(entry, indexed[at] as IndexedProduct, stems, ids));
}

function allWords({ strong, counts }: IndexedProduct): string[] {
  return [...strong.keys(), ...counts.keys()];
}

function toReadEntry(
  entry: Entry,
  indexed: IndexedProduct,
  stems: Map<string, string[]>,
  ids: TermIds,
): ReadEntry {
  const idsOf = (word: string) => (stems.get(word) ?? []).flatMap((stem) => ids.get(stem) ?? []);
  const impacts = new Map<number, number>();
  for (const [word, worth] of indexed.strong)
    for (const id of idsOf(word)) impacts.set(id, Math.max(impacts.get(id) ?? 0, worth));
  const counts = new Map<number, number>([...impacts.keys()].map((id) => [id, 0]));
  for (const [word, count] of indexed.counts)
    for (const id of idsOf(word)) counts.set(id, (counts.get(id) ?? 0) + count);
  return {
    ...entry,
    words: [...new Set(allWords(indexed).map((word) => fold(word).slice(0, 40)))],
    title: [
      ...encodeTitle(indexed.title, indexed.places, (word) => idsOf(word)[0]),
      LEAD,
      ...encodeTitle(indexed.lead, indexed.leadPlaces, (word) => idsOf(word)[0]),
    ],
    type: indexed.type.flatMap((word) => idsOf(word).slice(0, 1)),
    terms: [...counts.keys()],
    counts: [...counts.values()],
    length: [...counts.values()].reduce((sum, count) => sum + count, 0),
    strong: [...impacts.keys()],
    impacts: [...impacts.values()].map((worth) => Math.round(worth * IMPACT)),
    things: [...new Set([...indexed.things].flatMap(idsOf))],
    brands: [...new Set(indexed.vendor.flatMap(idsOf))],
  };
}

async function upsertRows(
  sql: Sql,
  shop: string,
  entries: ReadEntry[],
  generation: number,
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; number: number }>(
    `INSERT INTO "KnowledgeProduct"
       ("shop", "id", "generation", "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures", "title", "type", "strong", "terms", "counts", "length")
     SELECT $1, "id", $2, "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures"::text[], "title"::int[], "type"::int[], "strong"::int[], "terms"::int[], "counts"::int[], "length"
     FROM unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::boolean[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::int[])
       AS row ("id", "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures", "title", "type", "strong", "terms", "counts", "length")
     ON CONFLICT ("shop", "id") DO UPDATE SET
       "generation" = greatest("KnowledgeProduct"."generation", excluded."generation"), "hash" = excluded."hash",
       "age" = excluded."age", "minPrice" = excluded."minPrice", "maxPrice" = excluded."maxPrice",
       "available" = excluded."available", "vendor" = excluded."vendor", "named" = excluded."named",
       "measures" = excluded."measures", "title" = excluded."title", "type" = excluded."type", "strong" = excluded."strong", "terms" = excluded."terms",
       "counts" = excluded."counts", "length" = excluded."length"
     RETURNING "id", "number"`,
    [
      shop,
      generation,
      entries.map(({ product }) => product.id),
      entries.map(({ hash }) => hash),
      entries.map(({ product }) => ageOf(product.id)),
      entries.map(({ product }) => Math.min(...pricesOf(product))),
      entries.map(({ product }) => Math.max(...pricesOf(product))),
      entries.map(({ product }) => product.variants.some(({ available }) => available)),
      entries.map(({ product }) => fold(product.vendor.trim())),
      entries.map(({ product }) =>
        betweenBlanks([product.title, product.productType, ...product.tags].join(" ")),
      ),
      entries.map(({ product }) => textArray(productMeasures(product))),
      entries.map(({ title }) => intArray(title)),
      entries.map(({ type }) => intArray(type)),
      entries.map(({ strong }) => intArray(strong)),
      entries.map(({ terms }) => intArray(terms)),
      entries.map(({ counts }) => intArray(counts)),
      entries.map(({ length }) => length),
    ],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

async function insertParts(sql: Sql, entries: ReadEntry[], numbers: Map<string, number>): Promise<void> {
  const numberOf = ({ product }: Entry) => numbers.get(product.id) as number;
  const all = entries.map(numberOf);
  await sql.query(
    `INSERT INTO "KnowledgeProductText" ("number", "product", "words", "impacts", "things", "brands")
     SELECT "number", "product"::jsonb, "words"::text[], "impacts"::int[], "things"::int[], "brands"::int[]
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
       AS row ("number", "product", "words", "impacts", "things", "brands")
     ON CONFLICT ("number") DO UPDATE SET "product" = excluded."product", "words" = excluded."words",
       "impacts" = excluded."impacts", "things" = excluded."things", "brands" = excluded."brands"`,
    [
      all,
      entries.map(({ json }) => json),
      entries.map(({ words }) => textArray(words)),
      entries.map(({ impacts }) => intArray(impacts)),
      entries.map(({ things }) => intArray(things)),
      entries.map(({ brands }) => intArray(brands)),
    ],
  );
  const postings = entries.flatMap((entry) =>
    entry.strong.map((term, at) => [term, entry.impacts[at] as number, numberOf(entry)] as const),
  );
  await sql.query(
    `INSERT INTO "KnowledgePosting" ("term", "impact", "product") SELECT * FROM unnest($1::int[], $2::smallint[], $3::int[])`,
    [
      postings.map(([term]) => term),
      postings.map(([, impact]) => impact),
      postings.map(([, , product]) => product),
    ],
  );
  await sql.query(`DELETE FROM "KnowledgeVariant" WHERE "product" = ANY($1)`, [all]);
  const variants = entries.flatMap((entry) =>
    entry.product.variants.map((variant, position) => ({ variant, position, number: numberOf(entry) })),
  );
  await sql.query(
    `INSERT INTO "KnowledgeVariant" ("product", "position", "price", "available", "options")
     SELECT "product", "position", "price", "available", "options"::text[]
     FROM unnest($1::int[], $2::int[], $3::bigint[], $4::boolean[], $5::text[]) AS row ("product", "position", "price", "available", "options")`,
    [
      variants.map(({ number }) => number),
      variants.map(({ position }) => position),
      variants.map(({ variant }) => Math.round(variant.price)),
      variants.map(({ variant }) => variant.available),
      variants.map(({ variant }) =>
        textArray(Object.entries(variant.options).map(([name, value]) => optionKey(name, value))),
      ),
    ],
  );
}

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

async function addCounts(sql: Sql, shop: string, entries: ReadEntry[]): Promise<void> {
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

/** Folded words with a blank on either side, so that whole words can be looked for. */
export function betweenBlanks(text: string): string {
  return ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}

/** "color=blue": how variants are asked for an option. */
export function optionKey(name: string, value: string): string {
  return `${fold(name.trim())}=${fold(value.trim())}`;
}

function ageOf(id: string): string {
  if (!/^\d{1,19}$/.test(id)) return "0";
  const age = BigInt(id);
  return String(age > MAX_AGE ? MAX_AGE : age);
}

function pricesOf({ variants }: Product): number[] {
  return variants.length > 0 ? variants.map(({ price }) => Math.round(price)) : [0];
}

const intArray = (numbers: readonly number[]) => `{${numbers.join(",")}}`;
const textArray = (texts: readonly string[]) =>
  `{${texts.map((text) => `"${text.replace(/(["\\])/g, "\\$1")}"`).join(",")}}`;
