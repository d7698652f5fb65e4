import { fold } from "~/lib/words";
import type { KnownShop, TermStatistics } from "./known-shops";
import type { Sql } from "./sql";
import { foldStem, type Stemmer } from "./stemmer";

/** Terms that the shop has. */
export async function findTerms(
  sql: Sql,
  { shop, terms: known }: KnownShop,
  terms: string[],
): Promise<TermStatistics[]> {
  const missing = terms.filter((term) => !known.has(term));
  if (missing.length > 0) {
    const rows = await sql.query<TermStatistics>(
      `SELECT "id", "term", "held", "things", "brands" FROM "KnowledgeTerm" WHERE "shop" = $1 AND "term" = ANY($2)`,
      [shop, missing],
    );
    const found = new Map(rows.map((row) => [row.term, row]));
    for (const term of missing) known.set(term, { found: found.get(term) ?? null });
  }
  return terms.flatMap((term) => known.get(term)?.found ?? []);
}

interface StemRow extends Partial<TermStatistics> {
  word: string;
  language: string;
  stem: string;
}

/** A word without a dictionary is its own stem. */
const STEMS = `SELECT stems.*, t."id", t."term", t."held", t."things", t."brands" FROM (
    SELECT "word", "language", CASE WHEN "lexemes" IS NULL THEN "word" ELSE coalesce("lexemes"[1], '') END AS "stem" FROM (
      SELECT "word", "language", CASE WHEN "dictionary" <> '' THEN ts_lexize("dictionary"::regdictionary, "word") END AS "lexemes"
      FROM unnest($2::text[], $3::text[], $4::text[]) AS asked ("word", "language", "dictionary")
    ) AS lexed
  ) AS stems LEFT JOIN "KnowledgeTerm" t ON t."shop" = $1 AND t."term" = stems."stem"`;

/**
 * Reads in one statement what is new of the words: their stems, and the shop's terms of these. Stems with accents, which terms have not, are left
 * to `findTerms`.
 */
export async function readStems(sql: Sql, stemmer: Stemmer, shop: KnownShop, words: string[]): Promise<void> {
  const asked: { word: string; language: string; dictionary: string }[] = [];
  for (const language of shop.languages) {
    for (const word of words) {
      const unstemmed = await stemmer.unstemmed(word, language);
      if (unstemmed) asked.push({ word, language, dictionary: unstemmed.dictionary });
    }
  }
  if (asked.length === 0) return;
  const others = words.map(fold).filter((word) => /\p{N}/u.test(word) && !shop.terms.has(word));
  asked.push(...others.map((word) => ({ word, language: "", dictionary: "" })));
  const rows = await sql.query<StemRow>(STEMS, [
    shop.shop,
    asked.map(({ word }) => word),
    asked.map(({ language }) => language),
    asked.map(({ dictionary }) => dictionary),
  ]);
  for (const { word, language, stem, id, term, held, things, brands } of rows) {
    if (language !== "") stemmer.learn(word, language, stem);
    if (stem === "" || stem !== foldStem(stem, language)) continue;
    const found = id && term ? { id, term, held: held ?? 0, things: things ?? 0, brands: brands ?? 0 } : null;
    shop.terms.set(stem, { found });
  }
}
