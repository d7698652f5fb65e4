import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

const STOP_TIMEOUT_MS = 10_000;

/** True while a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** The id of the PostgreSQL that works on the cluster in `folder`; null when none does, whatever its pid file says. */
export async function findServer(folder: string): Promise<number | null> {
  const pidFile = join(folder, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const pid = Number.parseInt(await readFile(pidFile, "utf8"), 10);
  return pid > 0 && isAlive(pid) && (await isPostgres(pid)) ? pid : null;
}

/** After a kill -9 or a power cut: ends a server that was left behind, and removes the pid file of one that is gone. */
export async function stopOrphan(folder: string): Promise<void> {
  const pid = await findServer(folder);
  if (pid !== null) {
    process.kill(pid, "SIGINT");
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (isAlive(pid) && Date.now() < deadline) await sleep(20);
    if (isAlive(pid)) process.kill(pid, "SIGQUIT");
  }
  // PostgreSQL would take another process that now has the same id for the server of the file.
  await rm(join(folder, "postmaster.pid"), { force: true });
}

/** Process ids are used again, so a living process may be anything. */
async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform === "win32") return true;
  return (await commandOf(pid)).includes("postgres");
}

async function commandOf(pid: number): Promise<string> {
  try {
    if (existsSync("/proc/self/cmdline")) return await readFile(`/proc/${pid}/cmdline`, "utf8");
    return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout;
  } catch (error) {
    // The process ended in the meantime; everything else is a reason to be careful.
    return isAlive(pid) ? `postgres? ${error}` : "";
  }
}
