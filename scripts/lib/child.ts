import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Variables } from "./dev-environment";
import { projectRoot } from "./project-root";
import { StartupError } from "./startup-error";

/** A Node process of ours that runs beside this one, and never outlives it. */
export interface Child {
  name: string;
  /** Settles when it has ended, asked to or not. */
  exited: Promise<void>;
  hasExited(): boolean;
  /** Asks it to end, and ends it when it does not. */
  stop(): Promise<void>;
}

const PATIENCE_MS = 10_000;
const endWithParent = fileURLToPath(new URL("end-with-parent.mjs", import.meta.url));

/** Starts `node` with `parameters` in the project's folder; what it prints appears with its name in front. */
export function startChild(name: string, parameters: string[], environment: Variables): Child {
  // A group of its own: Ctrl+C reaches this process alone, which then ends the others in order.
  const child = spawn(process.execPath, ["--import", endWithParent, ...parameters], {
    cwd: projectRoot,
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
    env: environment as NodeJS.ProcessEnv,
  });
  printWithName(name, child);
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const kill = () => void child.kill("SIGKILL");
  process.once("exit", kill);
  void exited.then(() => process.off("exit", kill));
  const hasExited = () => child.exitCode !== null || child.signalCode !== null;

  return {
    name,
    exited,
    hasExited,
    async stop() {
      if (hasExited()) return;
      child.kill("SIGTERM");
      const timer = setTimeout(kill, PATIENCE_MS);
      await exited;
      clearTimeout(timer);
    },
  };
}

function printWithName(name: string, child: ChildProcess): void {
  for (const [input, output] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    if (input) createInterface({ input }).on("line", (line) => output.write(`[${name}] ${line}\n`));
  }
}

const POLL_MS = 100;
/** One that answers, but with errors, is given time to come to itself, and not much. */
const ERROR_POLL_MS = 1_000;
const MAX_ERRORS = 3;

/** Waits until `url` answers with 2xx. Throws StartupError when the child ends or fails first, or takes too long. */
export async function waitUntilReady(child: Child, url: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (let errors = 0; ; ) {
    const status = await askStatus(url);
    if (status >= 200 && status < 300) return;
    if (status > 0) errors += 1;
    if (child.hasExited())
      throw new StartupError(`The ${child.name} ended before it was ready: see its lines above.`);
    if (errors >= MAX_ERRORS)
      throw new StartupError(`The ${child.name} answers ${status} at ${url}: see its lines above.`);
    if (Date.now() > deadline)
      throw new StartupError(`The ${child.name} was not ready within ${timeoutMs / 1000} s.`);
    await sleep(status > 0 ? ERROR_POLL_MS : POLL_MS);
  }
}

/** 0 while nobody listens, or it is busy with its first request. */
async function askStatus(url: string): Promise<number> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(30_000) });
    await response.arrayBuffer();
    return response.status;
  } catch (error) {
    if (error instanceof TypeError || (error as Error).name === "TimeoutError") return 0;
    throw error;
  }
}
