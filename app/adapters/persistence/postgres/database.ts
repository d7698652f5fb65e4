import type pg from "pg";
import { types } from "pg";
import { gone, VendorError } from "~/lib/errors";

/** PostgreSQL's type number of `timestamp without time zone`, in which Prisma keeps UTC. */
const TIMESTAMP = 1114;

/** Raw SQL on the pool that Prisma uses too. Dates go in and come out as UTC, whatever the process's time zone is. */
export interface Database {
  /**
   * Throws VendorError when the database does not answer or gave the statement up in favour of another, and AppError 404
   * when a row would hang on one that is gone. A mistake in the statement stays a bug.
   */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Runs `work` on one connection, and commits when it resolves. */
  transaction<Value>(work: (database: Pick<Database, "query">) => Promise<Value>): Promise<Value>;
}

export function createDatabase(pool: pg.Pool): Database {
  return {
    query: (text, values) => runQuery(pool, text, values),
    async transaction(work) {
      const client = await pool.connect().catch(rethrow);
      try {
        await runQuery(client, "BEGIN");
        const value = await work({ query: (text, values) => runQuery(client, text, values) });
        await runQuery(client, "COMMIT");
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

async function runQuery<Row extends object>(
  connection: pg.Pool | pg.PoolClient,
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const result = await connection
    .query<Row>({ text, values: values.map(toParameter), types: utcTypes })
    .catch(rethrow);
  return result.rows;
}

function rethrow(error: unknown): never {
  if (isUnreachable(error))
    throw new VendorError("postgres", "The database does not answer.", { cause: error });
  throw hangsOnNothing(error) ? gone(error) : error;
}

const utcTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    return oid === TIMESTAMP ? parseTimestamp : types.getTypeParser(oid, format as "text");
  },
} as pg.CustomTypesConfig;

function parseTimestamp(text: string): Date {
  return new Date(`${text.replace(" ", "T")}Z`);
}

/** pg would write a Date in the process's own time zone. */
function toParameter(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/**
 * SQLSTATE classes 08, 53, 57 and 58 are the server's trouble, 40 is its choice between two that wait for each other; an
 * error without a five-letter state never reached it.
 */
function isUnreachable(error: unknown): boolean {
  const { code, severity } = error as { code?: unknown; severity?: unknown };
  return severity === undefined || (typeof code === "string" && /^(08|40|53|57|58)/.test(code));
}

/** foreign_key_violation: all that is kept of a shop goes with its row, between any two statements of a request. */
function hangsOnNothing(error: unknown): boolean {
  return (error as { code?: unknown }).code === "23503";
}
