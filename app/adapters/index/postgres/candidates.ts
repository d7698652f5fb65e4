import { MEETS_FILTERS } from "./filters";
import type { ProductVersion } from "./known-products";
import { SHOP_VERSION } from "./known-shops";
import type { Sql } from "./sql";

/** A term that some word of the query may be. */
export interface AskedTerm {
  term: number;
  /** The word's place in the query. */
  slot: number;
  /** Its rarity, less where it only stands for the word. */
  weight: number;
}

export interface CandidateQuery {
  asked: readonly AskedTerm[];
  /** For each word that the shop knows, the terms that it may be. */
  termsBySlot: readonly number[][];
  /** What `encodeFilters` gave. */
  filters: string | null;
  limit: number;
  /** Where fewer products than this have every word, those follow that have them only in their descriptions. */
  enough: number;
}

export interface FoundCandidates {
  /** The shop's, at the moment of the search. */
  version: string;
  /** In no order. */
  products: ProductVersion[];
  /** How many have every word where it tells what a product is. */
  complete: number;
}

/** Of a term that more products have, the best that many are looked at. */
const MAX_POSTINGS = 20_000;
/** Of products that have the words in their descriptions. */
const FROM_DESCRIPTIONS = 100;

/**
 * One row, since a round trip costs more than the search. A statement for each number of words: only plain conditions use
 * the index of the descriptions, which is not asked while the one-time condition before them is false.
 */
const STATEMENT = (slots: number, isFiltered: boolean) => `
  WITH asked AS (SELECT * FROM unnest($2::int[], $3::int[], $4::real[]) AS asked ("term", "slot", "weight")),
  slots AS (
    SELECT best."product", asked."slot", max(best."impact" * asked."weight") AS "worth"
    FROM asked CROSS JOIN LATERAL (
      SELECT "product", "impact" FROM "KnowledgePosting" WHERE "term" = asked."term"
      ORDER BY "impact" DESC, "product" DESC LIMIT ${MAX_POSTINGS}
    ) AS best GROUP BY 1, 2
  ),
  sums AS (SELECT "product", sum("worth") AS "worth", count(*) AS "slots" FROM slots GROUP BY 1),
  tops AS MATERIALIZED (
    SELECT "product", count(*) FILTER (WHERE "slots" = ${slots}) OVER () AS "complete" FROM sums
    ${
      isFiltered
        ? `JOIN "KnowledgeProduct" p ON p."number" = "product" CROSS JOIN (SELECT $7::jsonb AS f) AS filters WHERE ${MEETS_FILTERS}`
        : ""
    }
    ORDER BY "worth" DESC, "product" DESC LIMIT $5
  ),
  deeper AS (
    SELECT p."number" AS "product" FROM "KnowledgeProduct" p ${isFiltered ? "CROSS JOIN (SELECT $7::jsonb AS f) AS filters" : ""}
    WHERE coalesce((SELECT max("complete") FROM tops), 0) < $6 AND p."shop" = $1
      ${Array.from({ length: slots }, (_, at) => `AND p."terms" && $${at + (isFiltered ? 8 : 7)}::int[]`).join(" ")}
      ${isFiltered ? `AND ${MEETS_FILTERS}` : ""} LIMIT ${FROM_DESCRIPTIONS}
  )
  SELECT ${SHOP_VERSION}, coalesce((SELECT max("complete") FROM tops), 0)::int AS "complete", (
    SELECT string_agg(p."number"::text || ' ' || p.xmin::text, ' ')
    FROM (SELECT "product" FROM tops UNION SELECT "product" FROM deeper) AS best JOIN "KnowledgeProduct" p ON p."number" = "product"
  ) AS "products" FROM "KnowledgeShop" k WHERE k."shop" = $1`;

const statements = new Map<string, string>();

function statement(slots: number, isFiltered: boolean): string {
  const key = `${slots} ${isFiltered}`;
  const text = statements.get(key) ?? STATEMENT(slots, isFiltered);
  statements.set(key, text);
  return text;
}

/** Products that have the words' terms, the most telling ones. Null where the shop is gone. */
export async function findCandidates(
  sql: Sql,
  shop: string,
  { asked, termsBySlot, filters, limit, enough }: CandidateQuery,
): Promise<FoundCandidates | null> {
  const [row] = await sql.query<{ version: string; complete: number; products: string | null }>(
    statement(termsBySlot.length, filters !== null),
    [
      shop,
      asked.map(({ term }) => term),
      asked.map(({ slot }) => slot),
      asked.map(({ weight }) => weight),
      limit,
      enough,
      ...(filters === null ? [] : [filters]),
      ...termsBySlot,
    ],
  );
  return row ? { ...row, products: readVersions(row.products ?? "") } : null;
}

function readVersions(pairs: string): ProductVersion[] {
  if (pairs === "") return [];
  const parts = pairs.split(" ");
  return Array.from({ length: parts.length / 2 }, (_, at) => ({
    number: Number(parts[2 * at]),
    version: parts[2 * at + 1] ?? "",
  }));
}
