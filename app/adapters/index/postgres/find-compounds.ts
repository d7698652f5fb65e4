import type { KnownShop, TermStatistics } from "./known-shops";
import type { Sql } from "./sql";

/** Languages that write a thing and what kind of it in one word: a "Stoffpuppe" is a "Puppe". */
const COMPOUNDING = new Set(["de", "nl", "sv", "da", "no"]);
/** Shorter ends are those of many other words. */
const MIN_WORD = 4;

export interface AskedEnd {
  word: string;
  /** Its stem, by which terms may end. */
  stem: string;
}

/** At most twenty of a word, of those that tell what products are. */
const ENDING = `SELECT asked."stem" AS "end", t.* FROM unnest($2::text[]) AS asked ("stem") CROSS JOIN LATERAL (
    SELECT "id", "term", "held", "things", "brands" FROM "KnowledgeTerm"
    WHERE "shop" = $1 AND reverse("term") COLLATE "C" > reverse(asked."stem")
      AND reverse("term") COLLATE "C" < reverse(asked."stem") || U&'\\FFFF'
      AND length("term") >= length(asked."stem") + 3 AND "held" > 0
    ORDER BY "held" DESC, "id" LIMIT 20
  ) AS t`;

/** Terms of the shop that are compounds of the words, by the words' stems. None in languages that have no such words. */
export async function findCompounds(
  sql: Sql,
  { shop, languages, compounds }: KnownShop,
  asked: readonly AskedEnd[],
): Promise<Map<string, TermStatistics[]>> {
  const found = new Map<string, TermStatistics[]>();
  if (!languages.some((language) => COMPOUNDING.has(language))) return found;
  const stems = [...new Set(asked.filter(isLong).map(({ stem }) => stem))];
  const missing = stems.filter((stem) => !compounds.has(stem));
  if (missing.length > 0) {
    const rows = await sql.query<TermStatistics & { end: string }>(ENDING, [shop, missing]);
    for (const stem of missing)
      compounds.set(
        stem,
        rows.filter(({ end }) => end === stem),
      );
  }
  for (const stem of stems) found.set(stem, compounds.get(stem) ?? []);
  return found;
}

const isLong = ({ word, stem }: AskedEnd) => word.length >= MIN_WORD && stem.length >= MIN_WORD - 1;
