import { VendorError } from "~/lib/errors";
import type { AdminClient } from "./admin-client";

/** One answer may take so long; the whole reading of a shop has no deadline. */
const DEADLINE_MS = 20_000;
const MAX_TRIES = 4;
/** What is asked to wait longer fails, and is tried again later. */
const MAX_WAIT_MS = 10_000;
const WAIT_MS = 1_000;

/**
 * The client for work in the background, where nobody waits: calls that Shopify throttles or fails to answer are made
 * again after the pause that it asks for, a few times.
 */
export function createPatientClient(client: AdminClient, wait = waitFor): AdminClient {
  return {
    async query(input) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await withDeadline(DEADLINE_MS, input.signal, (signal) =>
            client.query({ ...input, signal }),
          );
        } catch (error) {
          input.signal?.throwIfAborted();
          const pause = error instanceof VendorError && error.isRetryable ? pauseOf(error, attempt) : null;
          if (pause === null || pause > MAX_WAIT_MS || attempt === MAX_TRIES) throw error;
          await wait(pause, input.signal);
        }
      }
    },
  };
}

const pauseOf = (error: VendorError, attempt: number) => Math.max(error.retryAfterMs ?? 0, attempt * WAIT_MS);

/** Runs the work with a signal that aborts with the outer one, and with a VendorError after the deadline. */
export async function withDeadline<Value>(
  milliseconds: number,
  outer: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value> {
  const controller = new AbortController();
  const abort = () => controller.abort(outer?.reason);
  const timer = setTimeout(
    () => controller.abort(new VendorError("shopify", "Shopify did not answer in time.")),
    milliseconds,
  );
  outer?.addEventListener("abort", abort, { once: true });
  if (outer?.aborted) abort();
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    outer?.removeEventListener("abort", abort);
  }
}

function waitFor(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", abort);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", abort, { once: true });
  });
}
