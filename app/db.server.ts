import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@prisma/client";
import pg from "pg";
import { requireEnvironment } from "~/env.server";
import { createLogger } from "~/lib/logger";
import { onShutdown } from "~/lib/shutdown";
import { singleton } from "~/lib/singleton";

/** Connections of one process, shared by Prisma and `sql`. */
const POOL_SIZE = 20;
/** A request would rather fail than wait longer for a connection. */
const CONNECT_TIMEOUT_MS = 5_000;

/** The pool for hot paths, where Prisma's query compiler costs too much. Connects at the first query. */
export function requireSql(): pg.Pool {
  return singleton("sql", () => {
    const pool = new pg.Pool({
      connectionString: requireEnvironment().DATABASE_URL,
      max: POOL_SIZE,
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      idleTimeoutMillis: 30_000,
    });
    // An idle connection that breaks would otherwise end the process; the next query opens another.
    pool.on("error", (error) => createLogger("database").warn({ error }, "A database connection broke"));
    onShutdown("database", closeDatabase);
    return pool;
  });
}

/** The one Prisma client of the process, on the same pool. */
export function requirePrisma(): PrismaClient {
  return singleton("prisma", () => new PrismaClient({ adapter: new PrismaPg(requireSql()) }));
}

/** Ends both, so that the process can. */
export async function closeDatabase(): Promise<void> {
  await requirePrisma().$disconnect();
  await requireSql().end();
}
