import { createHash } from "node:crypto";
import type { Product } from "~/core/store/product";
import { fold } from "~/lib/words";
import { encodePlaces } from "./posting-list";
import { addCounts, takeOffCounts } from "./product-counts";
import { type Entry, type ReadEntry, readEntries, termsOf } from "./product-entries";
import { betweenBlanks, optionKey } from "./product-keys";
import { productMeasures } from "./product-measures";
import { lockShop } from "./shop-lock";
import { type Sql, type SqlPool, storable } from "./sql";
import type { Stemmer } from "./stemmer";
import { findTerms, writePostings } from "./write-postings";

/** Raised when products are indexed in another way, so that the next reading writes all of them anew. */
const FORMAT = 6;
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
    const read = await readEntries(transaction, stemmer, shop, state, changed);
    const former = changed.filter(({ isNew }) => !isNew).map(({ product }) => product.id);
    if (former.length > 0) await takeOffCounts(transaction, shop, former);
    const numbers = await upsertRows(transaction, shop, read, generation);
    await replacePostings(transaction, read, numbers);
    await insertParts(transaction, read, numbers);
    await addCounts(transaction, shop, read);
    return changed.length;
  });
}

const hashOf = (json: string) => createHash("sha256").update(`${FORMAT} ${json}`).digest("base64");

async function findHashes(sql: Sql, shop: string, entries: Entry[]): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; hash: string }>(
    `SELECT "id", "hash" FROM "KnowledgeProduct" WHERE "shop" = $1 AND "id" = ANY($2)`,
    [shop, entries.map(({ product }) => product.id)],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

async function upsertRows(
  sql: Sql,
  shop: string,
  entries: ReadEntry[],
  generation: number,
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; number: number }>(
    `INSERT INTO "KnowledgeProduct"
       ("shop", "id", "generation", "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures", "length")
     SELECT $1, "id", $2, "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures"::text[], "length"
     FROM unnest($3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::bigint[], $8::boolean[], $9::text[], $10::text[], $11::text[], $12::int[])
       AS row ("id", "hash", "age", "minPrice", "maxPrice", "available", "vendor", "named", "measures", "length")
     ON CONFLICT ("shop", "id") DO UPDATE SET
       "generation" = greatest("KnowledgeProduct"."generation", excluded."generation"), "hash" = excluded."hash",
       "age" = excluded."age", "minPrice" = excluded."minPrice", "maxPrice" = excluded."maxPrice",
       "available" = excluded."available", "vendor" = excluded."vendor", "named" = excluded."named",
       "measures" = excluded."measures", "length" = excluded."length"
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
      entries.map(({ length }) => length),
    ],
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** Before the terms that the products had are overwritten. */
async function replacePostings(sql: Sql, entries: ReadEntry[], numbers: Map<string, number>): Promise<void> {
  const all = entries.map(({ product }) => numbers.get(product.id) as number);
  const before = await findTerms(sql, all);
  await writePostings(
    sql,
    entries.map(({ places, impacts }, at) => {
      const number = all[at] as number;
      const after = [...places].map(([term, its]) => {
        const { isStrong } = its;
        return [term, { isStrong, impact: impacts.get(term) ?? 0, places: encodePlaces(its) }] as const;
      });
      return { number, before: before.get(number) ?? [], after: new Map(after) };
    }),
  );
}

async function insertParts(sql: Sql, entries: ReadEntry[], numbers: Map<string, number>): Promise<void> {
  const numberOf = ({ product }: Entry) => numbers.get(product.id) as number;
  const all = entries.map(numberOf);
  await sql.query(
    `INSERT INTO "KnowledgeProductText" ("number", "product", "words", "strong", "weak", "things", "brands")
     SELECT "number", "product"::jsonb, "words"::text[], "strong"::int[], "weak"::int[], "things"::int[], "brands"::int[]
     FROM unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
       AS row ("number", "product", "words", "strong", "weak", "things", "brands")
     ON CONFLICT ("number") DO UPDATE SET "product" = excluded."product", "words" = excluded."words",
       "strong" = excluded."strong", "weak" = excluded."weak", "things" = excluded."things", "brands" = excluded."brands"`,
    [
      all,
      entries.map(({ json }) => json),
      entries.map(({ words }) => textArray(words)),
      entries.map((entry) => intArray(termsOf(entry, true))),
      entries.map((entry) => intArray(termsOf(entry, false))),
      entries.map(({ things }) => intArray(things)),
      entries.map(({ brands }) => intArray(brands)),
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
