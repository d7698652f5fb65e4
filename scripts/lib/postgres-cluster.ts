import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import { promisify } from "node:util";
import { type PostgresBinaries, SHARED_FOLDER } from "./postgres-binaries";
import { findClosedFolders, type ServiceAccount } from "./service-account";
import { StartupError } from "./startup-error";

const run = promisify(execFile);

/** The superuser of every cluster, and the database that it is given. */
export const CLUSTER_USER = "aisle";

/**
 * The folder of the cluster's files: `postgres` in the data folder. Where that is closed to the account PostgreSQL runs
 * as, a link there leads to a folder that is open.
 */
export async function findClusterFolder(dataFolder: string, account: ServiceAccount | null): Promise<string> {
  await mkdir(dataFolder, { recursive: true });
  const folder = join(dataFolder, "postgres");
  const closed = account ? findClosedFolders(dataFolder, account) : [];
  if (closed.length === 0) return folder;

  // The data folder is ours, so others may pass through it; the folders above it are not.
  if (closed.length === 1 && closed[0] === resolve(dataFolder)) {
    await chmod(dataFolder, 0o711);
    return folder;
  }
  const openFolder = join(openFolderFor(dataFolder), "postgres");
  await mkdir(join(openFolder, ".."), { recursive: true, mode: 0o755 });
  await linkTo(openFolder, folder);
  return openFolder;
}

function openFolderFor(dataFolder: string): string {
  const path = resolve(dataFolder);
  const name = createHash("sha256").update(path).digest("hex").slice(0, 16);
  return path.startsWith(tmpdir() + sep) ? join(tmpdir(), `aisle-${name}`) : join(SHARED_FOLDER, name);
}

async function linkTo(target: string, link: string): Promise<void> {
  const existing = await lstat(link).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!existing) await symlink(target, link);
}

/** Creates the cluster's files when there are none. An interrupted creation leaves nothing that looks finished. */
export async function ensureCluster(
  folder: string,
  binaries: PostgresBinaries,
  account: ServiceAccount | null,
  password: string,
): Promise<void> {
  if (await isCluster(folder, binaries)) return;
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { mode: 0o700 });
  const passwordFile = `${folder}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(unfinished, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }
  try {
    await run(
      binaries.initdb,
      [
        ...[`--pgdata=${unfinished}`, `--username=${CLUSTER_USER}`, `--pwfile=${passwordFile}`],
        ...["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--no-sync"],
        ...["--locale-provider=builtin", "--builtin-locale=C.UTF-8"],
      ],
      { ...account, env: { ...process.env, LC_ALL: "C" } },
    );
  } catch (error) {
    const reason =
      (error as { stderr?: string }).stderr?.trim().split("\n").at(-1) ?? (error as Error).message;
    throw new StartupError(
      `PostgreSQL could not create a database in ${folder} (${reason}): set AISLE_DATA_DIR to another folder, or DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

/** False when there is nothing yet. Throws when there is something that is not a cluster of this PostgreSQL. */
async function isCluster(folder: string, binaries: PostgresBinaries): Promise<boolean> {
  if (!existsSync(folder) || (await readEntries(folder)).length === 0) return false;
  const versionFile = join(folder, "PG_VERSION");
  if (!existsSync(versionFile)) throw brokenCluster(folder, "it is not a PostgreSQL data folder");
  const version = (await readFile(versionFile, "utf8")).trim();
  const { stdout } = await run(binaries.postgres, ["--version"], { env: { ...process.env, LC_ALL: "C" } });
  if (!stdout.includes(` ${version}.`)) throw brokenCluster(folder, `it was made by PostgreSQL ${version}`);
  return true;
}

async function readEntries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw brokenCluster(
      folder,
      (error as NodeJS.ErrnoException).code === "EACCES" ? "it is another user's" : `${error}`,
    );
  }
}

export function brokenCluster(folder: string, reason: string): StartupError {
  return new StartupError(
    `The database in ${folder} cannot be used (${reason}): start over with \`npm run dev -- --fresh\`, which deletes it, or set AISLE_DATA_DIR to another folder.`,
  );
}
