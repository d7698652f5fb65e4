import { type Child, startChild, waitUntilReady } from "./child";
import { type DevDatabase, openDevDatabase } from "./dev-database";
import { createDevEnvironment, type Variables } from "./dev-environment";
import { createDevStoreControl } from "./dev-store-control";
import { isPortFree } from "./ports";
import type { RunSettings } from "./run-settings";
import { startOver } from "./start-over";
import { StartupError } from "./startup-error";

export interface Stack {
  status: "running";
  storeUrl: string;
  appUrl: string;
  databaseUrl: string;
  /** The app was not installed before, so its chat was turned on in the theme. */
  isFirstRun: boolean;
  /** Settles with the name of the first part that ended by itself. */
  failed: Promise<string>;
  /** Ends everything: the app first, the database last. */
  stop(): Promise<void>;
}

/** The app's process: parameters for node, and what its environment has on top. */
export interface AppProcess {
  parameters: string[];
  environment: Variables;
}

/** A loaded machine is slow, not wrong: in development the first request has the whole app read. */
const READY_TIMEOUT_MS = 300_000;
const REDIRECT_FETCH = ["--import", "./dev-store/redirect-fetch.mjs"];

/**
 * Starts database, simulated store and app in this order, and installs the app on the store. When one of them cannot
 * start, the others are ended and StartupError is thrown; the same, without an error, when `signal` aborts first.
 */
export async function startStack(
  settings: RunSettings,
  app: AppProcess,
  signal: AbortSignal,
): Promise<Stack | { status: "cancelled" }> {
  await requireFreePort(settings.port, "PORT");
  await requireFreePort(settings.devStorePort, "DEV_STORE_PORT");
  if (settings.fresh) await startOver(settings.dataFolder);

  const running: { stop(): Promise<void> }[] = [];
  const stop = async () => {
    for (const part of running.splice(0).reverse()) await part.stop();
  };
  // Whoever waits for a part that is ended learns of it at once.
  const cancel = () => void stop();
  signal.addEventListener("abort", cancel);
  try {
    const database = await openDevDatabase(settings);
    running.push(database);
    signal.throwIfAborted();
    const { store, appChild, ...urls } = await startProcesses(settings, app, database, (child) =>
      running.push(child),
    );
    const isFirstRun = await install(urls.storeUrl);
    signal.throwIfAborted();
    const failed = Promise.race([
      nameAtExit(store),
      nameAtExit(appChild),
      database.exited.then(() => "database"),
    ]);
    return { status: "running", ...urls, databaseUrl: database.url, isFirstRun, failed, stop };
  } catch (error) {
    await stop();
    if (signal.aborted) return { status: "cancelled" };
    throw error;
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}

async function startProcesses(
  settings: RunSettings,
  app: AppProcess,
  database: DevDatabase,
  onStarted: (child: Child) => void,
) {
  const environment = createDevEnvironment(settings, database.url);
  const storeUrl = `http://localhost:${settings.devStorePort}`;
  const appUrl = `http://localhost:${settings.port}`;

  const store = startChild("store", ["--import", "tsx", "dev-store/main.ts"], environment);
  onStarted(store);
  const appChild = startChild("app", [...REDIRECT_FETCH, ...app.parameters], {
    ...environment,
    ...app.environment,
  });
  onStarted(appChild);
  await Promise.all([
    waitUntilReady(store, `${storeUrl}/__control/state`, READY_TIMEOUT_MS),
    waitUntilReady(appChild, `${appUrl}/healthz`, READY_TIMEOUT_MS),
  ]);
  return { store, appChild, storeUrl, appUrl };
}

/** Installs anew at every start: the app finds its token again, or gets one. The chat is turned on at the first alone. */
async function install(storeUrl: string): Promise<boolean> {
  const control = createDevStoreControl(storeUrl);
  const isFirstRun = !(await control.isInstalled());
  await control.install();
  if (isFirstRun) await control.turnEmbedOn();
  return isFirstRun;
}

async function nameAtExit(child: Child): Promise<string> {
  await child.exited;
  return child.name;
}

async function requireFreePort(port: number, variable: string): Promise<void> {
  if (await isPortFree(port)) return;
  throw new StartupError(`Port ${port} is in use: end what uses it, or set ${variable} to another one.`);
}
