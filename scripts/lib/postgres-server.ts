import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createWriteStream } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./postgres-binaries";
import { brokenCluster } from "./postgres-cluster";
import type { ServiceAccount } from "./service-account";

const run = promisify(execFile);

const START_TIMEOUT_MS = 30_000;
/** Processes of a killed server take a moment to notice; until then the cluster's shared memory is theirs. */
const START_ATTEMPTS = 10;
const ATTEMPT_PAUSE_MS = 300;

export interface ServerPlan {
  binaries: PostgresBinaries;
  account: ServiceAccount | null;
  /** The cluster's files. */
  folder: string;
  port: number;
  /** The server's own log, of this run alone. */
  logPath: string;
  /** Trades the survival of a power cut for speed. */
  disposable: boolean;
}

export interface PostgresServer {
  /** Ends it in order: open connections are cut, nothing that was committed is lost. */
  stop(): Promise<void>;
  /** Settles when the server has ended, asked to or not. */
  exited: Promise<void>;
}

/** Starts the server on the cluster's files and waits until it takes connections. Throws StartupError. */
export async function startServer(plan: ServerPlan): Promise<PostgresServer> {
  for (let attempt = 1; ; attempt++) {
    const outcome = await tryStart(plan);
    if (outcome.status === "ready") return outcome.server;
    if (attempt >= START_ATTEMPTS || !outcome.log.includes("shared memory block")) {
      throw brokenCluster(plan.folder, lastComplaint(outcome.log) ?? "PostgreSQL ended without saying why");
    }
    await sleep(ATTEMPT_PAUSE_MS);
  }
}

type StartOutcome = { status: "ready"; server: PostgresServer } | { status: "failed"; log: string };

function tryStart(plan: ServerPlan): Promise<StartOutcome> {
  // A group of its own: Ctrl+C must reach the app first and the database last.
  const child = spawn(plan.binaries.postgres, serverArguments(plan), {
    ...plan.account,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const endWithProcess = () => void child.kill("SIGINT");
  process.once("exit", endWithProcess);
  void exited.then(() => process.off("exit", endWithProcess));

  return new Promise((resolve) => {
    let log = "";
    const timer = setTimeout(() => {
      log += "\nFATAL:  it was not ready in time";
      child.kill("SIGQUIT");
    }, START_TIMEOUT_MS);
    const settle = (outcome: StartOutcome) => {
      clearTimeout(timer);
      resolve(outcome);
    };
    child.once("error", (error) => settle({ status: "failed", log: `FATAL:  ${error.message}` }));
    child.once("close", () => settle({ status: "failed", log }));
    child.stderr.pipe(createWriteStream(plan.logPath, { mode: 0o600 }));
    child.stderr.on("data", function read(chunk: Buffer) {
      log += chunk;
      if (!log.includes("database system is ready to accept connections")) return;
      child.stderr.off("data", read);
      settle({ status: "ready", server: { exited, stop: () => stopServer(child, exited, plan) } });
    });
  });
}

function serverArguments({ folder, port, disposable }: ServerPlan): string[] {
  const settings = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    ...(disposable && {
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
      max_connections: "300",
    }),
  };
  const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
  return ["-D", folder, "-p", String(port), ...options];
}

async function stopServer(child: ChildProcess, exited: Promise<void>, plan: ServerPlan): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    // Windows knows no signals; elsewhere SIGINT is PostgreSQL's fast shutdown.
    if (process.platform === "win32")
      await run(plan.binaries.pgCtl, ["stop", "-D", plan.folder, "-m", "fast"]);
    else child.kill("SIGINT");
  }
  await exited;
}

/** What the log calls fatal, without the time and the level in front. */
function lastComplaint(log: string): string | undefined {
  const complaint = log
    .split("\n")
    .findLast((line) => /(?:FATAL|PANIC|ERROR):|error while loading|: line \d/.test(line));
  return complaint?.replace(/^.*?(?:FATAL|PANIC|ERROR):\s*/, "").trim();
}
