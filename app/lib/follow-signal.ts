export interface Following {
  signal: AbortSignal;
  /** The promise's outcome, or a rejection as soon as the signal aborts, even if a vendor's client takes its time. */
  untilAborted<T>(promise: PromiseLike<T>): Promise<T>;
  /** Ends what runs under `signal`, whoever stopped waiting. */
  hangUp(): void;
}

/** A signal of one's own for one request, that aborts with the caller's. */
export function followSignal(signal: AbortSignal): Following {
  const controller = new AbortController();
  let rejectAborted: (reason: unknown) => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    rejectAborted = reject;
  });
  // Nobody may be waiting when it rejects.
  aborted.catch(() => undefined);
  const abort = () => {
    controller.abort();
    rejectAborted(signal.reason);
  };
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    untilAborted: (promise) => Promise.race([promise, aborted]),
    hangUp() {
      signal.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}
