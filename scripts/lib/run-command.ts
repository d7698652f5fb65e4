import { StartupError } from "./startup-error";

const LOOK_EVERY_MS = 100;

/** Runs a command's main function. What it cannot do is said in one sentence; a bug keeps its stack. */
export async function runCommand(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof StartupError ? error.message : error);
    process.exit(1);
  }
}

/**
 * Settles when this process is asked to end: by Ctrl+C, by SIGTERM, by a closed terminal, or, under npm, by the end of
 * the npm that started it, which cannot pass on the signal that killed it.
 */
export function untilAskedToEnd(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve());
    if (!process.env.npm_lifecycle_event) return;
    setInterval(() => process.ppid !== parent && resolve(), LOOK_EVERY_MS).unref();
  });
}
