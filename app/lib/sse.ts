import { createLogger } from "./logger";

/** How often a silent stream says that it is alive: proxies close connections that look idle. */
const HEARTBEAT_MS = 10_000;

export interface ServerSentEvent {
  id: string;
  event: string;
  data: unknown;
}

/** The last words of a stream that broke: the client may come back and read on, or send its message again. */
const BROKEN: ServerSentEvent = {
  id: "0.0",
  event: "error",
  data: { code: "interrupted", message: "The answer was interrupted. Please try again." },
};
const log = createLogger("sse");

/** One event in the form of `text/event-stream`. JSON holds no line breaks, so `data` is one line. */
export function encodeEvent({ id, event, data }: ServerSentEvent): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

/**
 * Answers with the events that `open` gives, as they come: the headers and a first comment go out before the first of
 * them. Its signal aborts when the reader has gone. What `open` throws is thrown before anything was sent.
 */
export async function streamTo(
  request: Request,
  open: (signal: AbortSignal) => Promise<AsyncIterable<ServerSentEvent>>,
): Promise<Response> {
  const reading = new AbortController();
  // Remix does not cancel the body's stream when the client goes; the request's signal aborts.
  const leave = () => reading.abort();
  if (request.signal.aborted) leave();
  request.signal.addEventListener("abort", leave, { once: true });

  const source = (await open(reading.signal))[Symbol.asyncIterator]();
  const encoder = new TextEncoder();
  const comment = encoder.encode(":\n\n");
  let heartbeat: NodeJS.Timeout | undefined;
  const end = () => {
    clearInterval(heartbeat);
    request.signal.removeEventListener("abort", leave);
    leave();
  };
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(comment);
      heartbeat = setInterval(() => controller.enqueue(comment), HEARTBEAT_MS);
    },
    async pull(controller) {
      try {
        const next = await source.next();
        if (!next.done) return controller.enqueue(encoder.encode(encodeEvent(next.value)));
        end();
        controller.close();
      } catch (error) {
        const wasReading = !reading.signal.aborted;
        end();
        if (wasReading) {
          log.error({ error }, "A stream of events broke");
          controller.enqueue(encoder.encode(encodeEvent(BROKEN)));
        }
        controller.close();
      }
    },
    cancel: end,
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      "X-Accel-Buffering": "no",
    },
  });
}
