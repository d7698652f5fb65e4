export interface Deadline {
  /** Aborts when the time is over, or with the signal before. */
  signal: AbortSignal;
  /** Resolves when `signal` aborts. */
  passed: Promise<void>;
  /** To be called when nobody waits any more. */
  end(): void;
}

/** AbortSignal.timeout may be collected before it fires on Node 20. */
export function startDeadline(milliseconds: number, signal: AbortSignal): Deadline {
  const deadline = new AbortController();
  const abort = () => deadline.abort(signal.reason);
  const timer = setTimeout(() => deadline.abort(), milliseconds);
  const end = () => {
    clearTimeout(timer);
    signal.removeEventListener("abort", abort);
  };
  const passed = new Promise<void>((resolve) => {
    deadline.signal.addEventListener("abort", () => {
      end();
      resolve();
    });
  });
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return { signal: deadline.signal, passed, end };
}
