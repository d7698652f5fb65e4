/** One server-sent event as it came; `data` is parsed JSON. Written apart from the app's own reader, on purpose. */
export interface StreamEvent {
  id: string;
  event: string;
  data: Record<string, unknown>;
}

/** The events of a `text/event-stream` body, as they arrive. Comments are skipped; an unfinished last event is dropped. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  let rest = "";
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      rest = (rest + decoder.decode(part.value, { stream: true })).replaceAll("\r\n", "\n");
      for (let end = rest.indexOf("\n\n"); end >= 0; end = rest.indexOf("\n\n")) {
        const event = parseEvent(rest.slice(0, end));
        rest = rest.slice(end + 2);
        if (event) yield event;
      }
    }
  } finally {
    // Whoever leaves early drops the connection; after the end this does nothing.
    await reader.cancel();
  }
}

function parseEvent(block: string): StreamEvent | null {
  const fields = { id: "", event: "message", data: [] as string[] };
  for (const line of block.split("\n")) {
    const [, name, value = ""] = /^(\w+):\s?(.*)$/.exec(line) ?? [];
    if (name === "data") fields.data.push(value);
    else if (name === "id" || name === "event") fields[name] = value;
  }
  if (fields.data.length === 0) return null;
  return {
    id: fields.id,
    event: fields.event,
    data: JSON.parse(fields.data.join("\n")) as StreamEvent["data"],
  };
}
