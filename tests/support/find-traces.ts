import pg from "pg";

/**
 * Where any of the words stand in a database: every column of every row of every table in every schema, whatever its type.
 * Gives names such as "public.Message", with the word.
 */
export async function findTraces(sql: pg.Pool, words: string[]): Promise<string[]> {
  const { rows: tables } = await sql.query<{ table_schema: string; table_name: string }>(
    `SELECT table_schema, table_name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { table_schema, table_name } of tables) {
    const table = `${pg.escapeIdentifier(table_schema)}.${pg.escapeIdentifier(table_name)}`;
    const { rows } = await sql.query<{ word: string }>(
      `SELECT DISTINCT sought.value AS word FROM ${table} AS entry, unnest($1::text[]) AS sought (value)
       WHERE position(lower(sought.value) in lower(entry::text)) > 0`,
      [words],
    );
    found.push(...rows.map(({ word }) => `${table_schema}.${table_name}: ${word}`));
  }
  return found.sort();
}
