import { createHash } from "node:crypto";
import type pg from "pg";
import { VendorError } from "~/lib/errors";

/** Statements of the index. Each text is prepared once a connection, so texts must not be put together from values. */
export interface Sql {
  /** Throws VendorError when the database does not answer; a mistake in the statement stays a bug. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
}

export interface SqlPool extends Sql {
  /** Runs `work` on one connection, and commits when it resolves. */
  transaction<Value>(work: (sql: Sql) => Promise<Value>): Promise<Value>;
}

export function createSql(pool: pg.Pool): SqlPool {
  return {
    query: (text, values) => run(pool, text, values),
    async transaction(work) {
      const client = await pool.connect().catch(rethrow);
      try {
        await run(client, "BEGIN");
        const value = await work({ query: (text, values) => run(client, text, values) });
        await run(client, "COMMIT");
        client.release();
        return value;
      } catch (error) {
        // Ending the connection rolls back, also where it no longer answers.
        client.release(true);
        throw error;
      }
    },
  };
}

async function run<Row extends object>(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const result = await connection.query<Row>({ name: nameOf(text), text, values }).catch(rethrow);
  return result.rows;
}

const names = new Map<string, string>();

function nameOf(text: string): string {
  const known = names.get(text);
  if (known !== undefined) return known;
  const name = `index-${createHash("sha1").update(text).digest("base64url")}`;
  names.set(text, name);
  return name;
}

/** SQLSTATE classes 08, 53, 57 and 58 are the server's trouble; an error without a severity never reached it. */
function rethrow(error: unknown): never {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  const isUnreachable = severity === undefined || (typeof code === "string" && /^(08|53|57|58)/.test(code));
  throw isUnreachable
    ? new VendorError("postgres", "The database does not answer.", { cause: error })
    : error;
}

/** What PostgreSQL takes as text or JSON: no NUL, no halves of surrogate pairs. */
export function storable(text: string): string {
  return text.replaceAll("\0", "").replace(/[\ud800-\udfff]/gu, "\ufffd");
}

/** The promise's value, or the signal's reason as soon as it aborts. */
export function untilAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  if (signal.aborted) {
    promise.catch(() => undefined);
    return Promise.reject(signal.reason);
  }
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
