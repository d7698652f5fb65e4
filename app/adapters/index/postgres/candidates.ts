import type { RankedProduct } from "~/core/knowledge/product-ranking/rank-products";
import { MEETS_FILTERS } from "./filters";
import type { Sql } from "./sql";
import { decodeTitle } from "./title-code";

/** A term that some word of the query may be. */
export interface AskedTerm {
  term: number;
  /** The word's place in the query. */
  slot: number;
  /** Its rarity, less where it only stands for the word. */
  weight: number;
}

export interface Candidate extends RankedProduct {
  number: number;
  id: string;
  minPrice: number;
  age: bigint;
}

interface Row {
  number: number;
  id: string;
  minPrice: string;
  age: string;
  available: boolean;
  title: string;
  type: string;
  strong: string;
  /** Terms and how often they come up, in turn. */
  counts: string;
  length: number;
  complete: number;
}

/** Of a term that more products have, the best that many are looked at. */
const MAX_POSTINGS = 20_000;

/** Numbers as text between blanks: the driver reads arrays much more slowly. */
const COLUMNS = `p."number", p."id", p."minPrice", p."age", p."available", p."length",
  array_to_string(p."title", ' ') AS "title", array_to_string(p."type", ' ') AS "type",
  array_to_string(ARRAY(SELECT term FROM unnest(p."strong") AS term WHERE term = ANY($1::int[])), ' ') AS "strong",
  array_to_string(ARRAY(
    SELECT term || ' ' || times FROM unnest(p."terms", p."counts") AS own (term, times) WHERE term = ANY($1::int[])
  ), ' ') AS "counts"`;

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
  SELECT ${COLUMNS}, "complete"::int FROM tops JOIN "KnowledgeProduct" p ON p."number" = tops."product"`;

const PLAIN_STRONG = STRONG(false);
const FILTERED_STRONG = STRONG(true);

/** Products that have terms where they tell what a product is, those first that have the most telling ones. */
export async function findStrong(
  sql: Sql,
  asked: readonly AskedTerm[],
  slots: number,
  filters: string | null,
  limit: number,
  averageLength: number,
): Promise<{ candidates: Candidate[]; complete: number }> {
  const values = [
    asked.map(({ term }) => term),
    asked.map(({ slot }) => slot),
    asked.map(({ weight }) => weight),
    slots,
    limit,
  ];
  const rows =
    filters === null
      ? await sql.query<Row>(PLAIN_STRONG, values)
      : await sql.query<Row>(FILTERED_STRONG, [...values, filters]);
  return { candidates: rows.map((row) => toCandidate(row, averageLength)), complete: rows[0]?.complete ?? 0 };
}

/** A statement for each number of words, since only plain conditions use the index. */
const ANYWHERE = (slots: number) => `
  SELECT ${COLUMNS}, 0 AS "complete" FROM (SELECT $4::jsonb AS f) AS filters, "KnowledgeProduct" p
  WHERE p."shop" = $2 AND ${Array.from({ length: slots }, (_, at) => `p."terms" && $${at + 5}::int[]`).join(" AND ")}
    AND ${MEETS_FILTERS} LIMIT $3`;

/** Products that have a term of every word anywhere, the description included; in no order. */
export async function findAnywhere(
  sql: Sql,
  shop: string,
  termsBySlot: readonly number[][],
  filters: string | null,
  limit: number,
  averageLength: number,
): Promise<Candidate[]> {
  const rows = await sql.query<Row>(ANYWHERE(termsBySlot.length), [
    termsBySlot.flat(),
    shop,
    limit,
    filters,
    ...termsBySlot,
  ]);
  return rows.map((row) => toCandidate(row, averageLength));
}

const readNumbers = (text: string) => (text === "" ? [] : text.split(" ").map(Number));

function readCounts(pairs: number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (let at = 0; at < pairs.length; at += 2) counts.set(pairs[at] ?? 0, pairs[at + 1] ?? 0);
  return counts;
}

function toCandidate(row: Row, averageLength: number): Candidate {
  return {
    number: row.number,
    id: row.id,
    minPrice: Number(row.minPrice),
    age: BigInt(row.age),
    available: row.available,
    ...decodeTitle(readNumbers(row.title)),
    type: readNumbers(row.type),
    strong: new Set(readNumbers(row.strong)),
    counts: readCounts(readNumbers(row.counts)),
    relativeLength: row.length / averageLength,
  };
}
