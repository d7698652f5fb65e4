import http from "node:http";
import net from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "./server.mjs";

/** An app of three routes, as Remix's compiler would write it. */
const routes = {
  echo: {
    action: async ({ request }: ActionFunctionArgs) =>
      Response.json({ length: (await request.text()).length }),
  },
  who: { loader: ({ context }: LoaderFunctionArgs) => Response.json(context) },
  long: { loader: () => new Response("a".repeat(10_000), { headers: { "Content-Type": "text/plain" } }) },
  events: {
    loader: () => {
      const body = new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode("data: first\n\n"));
        },
      });
      return new Response(body, { headers: { "Content-Type": "text/event-stream" } });
    },
  },
};
const build = {
  entry: { module: { default: () => new Response("document"), handleError: () => undefined } },
  routes: Object.fromEntries(
    Object.entries(routes).map(([id, module]) => [
      id,
      { id, path: id, module: { default: undefined, ...module } },
    ]),
  ),
  assets: { entry: { imports: [], module: "" }, routes: {}, url: "", version: "" },
  publicPath: "/",
  assetsBuildDirectory: "",
  future: {},
  isSpaMode: false,
} as unknown as ServerBuild;

const server = http.createServer(createApp({ build }));
let origin: string;
let port: number;
beforeAll(async () => {
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  port = (server.address() as net.AddressInfo).port;
  origin = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Sends bytes as they are, which fetch would not. */
async function sendRaw(text: string): Promise<string> {
  const socket = net.connect(port, "127.0.0.1");
  socket.write(text);
  let answer = "";
  for await (const chunk of socket) {
    answer += chunk;
    if (answer.includes("\r\n\r\n")) break;
  }
  return answer;
}

describe("the server", () => {
  it.each([
    ["a path that is no valid UTF-8", "GET /%E0%A4%A HTTP/1.1\r\nHost: app\r\n\r\n", 400],
    ["a host that is none", "GET /who HTTP/1.1\r\nHost: a b[\r\n\r\n", 400],
    ["an address in place of a path", "GET http://[ HTTP/1.1\r\nHost: app\r\n\r\n", 400],
    [
      "a forwarded host that is none",
      "GET /who HTTP/1.1\r\nHost: app\r\nX-Forwarded-Host: a b[\r\n\r\n",
      400,
    ],
    ["a method that no Request may have", "TRACE /who HTTP/1.1\r\nHost: app\r\n\r\n", 405],
    ["an unknown asset", "GET /assets/missing.js HTTP/1.1\r\nHost: app\r\n\r\n", 404],
    ["a way out of the folder", "GET /assets/%2e%2e/%2e%2e/package.json HTTP/1.1\r\nHost: app\r\n\r\n", 403],
    ["a null byte", "GET /assets/%00 HTTP/1.1\r\nHost: app\r\n\r\n", 400],
  ])("answers %s with an error of its own", async (_name, request, status) => {
    const answer = await sendRaw(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('{"error":{"code":');
    expect(answer).not.toMatch(/node_modules|x-powered-by/i);
  });

  it("gives the widget's files to any page, for minutes only", async () => {
    const response = await fetch(`${origin}/widget/launcher.js`, {
      headers: { Origin: "https://any.example" },
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toMatch(/javascript/);
    expect(response.headers.get("Access-Control-Allow-Origin")).toBe("*");
    expect(response.headers.get("Cache-Control")).toBe("public, max-age=300");
    expect((await fetch(`${origin}/widget/missing.js`)).status).toBe(404);
  });

  it("refuses a body that says it is too long", async () => {
    const response = await fetch(`${origin}/echo`, { method: "POST", body: "a".repeat(2_000_000) });
    expect(response.status).toBe(413);
    expect(await response.json()).toEqual({ error: { code: "too-large", message: "This is too long." } });
  });

  it("refuses a body that turns out to be too long", async () => {
    const chunks = Array.from({ length: 40 }, () => "a".repeat(50_000));
    const body = new ReadableStream({
      pull(controller) {
        const chunk = chunks.pop();
        if (chunk) controller.enqueue(new TextEncoder().encode(chunk));
        else controller.close();
      },
    });
    const response = await fetch(`${origin}/echo`, { method: "POST", body, duplex: "half" } as RequestInit);
    expect(response.status).toBe(413);
    expect((await fetch(`${origin}/who`)).status).toBe(200);
  });

  it("hands on a body that is short enough", async () => {
    const response = await fetch(`${origin}/echo`, { method: "POST", body: "a".repeat(1_000_000) });
    expect(await response.json()).toEqual({ length: 1_000_000 });
  });

  it("lets events through one by one, uncompressed", async () => {
    const stop = new AbortController();
    const response = await fetch(`${origin}/events`, { signal: stop.signal });
    expect(response.headers.get("Content-Encoding")).toBeNull();
    const first = await (response.body as ReadableStream<Uint8Array>).getReader().read();
    expect(new TextDecoder().decode(first.value)).toBe("data: first\n\n");
    stop.abort();
  });

  it("compresses what is long", async () => {
    const answer = await new Promise<{ encoding?: string; body: Buffer }>((resolve) => {
      http.get(`${origin}/long`, { headers: { "Accept-Encoding": "gzip, br" } }, async (response) => {
        const body = Buffer.concat(await response.toArray());
        resolve({ encoding: response.headers["content-encoding"], body });
      });
    });
    const text = answer.encoding === "br" ? brotliDecompressSync(answer.body) : gunzipSync(answer.body);
    expect(answer.body.length).toBeLessThan(1_000);
    expect(text.toString()).toBe("a".repeat(10_000));
  });

  it("tells the app the client's address and gives every request an id", async () => {
    const response = await fetch(`${origin}/who`, {
      headers: { "X-Forwarded-For": "198.51.100.1, 203.0.113.7" },
    });
    const context = await response.json();
    expect(context.clientAddress).toBe("203.0.113.7");
    expect(context.requestId).toBe(response.headers.get("X-Request-Id"));
  });

  it("keeps a request id that is one, and replaces one that is not", async () => {
    const idOf = async (given: string) => {
      const response = await fetch(`${origin}/who`, { headers: { "X-Request-Id": given } });
      return response.headers.get("X-Request-Id");
    };
    expect(await idOf("edge-12345678")).toBe("edge-12345678");
    expect(await idOf('"}{injected')).toMatch(/^[\da-f-]{36}$/);
  });
});
