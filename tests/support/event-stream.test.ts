import { expect, test } from "vitest";
import { readEventStream, type StreamEvent } from "./event-stream";
import { toTurn } from "./turn";

const streamOf = (text: string, size: number): ReadableStream<Uint8Array> => {
  const bytes = new TextEncoder().encode(text);
  return new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.slice(at, at + size));
      controller.close();
    },
  });
};

async function read(text: string, size = 1): Promise<StreamEvent[]> {
  const events: StreamEvent[] = [];
  for await (const event of readEventStream(streamOf(text, size))) events.push(event);
  return events;
}

test("events are whole however the bytes are cut, even inside a letter and a line end", async () => {
  const text =
    'id: 1.1\r\nevent: text-delta\r\ndata: {"text":"Grüße 🧥"}\r\n\r\n: beat\n\nid: 1.2\nevent: turn-end\ndata: {}\n\n';
  for (const size of [1, 2, 3, 7, 1000]) {
    expect(await read(text, size)).toEqual([
      { id: "1.1", event: "text-delta", data: { text: "Grüße 🧥" } },
      { id: "1.2", event: "turn-end", data: {} },
    ]);
  }
});

test("an event that was cut off is none", async () => {
  expect(await read('event: text-delta\ndata: {"text":"half"}\n')).toEqual([]);
});

test("a turn's text is what came after the last reset; its cards are kept", () => {
  const events = [
    { event: "text-delta", data: { text: "Wrong" } },
    { event: "card", data: { kind: "order", name: "#1" } },
    { event: "reset", data: { reason: "grounding" } },
    { event: "text-delta", data: { text: "Right" } },
    { event: "turn-end", data: { turnId: "t", outcome: "answered", model: "builtin" } },
  ].map((event, at) => ({ id: `1.${at}`, ...event }));
  expect(toTurn(events)).toMatchObject({
    turnId: "t",
    text: "Right",
    outcome: "answered",
    model: "builtin",
    orders: [{ name: "#1" }],
    error: null,
  });
});
