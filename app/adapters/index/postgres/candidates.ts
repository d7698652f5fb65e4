import type { AskedTerm } from "./asked-term";
import { MEETS_FILTERS } from "./filters";
import { type Gathered, gatherCandidates } from "./gather-candidates";
import type { Postings } from "./known-postings";
import type { Sql } from "./sql";

export interface CandidateQuery {
  asked: readonly AskedTerm[];
  /** How many words the shop knows. */
  words: number;
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

/** So many of the most telling products are filtered. */
const MAX_FILTERED = 20_000;
/** Of products that have the words in their descriptions. */
const FROM_DESCRIPTIONS = 40;

/** Products that have the words' terms, the most telling ones. */
export async function findCandidates(
  sql: Sql,
  postings: ReadonlyMap<number, Postings>,
  { asked, words, filters, limit, enough }: CandidateQuery,
): Promise<FoundCandidates> {
  const gathered = gatherCandidates(asked, postings, words, filters === null ? limit : MAX_FILTERED);
  const { numbers, complete, described } = filters === null ? gathered : await filter(sql, gathered, filters);
  const deeper = complete < enough ? described.slice(0, FROM_DESCRIPTIONS) : [];
  return { numbers: [...new Set([...numbers.slice(0, limit), ...deeper])], complete };
}

/** In the order that they were in. */
const FILTERED = `SELECT p."number" FROM unnest($1::int[]) WITH ORDINALITY AS asked ("number", "place")
  JOIN "KnowledgeProduct" p USING ("number") CROSS JOIN (SELECT $2::jsonb AS f) AS filters
  WHERE ${MEETS_FILTERS} ORDER BY asked."place"`;

async function filter(
  sql: Sql,
  { numbers, complete, described }: Gathered,
  filters: string,
): Promise<Gathered> {
  const all = [...new Set([...numbers, ...described])];
  const rows = await sql.query<{ number: number }>(FILTERED, [all, filters]);
  const meeting = new Set(rows.map(({ number }) => number));
  const meets = (number: number) => meeting.has(number);
  return {
    numbers: numbers.filter(meets),
    complete: numbers.slice(0, complete).filter(meets).length,
    described: described.filter(meets),
  };
}
