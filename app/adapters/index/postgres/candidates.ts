import type { AskedTerm } from "./asked-term";
import { MEETS_FILTERS } from "./filters";
import { gatherCandidates } from "./gather-candidates";
import type { KnownPostings } from "./known-postings";
import type { KnownShop } from "./known-shops";
import { readNumbers } from "./read-numbers";
import type { Sql } from "./sql";

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
  /** In no order. */
  numbers: number[];
  /** How many have every word where it tells what a product is. */
  complete: number;
}

/** Of a term that more products have, the best that many are filtered. */
const MAX_POSTINGS = 20_000;
/** Of products that have the words in their descriptions. */
const FROM_DESCRIPTIONS = 100;

/** Products that have the words' terms, the most telling ones. */
export async function findCandidates(
  { sql, postings }: { sql: Sql; postings: KnownPostings },
  { shop, version }: KnownShop,
  query: CandidateQuery,
): Promise<FoundCandidates> {
  const { asked, termsBySlot, filters, limit, enough } = query;
  if (termsBySlot.length === 0) return { numbers: [], complete: 0 };
  const terms = [...new Set(asked.map(({ term }) => term))];
  const found =
    filters === null
      ? gatherCandidates(asked, await postings.read(sql, version, terms), termsBySlot.length, limit)
      : await findFiltered(sql, query, filters);
  if (found.complete >= enough) return found;
  const deeper = await findInDescriptions(sql, shop, termsBySlot, filters);
  return { ...found, numbers: [...new Set([...found.numbers, ...deeper])] };
}

const FILTERED = `
  WITH asked AS (SELECT * FROM unnest($1::int[], $2::int[], $3::real[]) AS asked ("term", "slot", "weight")),
  slots AS (
    SELECT best."product", asked."slot", max(best."impact" * asked."weight") AS "worth"
    FROM asked CROSS JOIN LATERAL (
      SELECT "product", "impact" FROM "KnowledgePosting" WHERE "term" = asked."term"
      ORDER BY "impact" DESC, "product" DESC LIMIT ${MAX_POSTINGS}
    ) AS best GROUP BY 1, 2
  ),
  sums AS (SELECT "product", sum("worth") AS "worth", count(*) = $4 AS "isComplete" FROM slots GROUP BY 1),
  tops AS (
    SELECT "product", count(*) FILTER (WHERE "isComplete") OVER () AS "complete" FROM sums
    JOIN "KnowledgeProduct" p ON p."number" = "product" CROSS JOIN (SELECT $6::jsonb AS f) AS filters WHERE ${MEETS_FILTERS}
    ORDER BY "isComplete" DESC, "worth" DESC, "product" DESC LIMIT $5
  )
  SELECT coalesce(max("complete"), 0)::int AS "complete", array_agg("product")::text AS "numbers" FROM tops`;

async function findFiltered(
  sql: Sql,
  { asked, termsBySlot, limit }: CandidateQuery,
  filters: string,
): Promise<FoundCandidates> {
  const [row] = await sql.query<{ complete: number; numbers: string | null }>(FILTERED, [
    asked.map(({ term }) => term),
    asked.map(({ slot }) => slot),
    asked.map(({ weight }) => weight),
    termsBySlot.length,
    limit,
    filters,
  ]);
  return { complete: row?.complete ?? 0, numbers: [...readNumbers(row?.numbers ?? "{}")] };
}

/** A statement for each number of words: only plain conditions use the index of the descriptions. */
const IN_DESCRIPTIONS = (slots: number) => `
  SELECT p."number" FROM (SELECT $2::jsonb AS f) AS filters, "KnowledgeProduct" p
  WHERE p."shop" = $1 ${Array.from({ length: slots }, (_, at) => `AND p."terms" && $${at + 3}::int[]`).join(" ")} AND ${MEETS_FILTERS}
  LIMIT ${FROM_DESCRIPTIONS}`;

const statements = new Map<number, string>();

async function findInDescriptions(
  sql: Sql,
  shop: string,
  termsBySlot: readonly number[][],
  filters: string | null,
): Promise<number[]> {
  const slots = termsBySlot.length;
  const statement = statements.get(slots) ?? IN_DESCRIPTIONS(slots);
  statements.set(slots, statement);
  const rows = await sql.query<{ number: number }>(statement, [shop, filters, ...termsBySlot]);
  return rows.map(({ number }) => number);
}
