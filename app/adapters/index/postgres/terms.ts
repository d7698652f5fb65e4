import type { Sql } from "./sql";

/** Numbers of terms by the term. */
export type TermIds = Map<string, number>;

export async function ensureTerms(sql: Sql, shop: string, terms: string[]): Promise<TermIds> {
  const known = await findTerms(sql, shop, terms);
  const missing = terms.filter((term) => !known.has(term));
  if (missing.length === 0) return known;
  const rows = await sql.query<{ id: number; term: string }>(
    `INSERT INTO "KnowledgeTerm" ("shop", "term") SELECT $1, unnest($2::text[]) RETURNING "id", "term"`,
    [shop, missing],
  );
  for (const { id, term } of rows) known.set(term, id);
  return known;
}

async function findTerms(sql: Sql, shop: string, terms: string[]): Promise<TermIds> {
  const rows = await sql.query<{ id: number; term: string }>(
    `SELECT "id", "term" FROM "KnowledgeTerm" WHERE "shop" = $1 AND "term" = ANY($2)`,
    [shop, terms],
  );
  return new Map(rows.map(({ id, term }) => [term, id]));
}
