import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { StartupError } from "./startup-error";

/** A user of the operating system, by number. */
export interface ServiceAccount {
  uid: number;
  gid: number;
}

/**
 * Whom PostgreSQL runs as: null for the user who is at it, or an unprivileged one when that is root, whom PostgreSQL
 * refuses. `postgres` where the machine has that user, else `nobody`; none is created.
 */
export function findServiceAccount(): ServiceAccount | null {
  if (process.getuid?.() !== 0) return null;
  const account = findAccount("postgres") ?? findAccount("nobody");
  if (account) return account;
  throw new StartupError(
    "PostgreSQL does not run as root, and this machine has neither a user `postgres` nor `nobody`: use another user, or set DATABASE_URL.",
  );
}

function findAccount(name: string): ServiceAccount | null {
  const numberOf = (flag: string) =>
    Number(execFileSync("id", [flag, name], { stdio: ["ignore", "pipe", "ignore"] }));
  try {
    return { uid: numberOf("-u"), gid: numberOf("-g") };
  } catch (error) {
    if ((error as { status?: number }).status) return null;
    throw new StartupError("The command `id` is missing: use another user than root, or set DATABASE_URL.", {
      cause: error,
    });
  }
}

/** The folders on the way to `path`, itself included, that the account may not enter; the outermost first. */
export function findClosedFolders(path: string, account: ServiceAccount): string[] {
  const folder = resolve(path);
  const outer = dirname(folder) === folder ? [] : findClosedFolders(dirname(folder), account);
  return mayEnter(folder, account) ? outer : [...outer, folder];
}

function mayEnter(folder: string, account: ServiceAccount): boolean {
  const { mode, uid, gid } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
