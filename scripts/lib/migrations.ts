import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type pg from "pg";
import { withClient } from "./databases";
import { projectRoot } from "./project-root";
import { StartupError } from "./startup-error";

interface Migration {
  name: string;
  sql: string;
  /** As Prisma computes it: SHA-256 of the file, hex. */
  checksum: string;
}

/** Prisma's own table, as its schema engine creates it. */
const CREATE_LEDGER = `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
  "id" VARCHAR(36) PRIMARY KEY NOT NULL,
  "checksum" VARCHAR(64) NOT NULL,
  "finished_at" TIMESTAMPTZ,
  "migration_name" VARCHAR(255) NOT NULL,
  "logs" TEXT,
  "rolled_back_at" TIMESTAMPTZ,
  "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
  "applied_steps_count" INTEGER NOT NULL DEFAULT 0
)`;

/** Any number, the same for everyone who migrates: one at a time. */
const LOCK_KEY = 7_204_117_265;

/**
 * What `prisma migrate deploy` does, in a third of a second instead of eleven: that one waits ten for a timer of its own.
 * `prisma migrate status` agrees with the outcome. For development and tests, whose databases can be made anew: one that
 * holds migrations of another version is refused with a StartupError.
 */
export async function applyMigrations(databaseUrl: string): Promise<void> {
  const migrations = await readMigrations(join(projectRoot, "prisma/migrations"));
  await withClient(databaseUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [LOCK_KEY]);
    await client.query(CREATE_LEDGER);
    const applied = await readApplied(client);
    requireSameHistory(migrations, applied);
    for (const migration of migrations.filter(({ name }) => !applied.has(name)))
      await apply(client, migration);
  });
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => existsSync(join(folder, entry.name, "migration.sql")))
    .map(({ name }) => name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** Checksums of what is in the database, by name. */
async function readApplied(client: pg.Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ migration_name: string; checksum: string }>(
    'SELECT migration_name, checksum FROM "_prisma_migrations" WHERE rolled_back_at IS NULL AND finished_at IS NOT NULL',
  );
  return new Map(rows.map((row) => [row.migration_name, row.checksum]));
}

function requireSameHistory(migrations: Migration[], applied: Map<string, string>): void {
  const known = new Map(migrations.map(({ name, checksum }) => [name, checksum]));
  const foreign = [...applied].find(([name, checksum]) => known.get(name) !== checksum);
  if (!foreign) return;
  throw new StartupError(
    `The database was made by another version of Aisle (its migration ${foreign[0]} is unknown or has changed): start over with \`npm run dev -- --fresh\`, or set AISLE_DATA_DIR to another folder.`,
  );
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  await client.query("BEGIN");
  await client.query(sql);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, finished_at, migration_name, applied_steps_count)
     VALUES ($1, $2, now(), $3, 1)`,
    [randomUUID(), checksum, name],
  );
  await client.query("COMMIT");
}
