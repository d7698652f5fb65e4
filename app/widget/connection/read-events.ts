import type { LoggedTurnEvent } from "~/protocol/events";
import { findProblem, type Problem, problemOfThrown } from "./problem";
import { createSseParser } from "./sse-parser";

/** How one HTTP exchange of a turn ended. A "cut" one gave no closing event. */
export type Ending = "closed" | "cut" | Problem;

/** Milliseconds of silence after which a connection counts as dead; the server sends something every 10 s. */
const IDLE_MS = 25_000;

/**
 * Opens an event stream and hands its events to `take`. `firstEventMs` bounds the wait for the first one. Never rejects; an
 * abort of `signal`, which reads one stream at a time, ends it as "cut".
 */
export async function readEvents(
  open: (signal: AbortSignal) => Promise<Response>,
  firstEventMs: number,
  signal: AbortSignal,
  take: (event: LoggedTurnEvent) => void,
): Promise<Ending> {
  const abort = new AbortController();
  const stop = () => abort.abort();
  signal.onabort = stop;
  let timer = setTimeout(stop, firstEventMs);
  let ending: Ending | undefined;
  const parse = createSseParser(({ data, ...event }) => {
    if (ending === "closed") return;
    ending = /^(turn-end|error)$/.test(event.event) ? "closed" : "cut";
    take({ ...event, data: JSON.parse(data) } as LoggedTurnEvent);
  });
  try {
    const response = await open(abort.signal);
    const problem = await findProblem(response, "text/event-stream");
    if (problem) return problem;
    const reader = (response.body as ReadableStream<Uint8Array>).getReader();
    const decoder = new TextDecoder();
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return "cut";
      parse(decoder.decode(value, { stream: true }));
      if (ending === "closed") return ending;
      if (ending) {
        clearTimeout(timer);
        timer = setTimeout(stop, IDLE_MS);
      }
    }
  } catch {
    return ending || signal.aborted ? "cut" : problemOfThrown(abort.signal.aborted);
  } finally {
    clearTimeout(timer);
    stop();
  }
}
