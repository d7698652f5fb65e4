import { lstatSync, readlinkSync } from "node:fs";
import { rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { requireUnused } from "./embedded-postgres";
import { stopOrphan } from "./postgres-orphan";

/** What the commands keep in the data folder. Nothing else in it is ours to delete. */
const KEPT = ["postgres", "postgres.new", "postgres.json", "postgres.log", "dev-store", "dev-secrets.json"];

/** Deletes what earlier runs left. Throws StartupError while one is still at it. */
export async function startOver(dataFolder: string): Promise<void> {
  await requireUnused(dataFolder);
  const cluster = join(dataFolder, "postgres");
  await stopOrphan(cluster);
  const isLink = lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink();
  // It leads to a folder that holds nothing else.
  if (isLink) await rm(dirname(readlinkSync(cluster)), { recursive: true, force: true });
  for (const name of KEPT) await rm(join(dataFolder, name), { recursive: true, force: true });
}
