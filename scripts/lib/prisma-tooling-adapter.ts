import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";

/** PostgreSQL's catalogue types that Prisma's WASM schema engine does not know, and the plain text types it reads instead. */
const READABLE_TYPES = new Map([
  [18, 25], // "char" -> text
  [19, 25], // name -> text
  [1002, 1009], // "char"[] -> text[]
  [1003, 1009], // name[] -> text[]
]);

/** A client whose results the WASM schema engine can read. For the tooling only: the app's own client has no need of it. */
class CatalogueClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg declares eight overloads, and all of them pass through here.
  override query(...parameters: any[]): any {
    // A pool passes a callback; other callers get a promise.
    const callback = parameters.at(-1);
    if (typeof callback === "function") {
      parameters[parameters.length - 1] = (error: Error, result: unknown) =>
        callback(error, withReadableTypes(result));
    }
    const answer = (super.query as (...parameters: unknown[]) => unknown).apply(this, parameters);
    return answer instanceof Promise ? answer.then(withReadableTypes) : answer;
  }
}

function withReadableTypes<Result>(result: Result): Result {
  for (const each of Array.isArray(result) ? result : [result]) {
    for (const field of each?.fields ?? [])
      field.dataTypeID = READABLE_TYPES.get(field.dataTypeID) ?? field.dataTypeID;
  }
  return result;
}

/**
 * The adapter that `prisma migrate` works through. The shadow database is created beside the real one, on the same
 * server, and dropped at the end.
 */
export function createToolingAdapter(databaseUrl: string): PrismaPg {
  const adapter = new PrismaPg(createPool({ connectionString: databaseUrl }), { disposeExternalPool: true });
  adapter.connectToShadowDb = () => connectToShadowDatabase(databaseUrl);
  return adapter;
}

function createPool(config: pg.PoolConfig): pg.Pool {
  return new pg.Pool({ ...config, Client: CatalogueClient } as pg.PoolConfig);
}

async function connectToShadowDatabase(databaseUrl: string) {
  const shadowName = `prisma_shadow_${randomUUID().replaceAll("-", "")}`;
  await runOn(databaseUrl, `CREATE DATABASE "${shadowName}"`);

  // The engine would take a connection string of the pool for the real database's: parts, therefore.
  const url = new URL(databaseUrl);
  const pool = createPool({
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    database: shadowName,
  });
  const shadow = await new PrismaPg(pool, { disposeExternalPool: true }).connect();
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await runOn(databaseUrl, `DROP DATABASE IF EXISTS "${shadowName}" WITH (FORCE)`);
  };
  return shadow;
}

async function runOn(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
