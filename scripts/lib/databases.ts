import pg from "pg";

/** Runs one statement on the database of `url`, on a connection of its own. */
export async function runStatement(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<pg.QueryResult> {
  return withClient(url, (client) => client.query(statement, values));
}

export async function withClient<Result>(
  url: string,
  use: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Creates the database `name` on the server of `serverUrl` unless it exists. */
export async function ensureDatabase(serverUrl: string, name: string): Promise<void> {
  const { rowCount } = await runStatement(serverUrl, "SELECT 1 FROM pg_database WHERE datname = $1", [name]);
  if (!rowCount) await runStatement(serverUrl, `CREATE DATABASE ${pg.escapeIdentifier(name)}`);
}
