import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliCompressSync } from "node:zlib";
import { type StreamTimes, streamAnswer } from "./scripted-answer";
import type { Prepared } from "./subject";

/** One of the things compared, as the storefront serves it. */
export interface Stall {
  name: string;
  prepared: Prepared;
  /** The whole page with it, and the same page without. */
  html: string;
  bareHtml: string;
}

/** What was served for a chat since the last `reset`; bytes are bodies as they travelled. */
export interface Served {
  files: { name: string; bytes: number }[];
  /** Requests to the chat's own server. */
  calls: string[];
  stream: Promise<StreamTimes> | null;
}

export interface ShopFront {
  url: string;
  addStall(stall: Stall): void;
  /** The page's own weight in the HTML: brotli with the chat less brotli without. */
  markupBytes(name: string): number;
  /** The same, compressed by itself: what it would be on an empty page. */
  markupBytesAlone(name: string): number;
  served: Served;
  reset(): void;
  close(): Promise<void>;
}

/**
 * Serves the same product page with each chat in turn, compressed as a shop's is, and passes all that belongs to the theme
 * on to the simulated store at `storeUrl`. The chats' servers are scripts on an origin of their own, as in life.
 */
export async function openShopFront(storeUrl: string): Promise<ShopFront> {
  const stalls = new Map<string, Stall>();
  const compressed = new Map<string, Buffer>();
  const passed = new Map<string, { type: string; bytes: Buffer }>();
  const served: Served = { files: [], calls: [], stream: null };
  let hasHistory = false;

  function compress(key: string, content: Buffer | string): Buffer {
    const known = compressed.get(key) ?? brotliCompressSync(content);
    compressed.set(key, known);
    return known;
  }

  function sendCompressed(response: ServerResponse, type: string, bytes: Buffer, cached: boolean): void {
    response.writeHead(200, {
      "content-type": type,
      "content-encoding": "br",
      "content-length": bytes.length,
      "access-control-allow-origin": "*",
      "cache-control": cached ? "public, max-age=31536000, immutable" : "no-store",
    });
    response.end(bytes);
  }

  function sendFile(stall: Stall, file: string, response: ServerResponse): void {
    const content = stall.prepared.files?.[file];
    if (content === undefined) {
      response.writeHead(404).end();
      return;
    }
    const bytes = compress(`${stall.name}/${file}`, content);
    served.files.push({ name: file, bytes: bytes.length });
    sendCompressed(response, typeOf(file), bytes, true);
  }

  async function answerCall(stall: Stall, path: string, request: IncomingMessage, response: ServerResponse) {
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
    response.setHeader("access-control-allow-credentials", "true");
    response.setHeader(
      "access-control-allow-headers",
      request.headers["access-control-request-headers"] ?? "*",
    );
    response.setHeader("access-control-allow-methods", "*");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    served.calls.push(`${request.method} ${path}`);
    const body = await readBody(request);
    await stall.prepared.answer?.({
      path,
      request,
      response,
      body,
      hasHistory,
      stream(write, before, after) {
        if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
        served.stream = streamAnswer(response, write, { before, after });
      },
      json: (value) =>
        response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value)),
    });
    if (!stall.prepared.answer) response.writeHead(404).end();
  }

  /** What the theme asks for, each thing once. */
  async function passOn(path: string, response: ServerResponse): Promise<void> {
    const known = passed.get(path) ?? (await readFromStore(storeUrl + path));
    passed.set(path, known);
    sendCompressed(response, known.type, known.bytes, true);
  }

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://shop");
    const [, kind, name = "", ...rest] = url.pathname.split("/");
    const stall = stalls.get(name);
    const asset = /^\/extensions\/[\w-]+\/assets\/(.+)$/.exec(url.pathname)?.[1];
    const proxied = /^\/apps\/aisle\/(.*)$/.exec(url.pathname)?.[1];
    const aisle = stalls.get("aisle");
    if (kind === "page" && stall) {
      hasHistory = url.searchParams.has("history");
      const html = url.searchParams.has("bare") ? stall.bareHtml : stall.html;
      sendCompressed(
        response,
        "text/html; charset=utf-8",
        compress(`page ${name} ${html.length}`, html),
        false,
      );
    } else if (kind === "peer" && stall) sendFile(stall, rest.join("/"), response);
    else if (kind === "api" && stall) void answerCall(stall, rest.join("/") + url.search, request, response);
    else if (asset !== undefined && aisle) sendFile(aisle, asset, response);
    else if (proxied !== undefined && aisle) void answerCall(aisle, proxied, request, response);
    else if (request.method === "GET") {
      passOn(url.pathname + url.search, response).catch((error: Error) => {
        console.error(`${request.url}: ${error.message} ${error.cause ?? ""}`);
        response.writeHead(502).end();
      });
    } else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    served,
    addStall: (stall) => void stalls.set(stall.name, stall),
    markupBytes(name) {
      const { html = "", bareHtml = "" } = stalls.get(name) ?? {};
      return brotliCompressSync(html).length - brotliCompressSync(bareHtml).length;
    },
    markupBytesAlone(name) {
      const { head = "", body = "" } = stalls.get(name)?.prepared ?? {};
      return head + body ? brotliCompressSync(head + body).length : 0;
    },
    reset() {
      served.files = [];
      served.calls = [];
      served.stream = null;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readFromStore(address: string): Promise<{ type: string; bytes: Buffer }> {
  // No connection is kept: one that the store has just let go would fail.
  const answer = await fetch(address, { headers: { "accept-encoding": "identity", connection: "close" } });
  const type = answer.headers.get("content-type") ?? "application/octet-stream";
  return { type, bytes: brotliCompressSync(Buffer.from(await answer.arrayBuffer())) };
}

function typeOf(file: string): string {
  if (file.endsWith(".css")) return "text/css; charset=utf-8";
  return file.endsWith(".json") ? "application/json" : "text/javascript; charset=utf-8";
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text;
}
