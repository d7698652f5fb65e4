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
  let data: string[] = [];

  function readLine(line: string): void {
    if (line === "") {
      if (data.length > 0) onEvent({ id, event: event || "message", data: data.join("\n") });
      event = "";
      data = [];
      return;
    }
    const [, field, value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
  }

  return (piece) => {
    rest += piece;
    // A carriage return at the end may be the first half of a line's end.
    const lines = rest.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? "";
    for (const line of lines) readLine(line);
  };
}
