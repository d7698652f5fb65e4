import { afterEach, describe, expect, it, vi } from "vitest";
import { type ServerSentEvent, streamTo } from "./sse";

const request = (signal?: AbortSignal) => new Request("https://aisle.example/chat", { signal });
const event = (id: string): ServerSentEvent => ({
  id,
  event: "status",
  data: { label: 'a\nb\r\n\n"c"\u2028' },
});

afterEach(() => void vi.useRealTimers());

describe("a stream of events", () => {
  it("sends a comment before the first event, one line of JSON each, and forbids keeping and buffering", async () => {
    const response = await streamTo(request(), async () =>
      (async function* () {
        yield event("1.1");
        yield event("1.2");
      })(),
    );
    const blocks = (await response.text()).split("\n\n");
    expect(blocks[0]).toBe(":");
    expect(blocks[1]).toBe(`id: 1.1\nevent: status\ndata: ${JSON.stringify(event("").data)}`);
    expect(blocks.slice(3)).toEqual([""]);
    expect(response.headers.get("Cache-Control")).toBe("no-store, no-transform");
    expect(response.headers.get("X-Accel-Buffering")).toBe("no");
  });

  it("throws what its opening throws, before anything is sent", async () => {
    await expect(streamTo(request(), async () => Promise.reject(new Error("busy")))).rejects.toThrow("busy");
  });

  it("ends with an error event when it breaks, and tells nothing of why", async () => {
    const response = await streamTo(request(), async () =>
      (async function* () {
        yield event("1.1");
        throw new Error("the password is hunter2");
      })(),
    );
    const text = await response.text();
    expect(text).toMatch(/event: error\ndata: \{"code":"interrupted"/);
    expect(text).not.toContain("hunter2");
  });

  it("tells whoever writes it that the reader has gone, and that in silence", async () => {
    const leaving = new AbortController();
    let heard = false;
    const response = await streamTo(request(leaving.signal), async (signal) =>
      (async function* () {
        yield event("1.1");
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        heard = true;
      })(),
    );
    const reading = response.text();
    setTimeout(() => leaving.abort(), 5);
    expect(await reading).not.toContain("error");
    expect(heard).toBe(true);
  });

  it("says every ten seconds that it is alive", async () => {
    vi.useFakeTimers();
    const leaving = new AbortController();
    const response = await streamTo(request(leaving.signal), async (signal) =>
      (async function* (): AsyncGenerator<ServerSentEvent> {
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
      })(),
    );
    const reading = response.text();
    await vi.advanceTimersByTimeAsync(25_000);
    leaving.abort();
    expect(await reading).toBe(":\n\n".repeat(3));
  });
});
