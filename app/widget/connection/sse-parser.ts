export interface ServerSentEvent {
  id: string;
  event: string;
  data: string;
}

/**
 * Reads `text/event-stream` in pieces of any size and gives whole events. `id` is the last one seen, as the standard
 * asks. Comments and unknown fields are dropped; an event that the stream's end cuts off is never given. The
 * decoder has taken a byte order mark away.
 */
export function createSseParser(onEvent: (event: ServerSentEvent) => unknown): (piece: string) => void {
  let rest = "";
  let id = "";
  let event = "";
  /** Each line of it after a line break. */
  let data = "";

  function readLine(line: string): void {
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/.exec(line) ?? [];
    if (field === "data") data += `\n${value}`;
    if (field === "event") event = value;
    if (field === "id" && !value.includes("\0")) id = value;
    if (line) return;
    if (data) onEvent({ id, event: event || "message", data: data.slice(1) });
    event = data = "";
  }

  return (piece) => {
    // A carriage return at the end may be the first half of a line's end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() as string;
    lines.forEach(readLine);
  };
}
