import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { ensureDatabase } from "../../scripts/lib/databases";
import { startEmbeddedPostgres } from "../../scripts/lib/embedded-postgres";
import { applyMigrations } from "../../scripts/lib/migrations";

const NAME = "bench";
const CONNECTIONS = 16;

export interface BenchDatabase {
  pool: pg.Pool;
  /** Ends it with all that is in it. */
  close(): Promise<void>;
}

/** A PostgreSQL of the benchmark's own, with the app's tables. */
export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), "aisle-bench-search-"));
  const postgres = await startEmbeddedPostgres({ dataFolder, disposable: true });
  await ensureDatabase(postgres.urlOf("postgres"), NAME);
  await applyMigrations(postgres.urlOf(NAME));
  const pool = new pg.Pool({ connectionString: postgres.urlOf(NAME), max: CONNECTIONS });
  const closed: Promise<unknown>[] = [];
  pool.on("connect", (client) => closed.push(once(client, "end")));
  return {
    pool,
    async close() {
      await pool.end();
      // A pool has ended before its connections have; a server that stops first makes errors of them.
      await Promise.all(closed);
      await postgres.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}
