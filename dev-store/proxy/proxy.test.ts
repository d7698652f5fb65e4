import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { API_SECRET, startDevStore, type TestDevStore } from "../test-support/start-dev-store";

interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage["headers"];
  body: string;
}

let store: TestDevStore;
let app: Server;
let seen: Seen[];
let answer: (request: IncomingMessage, response: ServerResponse) => void;

beforeAll(async () => {
  app = createServer(async (received, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of received) chunks.push(chunk as Buffer);
    const url = new URL(received.url ?? "", "http://app");
    const { method = "", headers } = received;
    const body = Buffer.concat(chunks).toString();
    seen.push({ method, path: url.pathname, query: url.searchParams, headers, body });
    answer(received, response);
  });
  await new Promise<void>((resolve) => void app.listen(0, resolve));
  store = await startDevStore({ appUrl: `http://localhost:${(app.address() as AddressInfo).port}` });
});
afterAll(async () => {
  app.close();
  app.closeAllConnections();
  await store.close();
});
beforeEach(() => {
  seen = [];
  answer = (_, response) =>
    response.writeHead(200, { "content-type": "application/json" }).end('{"ok":true}');
});
afterEach(() => setMode("stream"));

function setMode(mode: "stream" | "buffer" | "timeout" | "html-error" | "password"): void {
  store.context.state.update((state) => {
    state.proxy.mode = mode;
  });
}
const send = (path: string, init: RequestInit = {}) =>
  fetch(store.url + path, { redirect: "manual", ...init });

/** Written from Shopify's documentation, apart from the code under test. */
function isSigned(query: URLSearchParams, secret = API_SECRET): boolean {
  const names = [...new Set(query.keys())].filter((name) => name !== "signature").sort();
  const message = names.map((name) => `${name}=${query.getAll(name).join(",")}`).join("");
  return query.get("signature") === createHmac("sha256", secret).update(message).digest("hex");
}

describe("what a browser cannot do through the proxy", () => {
  it("set parameters that are Shopify's, in any case and number", async () => {
    await send(
      "/apps/aisle/x?shop=evil&shop=worse&logged_in_customer_id=7002&path_prefix=/a&timestamp=1&signature=f&SHOP=evil",
    );
    const { query } = seen[0] as Seen;
    expect(query.getAll("shop")).toEqual(["aisle-dev.myshopify.com"]);
    expect(query.getAll("logged_in_customer_id")).toEqual([""]);
    expect(query.get("path_prefix")).toBe("/apps/aisle");
    expect(query.has("SHOP")).toBe(false);
    expect(isSigned(query)).toBe(true);
  });

  it("hand cookies or credentials to the app, or get cookies from it", async () => {
    answer = (_, response) => response.writeHead(200, { "set-cookie": "a=b", "x-kept": "1" }).end();
    const headers = { cookie: "secret=1", authorization: "Bearer x", "x-own": "2" };
    const response = await send("/apps/aisle/x", { headers });
    expect(seen[0]?.headers).not.toHaveProperty("cookie");
    expect(seen[0]?.headers).not.toHaveProperty("authorization");
    expect(seen[0]?.headers["x-own"]).toBe("2");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(response.headers.get("x-kept")).toBe("1");
  });

  it.each([
    "/apps/aisle/../../webhooks",
    "/apps/aisle/../../proxyother",
    "/apps/aislenot/x",
    "//x/../webhooks",
  ])("reach paths of the app that are not the proxy's: %s", async (path) => {
    await new Promise((resolve, reject) => {
      const { hostname, port } = new URL(store.url);
      request({ hostname, port, path }, (response) => response.resume().on("end", resolve))
        .on("error", reject)
        .end();
    });
    expect(seen).toEqual([]);
  });
});

describe("the proxy", () => {
  it("forwards method, body and query, signed with the customer who is signed in", async () => {
    const login = await fetch(`${store.url}/account/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"customerId":"7001"}',
    });
    const cookie = login.headers.get("set-cookie")?.split(";")[0] ?? "";
    const response = await send("/apps/aisle/chat?a=1&a=2&ü=%20x", {
      method: "POST",
      headers: { cookie, "content-type": "application/json" },
      body: '{"text":"hi"}',
    });
    expect(await response.json()).toEqual({ ok: true });
    const { method, path, body, query, headers } = seen[0] as Seen;
    expect([method, path, body]).toEqual(["POST", "/proxy/chat", '{"text":"hi"}']);
    expect(query.get("logged_in_customer_id")).toBe("7001");
    expect(query.getAll("a")).toEqual(["1", "2"]);
    expect(isSigned(query)).toBe(true);
    expect(isSigned(query, "another secret")).toBe(false);
    expect(headers["x-forwarded-host"]).toBe(new URL(store.url).host);
    expect(headers["x-forwarded-for"]).toBeTruthy();
  });

  it("follows a merchant who changed prefix and subpath", async () => {
    store.context.state.update((state) => Object.assign(state.proxy, { prefix: "tools", subpath: "help" }));
    expect((await send("/apps/aisle/x")).status).toBe(404);
    await send("/tools/help/x");
    expect(seen[0]?.query.get("path_prefix")).toBe("/tools/help");
    store.context.state.update((state) => Object.assign(state.proxy, { prefix: "apps", subpath: "aisle" }));
  });

  it("passes the app's own errors on", async () => {
    answer = (_, response) => response.writeHead(429, { "retry-after": "7" }).end("slow down");
    const response = await send("/apps/aisle/x");
    expect([response.status, response.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  it("tells the app when the shopper goes away", async () => {
    let gone: () => void;
    const appNoticed = new Promise<void>((resolve) => {
      gone = resolve;
    });
    answer = (_, response) => {
      response.on("close", gone);
      response.writeHead(200).write("first");
    };
    const controller = new AbortController();
    const response = await send("/apps/aisle/x", { signal: controller.signal });
    await response.body?.getReader().read();
    controller.abort();
    await appNoticed;
  });

  it("renders Liquid that the app answers within the theme", async () => {
    answer = (_, response) =>
      response
        .writeHead(200, { "content-type": "application/liquid" })
        .end("<h1>{{ shop.name | escape }}</h1>");
    const html = await (await send("/apps/aisle/page")).text();
    expect(html).toContain("<h1>Test &amp; Sons</h1>");
    expect(html).toContain("</html>");
  });

  it("answers with Shopify's page when the app is down", async () => {
    answer = (received) => received.socket.destroy();
    const response = await send("/apps/aisle/x");
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toContain("text/html");
  });
});

describe("modes", () => {
  const answerInTwoParts = (_: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    response.write("one");
    setTimeout(() => response.end("two"), 150);
  };
  async function readParts(): Promise<string[]> {
    const response = await send("/apps/aisle/stream");
    const parts: string[] = [];
    const decoder = new TextDecoder();
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
      parts.push(decoder.decode(chunk));
    return parts;
  }

  it("stream gives each part when it comes", async () => {
    answer = answerInTwoParts;
    expect(await readParts()).toEqual(["one", "two"]);
  });

  it("buffer gives everything at the end", async () => {
    setMode("buffer");
    answer = answerInTwoParts;
    expect(await readParts()).toEqual(["onetwo"]);
  });

  it("html-error replaces the app's answer by a page, of which one pretends to be a success", async () => {
    setMode("html-error");
    const post = await send("/apps/aisle/chat", { method: "POST", body: "{}" });
    const get = await send("/apps/aisle/orders");
    expect([post.status, get.status]).toEqual([200, 502]);
    expect(await post.text()).toContain("<h1>");
    expect(seen).toHaveLength(2);
  });

  it("timeout gives up on the app after a while, though it has answered", async () => {
    vi.stubEnv("DEV_STORE_PROXY_TIMEOUT_MS", "200");
    setMode("timeout");
    const started = performance.now();
    const response = await send("/apps/aisle/x");
    expect(response.status).toBe(504);
    expect(await response.text()).toContain("took too long");
    expect(performance.now() - started).toBeGreaterThan(190);
    expect(seen).toHaveLength(1);
  });

  it("password closes the store", async () => {
    setMode("password");
    for (const path of ["/apps/aisle/x", "/", "/products/rain-jacket"]) {
      expect((await send(path)).headers.get("location")).toBe("/password");
    }
    expect((await send("/password")).status).toBe(200);
    expect(seen).toHaveLength(0);
  });
});
