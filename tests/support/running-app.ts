import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const PROJECT_ROOT = fileURLToPath(new URL("../..", import.meta.url));

const JSON_BODY = { "Content-Type": "application/json" };

export interface RunningAppOptions {
  command?: "preview" | "dev";
  /** Another checkout of the project than this one. */
  projectRoot?: string;
  /** A folder of Shopify exports, relative to the project; the example store when unset. */
  storeData?: string;
  /** Kept afterwards when given; a temporary folder that is removed otherwise. */
  dataDirectory?: string;
  env?: Record<string, string>;
  /** Milliseconds until everything must be up, a build included. */
  timeout?: number;
}

export interface RunningApp {
  readonly storefrontUrl: string;
  readonly appUrl: string;
  /** The process that was started; all others are below it. */
  readonly pid: number;
  /** Milliseconds from the start until the simulated store answered, and until the app was installed and ready. */
  readonly timings: { store: number; ready: number };
  /** Everything printed so far, errors included. */
  output(): string;
  /** The simulated store's control door: POST with a body, GET without. */
  control<T = unknown>(path: string, body?: unknown): Promise<T>;
  /** SIGTERM and wait; throws when anything is left after fifteen seconds. */
  stop(): Promise<void>;
}

/** Runs `npm run preview` (or dev) as an outsider does: ports, data folder and store by environment, nothing inherited. */
export async function startApp(options: RunningAppOptions = {}): Promise<RunningApp> {
  const [port, storePort] = await Promise.all([freePort(), freePort()]);
  const dataDirectory = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), "aisle-test-")));
  const storefrontUrl = `http://localhost:${storePort}`;
  const appUrl = `http://localhost:${port}`;
  const started = performance.now();
  const child = spawn("npm", ["run", "--silent", options.command ?? "preview"], {
    cwd: options.projectRoot ?? PROJECT_ROOT,
    env: {
      ...outsideEnvironment(),
      LOG_LEVEL: "warn",
      ...(options.storeData && { DEV_STORE_DATA: options.storeData }),
      ...options.env,
      PORT: String(port),
      DEV_STORE_PORT: String(storePort),
      AISLE_DATA_DIR: dataDirectory,
    },
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that nothing of it can survive `stop`.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (bytes: Buffer) => (output += bytes.toString()));

  const abandon = endWithThisProcess(child);
  const stop = async (): Promise<void> => {
    await endGroup(child);
    abandon();
    if (options.dataDirectory === undefined)
      await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    const deadline = started + (options.timeout ?? 180_000);
    const waitFor = (what: string, isUp: () => Promise<boolean>) => waitUntil(what, isUp, child, deadline);
    await waitFor("the simulated store", () => answers(`${storefrontUrl}/__control/state`));
    const store = performance.now() - started;
    await waitFor("the app to be ready", () => answers(`${appUrl}/readyz`));
    await waitFor("the app to be installed", () =>
      answers(`${storefrontUrl}/apps/aisle/session`, { method: "POST", headers: JSON_BODY, body: "{}" }),
    );
    const timings = { store, ready: performance.now() - started };
    return {
      storefrontUrl,
      appUrl,
      pid: child.pid ?? 0,
      timings,
      output: () => output,
      control: controlDoor(storefrontUrl),
      stop,
    };
  } catch (error) {
    await stop();
    throw new Error(
      `${error instanceof Error ? error.message : error}\n--- its output:\n${output.slice(-4000)}`,
    );
  }
}

/** The machine's environment without what this project or its test runner reads. */
function outsideEnvironment(): NodeJS.ProcessEnv {
  const own =
    /^(NODE_ENV|PORT|DATABASE_URL|REDIS_URL|VITEST.*|SHOPIFY_.*|SCOPES|(OPENAI|ANTHROPIC|GEMINI|MISTRAL)_.*|MODEL_.*|SMTP_.*|DEV_STORE_.*|AISLE_.*|TOKEN_ENCRYPTION_KEY|npm_.*)$/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !own.test(name)),
  ) as NodeJS.ProcessEnv;
}

/** POST with a body, GET without. */
export const controlDoor =
  (storefrontUrl: string) =>
  async <T>(path: string, body?: unknown): Promise<T> => {
    const response = await fetch(`${storefrontUrl}/__control/${path}`, {
      method: body === undefined ? "GET" : "POST",
      ...(body !== undefined && {
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify(body),
      }),
    });
    if (!response.ok)
      throw new Error(`The control door answered ${path} with ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  };

async function answers(url: string, init: RequestInit = {}): Promise<boolean> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(2000) });
    await response.arrayBuffer();
    return response.ok;
  } catch (error) {
    // Refused, reset or too slow: not up yet.
    if (error instanceof Error) return false;
    throw error;
  }
}

async function waitUntil(
  what: string,
  isUp: () => Promise<boolean>,
  child: ChildProcess,
  deadline: number,
): Promise<void> {
  while (!(await isUp())) {
    if (child.exitCode !== null)
      throw new Error(`It ended with code ${child.exitCode} while waiting for ${what}`);
    if (performance.now() > deadline) throw new Error(`Waited too long for ${what}`);
    await sleep(100);
  }
}

/** A group of its own hears no Ctrl+C: tells it when this process goes. Gives what takes the promise back. */
function endWithThisProcess(child: ChildProcess): () => void {
  const end = (): void => void (child.pid && signal(-child.pid, "SIGTERM"));
  const leave = (): void => process.exit(130);
  // A test runner that listens itself ends in its own way, which is an exit too.
  const unheard = (["SIGINT", "SIGTERM"] as const).filter((name) => process.listenerCount(name) === 0);
  for (const name of unheard) process.once(name, leave);
  process.once("exit", end);
  return () => {
    process.off("exit", end);
    for (const name of unheard) process.off(name, leave);
  };
}

async function endGroup(child: ChildProcess): Promise<void> {
  const group = -(child.pid ?? 0);
  if (group === 0) return;
  signal(group, "SIGTERM");
  for (let waited = 0; waited < 15_000; waited += 50) {
    if (!signal(group, 0)) return;
    await sleep(50);
  }
  signal(group, "SIGKILL");
  throw new Error("Processes were left fifteen seconds after SIGTERM");
}

/** False when the group has nobody left. */
function signal(group: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(group, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return false;
    throw error;
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("No port")),
      );
    });
  });
