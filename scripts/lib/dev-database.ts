import { ensureDatabase } from "./databases";
import { startEmbeddedPostgres } from "./embedded-postgres";
import { applyMigrations } from "./migrations";
import type { RunSettings } from "./run-settings";
import { StartupError } from "./startup-error";

export interface DevDatabase {
  url: string;
  stop(): Promise<void>;
  /** Settles when it has ended; never for a database that the caller brought along. */
  exited: Promise<void>;
}

const NAME = "aisle";

/** The caller's database, or the embedded one; migrated either way. */
export async function openDevDatabase(settings: RunSettings): Promise<DevDatabase> {
  if (settings.databaseUrl) {
    await migrateForeign(settings.databaseUrl);
    return { url: settings.databaseUrl, stop: async () => undefined, exited: new Promise(() => undefined) };
  }
  const postgres = await startEmbeddedPostgres({ dataFolder: settings.dataFolder });
  try {
    await ensureDatabase(postgres.urlOf("postgres"), NAME);
    await applyMigrations(postgres.urlOf(NAME));
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  return { url: postgres.urlOf(NAME), stop: postgres.stop, exited: postgres.exited };
}

async function migrateForeign(url: string): Promise<void> {
  try {
    await applyMigrations(url);
  } catch (error) {
    if (error instanceof StartupError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new StartupError(
      `The database that DATABASE_URL names cannot be used (${message || code}): mend it, or leave it out to use the embedded one.`,
      { cause: error },
    );
  }
}
