import type { LoggedTurnEvent } from "~/protocol/events";
import { findProblem, type Problem, problemOfThrown } from "./problem";
import { createSseParser, type ServerSentEvent } from "./sse-parser";

/** How one HTTP exchange of a turn ended. A "cut" one gave no closing event. */
export type Ending = "closed" | "cut" | Problem;

/** Milliseconds of silence after which a connection counts as dead; the server sends something every 10 s. */
const IDLE_MS = 25_000;

/**
 * Opens an event stream and gives its events. `firstEventMs` bounds the wait for the first one. Never throws; an abort of
 * `signal` ends it as "cut".
 */
export async function* readEvents(
  open: (signal: AbortSignal) => Promise<Response>,
  firstEventMs: number,
  signal: AbortSignal,
): AsyncGenerator<LoggedTurnEvent, Ending> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  signal.addEventListener("abort", stop);
  let timer = setTimeout(stop, firstEventMs);
  let anyEvent = false;
  try {
    const response = await open(abort.signal);
    const problem = await findProblem(response, "text/event-stream");
    if (problem || !response.body) return problem ?? { kind: "not-ours" };

    const arrived: ServerSentEvent[] = [];
    const parse = createSseParser((event) => arrived.push(event));
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return "cut";
      parse(decoder.decode(value, { stream: true }));
      anyEvent ||= arrived.length > 0;
      if (anyEvent) {
        clearTimeout(timer);
        timer = setTimeout(stop, IDLE_MS);
      }
      for (const { data, ...event } of arrived.splice(0)) {
        yield { ...event, data: JSON.parse(data) } as LoggedTurnEvent;
        if (event.event === "turn-end" || event.event === "error") return "closed";
      }
    }
  } catch {
    return anyEvent || signal.aborted ? "cut" : problemOfThrown(abort.signal.aborted);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
    abort.abort();
  }
}
