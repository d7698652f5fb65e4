// @vitest-environment happy-dom
import { describe, expect, test } from "vitest";
import type { LoggedTurnEvent } from "~/protocol/events";
import { later } from "../bring-later";
import { createMemory } from "../storage";
import { createSession } from "./session";
import type { TurnRequest } from "./turn-attempt";
import { createTurnStream } from "./turn-stream";

later.bring = () => import("../later");

const MESSAGE = { messageId: "m1", text: "Where is my order?" };
const START = event("1.1", "turn-start", { turnId: "t1", messageId: "m1" });
const HELLO = event("1.2", "text-delta", { text: "Hello" });
const MORE = event("1.3", "text-delta", { text: " you" });
const END = event("1.4", "turn-end", {
  turnId: "t1",
  outcome: "answered",
  model: "builtin",
  usage: { inputTokens: 0, outputTokens: 0 },
});

function event(id: string, name: string, data: object): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}

type Answer = (request: { url: string; method: string; headers: Headers; body: string }) => Response | Error;

const stream = (...parts: string[]) =>
  new Response(parts.join(""), { headers: { "content-type": "text/event-stream; charset=utf-8" } });
const json = (status: number, body: object, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json", ...headers } });
const html = (status = 200) =>
  new Response("<h1>Error</h1>", { status, headers: { "content-type": "text/html" } });
const blocked = () => new TypeError("Failed to fetch");

/** Runs a request against a network that answers each URL by its next script; the last one repeats. */
async function run(
  routes: Record<string, Answer[]>,
  request: TurnRequest = { message: MESSAGE },
  token = true,
) {
  const calls: { url: string; method: string; body: string; headers: Headers }[] = [];
  const seen: Record<string, number> = {};
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const url = String(input);
    const call = {
      url,
      method: init?.method ?? "GET",
      headers: new Headers(init?.headers),
      body: String(init?.body ?? ""),
    };
    calls.push(call);
    const script = routes[url] ?? [blocked];
    const index = seen[url] ?? 0;
    seen[url] = index + 1;
    const answer = (script[index] ?? script.at(-1) ?? blocked)(call);
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const values = new Map<string, string>();
  const storage = {
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => values.set(key, value),
    removeItem: (key: string) => values.delete(key),
  } as unknown as Storage;
  if (token) {
    storage.setItem("token", "stored");
    storage.setItem("expires", "1000000");
    storage.setItem("stream", "https://app/chat");
  }
  const memory = createMemory(() => storage, "");
  const session = createSession({ proxy: "/apps/aisle", memory, context: () => ({}), fetch, now: () => 0 });
  const sleep = () => new Promise<void>((resolve) => setTimeout(resolve, 0));
  const streamTurn = createTurnStream({ session, proxy: "/apps/aisle", context: () => ({}), sleep });
  const events: LoggedTurnEvent[] = [];
  const problem = await streamTurn(request, new AbortController().signal, (event) => events.push(event));
  return {
    problem,
    ids: events.map(({ id }) => id),
    calls,
    urls: calls.map(({ url }) => url),
    memory,
  };
}

const SESSION = {
  token: "fresh",
  expiresInSeconds: 900,
  streamUrl: "https://app/chat",
  conversationId: "c",
  shopper: { signedIn: false },
  messages: [],
  name: "A",
  greeting: "Hi",
  suggestions: [],
};

describe("a turn", () => {
  test("goes straight to the app as a simple request, its token in the body", async () => {
    const { problem, ids, calls } = await run({ "https://app/chat": [() => stream(START, HELLO, END)] });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.4"]);
    expect(calls).toHaveLength(1);
    expect(calls[0]?.headers.get("content-type")).toBe("text/plain");
    expect(calls[0]?.headers.has("authorization")).toBe(false);
    expect(JSON.parse(calls[0]?.body ?? "")).toMatchObject({ ...MESSAGE, conversationToken: "stored" });
  });

  test.each([
    ["the network forbids it", blocked],
    ["something else answers with HTML", () => html()],
    ["the app is overloaded", () => json(503, {})],
  ])("goes through the store's proxy with the same message id when %s", async (_why, answer) => {
    const { problem, ids, calls } = await run({
      "https://app/chat": [answer],
      "/apps/aisle/chat": [() => stream(START, HELLO, END)],
    });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.4"]);
    expect(calls.map(({ body }) => JSON.parse(body).messageId)).toEqual(["m1", "m1"]);
  });

  test("goes on after a cut where it stopped, and says nothing twice", async () => {
    const { problem, ids, calls } = await run({
      "https://app/chat": [() => stream(START, HELLO)],
      "https://app/chat/t1/events": [() => stream(HELLO, MORE), () => stream(END)],
    });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.3", "1.4"]);
    const [, second, third] = calls;
    expect(JSON.parse(second?.body ?? "")).toEqual({ lastEventId: "1.2", conversationToken: "stored" });
    expect(JSON.parse(third?.body ?? "").lastEventId).toBe("1.3");
    expect(second?.method).toBe("POST");
    expect(second?.headers.get("content-type")).toBe("text/plain");
    expect(second?.headers.has("authorization")).toBe(false);
  });

  test("waits in a tunnel and goes on by the way that worked before", async () => {
    const { problem, ids, urls } = await run({
      "https://app/chat": [() => stream(START, HELLO)],
      "https://app/chat/t1/events": [blocked, blocked, blocked, () => stream(MORE, END)],
    });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.3", "1.4"]);
    expect(urls).not.toContain("/apps/aisle/chat");
  });

  test("asks again with the same message when the app has lost the turn's log", async () => {
    const { problem, ids, urls } = await run({
      "https://app/chat": [() => stream(START, HELLO), () => stream(START, HELLO, MORE, END)],
      "https://app/chat/t1/events": [() => json(404, {})],
    });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.3", "1.4"]);
    expect(urls.at(-1)).toBe("https://app/chat");
  });

  test("renews a token that the app no longer takes, once", async () => {
    const { problem, calls } = await run({
      "https://app/chat": [() => json(401, {}), () => stream(START, END)],
      "/apps/aisle/session": [() => json(200, SESSION)],
    });
    expect(problem).toBeNull();
    expect(JSON.parse(calls[2]?.body ?? "").conversationToken).toBe("fresh");
  });

  test("gives up when a renewed token is refused too", async () => {
    const { problem, calls } = await run({
      "https://app/chat": [() => json(401, {})],
      "/apps/aisle/session": [() => json(200, SESSION)],
    });
    expect(problem).toEqual({ kind: "unauthorized" });
    expect(calls.length).toBeLessThan(6);
  });

  test("starts another conversation when this one belongs to somebody else", async () => {
    const { problem, calls } = await run({
      "https://app/chat": [() => json(403, {}), () => stream(START, END)],
      "/apps/aisle/session": [() => json(200, SESSION)],
    });
    expect(problem).toBeNull();
    expect(JSON.parse(calls[1]?.body ?? "").conversationToken).toBeUndefined();
  });

  test("needs no session: without a token it goes through the proxy", async () => {
    const { problem, urls, memory } = await run(
      {
        "/apps/aisle/session": [() => html()],
        "/apps/aisle/chat": [
          () => stream(event("1.1", "turn-start", { turnId: "t1", messageId: "m1", token: "given" }), END),
        ],
      },
      { message: MESSAGE },
      false,
    );
    expect(problem).toBeNull();
    expect(urls).toEqual(["/apps/aisle/session", "/apps/aisle/chat"]);
    expect(memory.get("token")).toBe("given");
  });

  test("tells how long to wait when it was too much at once, and does not try elsewhere", async () => {
    const { problem, calls } = await run({
      "https://app/chat": [() => json(429, {}, { "retry-after": "7" })],
    });
    expect(problem).toEqual({ kind: "rate-limited", retryAfterSeconds: 7 });
    expect(calls).toHaveLength(1);
  });

  test.each([
    [413, "too-long"],
    [409, "conflict"],
    [400, "failed"],
  ])("does not repeat what the app refuses with %i", async (status, kind) => {
    const { problem, calls } = await run({ "https://app/chat": [() => json(status, {})] });
    expect(problem).toEqual({ kind });
    expect(calls).toHaveLength(1);
  });

  test("says what stands in the way when the proxy fails as well", async () => {
    const { problem } = await run({ "https://app/chat": [blocked], "/apps/aisle/chat": [() => html(502)] });
    expect(problem).toEqual({ kind: "not-ours" });
  });

  test("gives up on connections that are cut again and again without a word", async () => {
    const { problem, calls } = await run({
      "https://app/chat": [() => stream(START)],
      "https://app/chat/t1/events": [() => stream()],
    });
    expect(problem).toEqual({ kind: "unreachable" });
    expect(calls.length).toBeLessThan(8);
  });

  test("takes garbage in a stream for a cut, not for an answer", async () => {
    const { problem, ids } = await run({
      "https://app/chat": [() => stream(START, "event: text-delta\ndata: {not json\n\n")],
      "https://app/chat/t1/events": [() => stream(HELLO, END)],
    });
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.4"]);
  });

  test("follows a reply that is already being written", async () => {
    const { problem, ids, calls } = await run(
      { "https://app/chat/t1/events": [() => stream(START, HELLO, END)] },
      { turnId: "t1" },
    );
    expect(problem).toBeNull();
    expect(ids).toEqual(["1.1", "1.2", "1.4"]);
    expect(JSON.parse(calls[0]?.body ?? "").lastEventId).toBeNull();
  });
});
