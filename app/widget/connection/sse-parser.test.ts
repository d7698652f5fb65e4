import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSseParser, type ServerSentEvent } from "./sse-parser";

function parse(...pieces: string[]): ServerSentEvent[] {
  const events: ServerSentEvent[] = [];
  const push = createSseParser((event) => events.push(event));
  for (const piece of pieces) push(piece);
  return events;
}

describe("an event stream", () => {
  test("gives the same events wherever the network cuts it", () => {
    const stream =
      '\uFEFF: hello\r\nid: 1.1\r\nevent: status\r\ndata: {"label":"Ä…"}\r\n\r\nid:1.2\revent:text-delta\rdata:a\rdata: b\r\rdata: x\n\n';
    const whole = parse(stream);
    expect(whole).toEqual([
      { id: "1.1", event: "status", data: '{"label":"Ä…"}' },
      { id: "1.2", event: "text-delta", data: "a\nb" },
      { id: "1.2", event: "message", data: "x" },
    ]);
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 12 }), (cuts) => {
        const edges = [0, ...cuts.sort((a, b) => a - b), stream.length];
        const pieces = edges.slice(1).map((edge, index) => stream.slice(edges[index], edge));
        expect(parse(...pieces)).toEqual(whole);
      }),
    );
  });

  test("never gives an event that its end cut off", () => {
    expect(parse("event: text-delta\ndata: half\n")).toEqual([]);
  });

  test("drops comments, unknown fields and events without data", () => {
    expect(parse(": ping\n\nretry: 10\nfoo\n\nevent: status\n\n")).toEqual([]);
  });

  test("keeps the last id when one has a null character", () => {
    expect(parse("id: 1\ndata: a\n\nid: 2\0\ndata: b\n\n").map(({ id }) => id)).toEqual(["1", "1"]);
  });
});
