import { untilAskedToEnd } from "./run-command";
import type { RunSettings } from "./run-settings";
import { type AppProcess, type Stack, startStack } from "./stack";
import { StartupError } from "./startup-error";

/**
 * Starts the stack, tells of it, and ends it when asked to, also half-way through the start. Throws StartupError when it
 * cannot start, or when a part ends by itself.
 */
export async function runStack(
  settings: RunSettings,
  app: AppProcess,
  announce: (stack: Stack) => void,
): Promise<void> {
  const ended = new AbortController();
  void untilAskedToEnd().then(() => ended.abort());
  const stack = await startStack(settings, app, ended.signal);
  if (stack.status === "cancelled") process.exit(0);

  announce(stack);
  const failedPart = await Promise.race([stack.failed, untilAborted(ended.signal)]);
  await stack.stop();
  if (failedPart) throw new StartupError(`The ${failedPart} has ended unexpectedly: see its lines above.`);
  process.exit(0);
}

function untilAborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
}
