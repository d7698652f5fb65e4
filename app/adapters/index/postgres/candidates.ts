import { MEETS_FILTERS } from "./filters";
import { type ProductVersion, VERSION } from "./known-products";
import type { Sql } from "./sql";

/** A term that some word of the query may be. */
export interface AskedTerm {
  term: number;
  /** The word's place in the query. */
  slot: number;
  /** Its rarity, less where it only stands for the word. */
  weight: number;
}

interface StrongRow extends ProductVersion {
  complete: number;
}

/** Of a term that more products have, the best that many are looked at. */
const MAX_POSTINGS = 20_000;

const STRONG = (filtered: boolean) => `
  WITH asked AS (SELECT * FROM unnest($1::int[], $2::int[], $3::real[]) AS asked ("term", "slot", "weight")),
  slots AS (
    SELECT best."product", asked."slot", max(best."impact" * asked."weight") AS "worth"
    FROM asked CROSS JOIN LATERAL (
      SELECT "product", "impact" FROM "KnowledgePosting" WHERE "term" = asked."term"
      ORDER BY "impact" DESC, "product" DESC LIMIT ${MAX_POSTINGS}
    ) AS best GROUP BY 1, 2
  ),
  sums AS (SELECT "product", sum("worth") AS "worth", count(*) AS "slots" FROM slots GROUP BY 1),
  tops AS (
    SELECT "product", "worth", count(*) FILTER (WHERE "slots" = $4::int) OVER () AS "complete" FROM sums
    ${
      filtered
        ? `JOIN "KnowledgeProduct" p ON p."number" = "product" CROSS JOIN (SELECT $6::jsonb AS f) AS filters WHERE ${MEETS_FILTERS}`
        : ""
    }
    ORDER BY "worth" DESC, "product" DESC LIMIT $5
  )
  SELECT p."number", ${VERSION}, "complete"::int FROM tops JOIN "KnowledgeProduct" p ON p."number" = tops."product"`;

const PLAIN_STRONG = STRONG(false);
const FILTERED_STRONG = STRONG(true);

/** Products that have terms where they tell what a product is, those first that have the most telling ones. */
export async function findStrong(
  sql: Sql,
  asked: readonly AskedTerm[],
  slots: number,
  filters: string | null,
  limit: number,
): Promise<{ products: ProductVersion[]; complete: number }> {
  const values = [
    asked.map(({ term }) => term),
    asked.map(({ slot }) => slot),
    asked.map(({ weight }) => weight),
    slots,
    limit,
  ];
  const rows =
    filters === null
      ? await sql.query<StrongRow>(PLAIN_STRONG, values)
      : await sql.query<StrongRow>(FILTERED_STRONG, [...values, filters]);
  return { products: rows, complete: rows[0]?.complete ?? 0 };
}

/** A statement for each number of words, since only plain conditions use the index. */
const ANYWHERE = (slots: number) => `
  SELECT p."number", ${VERSION} FROM (SELECT $3::jsonb AS f) AS filters, "KnowledgeProduct" p
  WHERE p."shop" = $1 AND ${Array.from({ length: slots }, (_, at) => `p."terms" && $${at + 4}::int[]`).join(" AND ")}
    AND ${MEETS_FILTERS} LIMIT $2`;

/** Products that have a term of every word anywhere, the description included; in no order. */
export async function findAnywhere(
  sql: Sql,
  shop: string,
  termsBySlot: readonly number[][],
  filters: string | null,
  limit: number,
): Promise<ProductVersion[]> {
  return sql.query<ProductVersion>(ANYWHERE(termsBySlot.length), [shop, limit, filters, ...termsBySlot]);
}
