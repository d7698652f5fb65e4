import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import type { TurnEvent } from "~/protocol/events";
import type { SessionResponse, UpdatesResponse } from "~/protocol/requests";
import {
  defaultSession,
  describeCart,
  PICTURE,
  PROXY_ERROR_PAGE,
  renderSection,
  THEME,
} from "./fake-answers";
import { type EmbedPage, EXTENSION, renderEmbed } from "./render-embed";
import { type ScriptedTurn, scriptReply, startTurn } from "./scripted-turn";

/**
 * A storefront with the embed block, its App Proxy and the app behind it, all by script: what the widget meets in the
 * wild, failures included. The app listens on an origin of its own, as it does in production.
 */
export interface FakeShop {
  url: string;
  page: EmbedPage;
  /** The widget's scripts; null: those that were built last. */
  scripts: Map<string, Uint8Array> | null;
  /** Markup that the theme brings along. */
  themeHead: string;
  themeBody: string;
  contentSecurityPolicy: string | null;
  session: Partial<SessionResponse>;
  /** What was said elsewhere: who asks is told what comes after the message that she knows. */
  updates: UpdatesResponse;
  /** What the assistant says to a text. */
  reply: (text: string) => TurnEvent[];
  gapMs: number;
  /** The direct connection is cut once after so many events. */
  cutAfter: number;
  direct: "open" | "refused" | "silent" | "unauthorized-once";
  proxy: "stream" | "buffer" | "timeout" | "html-error" | "password" | "rate-limited";
  cart: { variantId: number; quantity: number }[];
  /** Everything that was asked of the proxy and the app, such as "POST session" or "direct POST /chat". */
  requests: { line: string; body: unknown }[];
  turns: Map<string, ScriptedTurn>;
  close(): Promise<void>;
}

export async function startFakeShop(): Promise<FakeShop> {
  const shop: FakeShop = {
    url: "",
    page: { locale: "en", pageType: "index", settings: {} },
    scripts: null,
    themeHead: "",
    themeBody: "",
    contentSecurityPolicy: null,
    session: {},
    updates: { messages: [], handedOff: true },
    reply: () => [],
    gapMs: 5,
    cutAfter: Number.POSITIVE_INFINITY,
    direct: "open",
    proxy: "stream",
    cart: [],
    requests: [],
    turns: new Map(),
    close: () => Promise.all([stop(storefront), stop(app)]).then(() => undefined),
  };
  const turnOfMessage = new Map<string, ScriptedTurn>();
  let appUrl = "";

  function turnFor(body: { messageId: string; text: string }): ScriptedTurn {
    const known = turnOfMessage.get(body.messageId);
    if (known) return known;
    const id = randomUUID();
    const turn = startTurn(id, scriptReply(id, body.messageId, ...shop.reply(body.text)), shop.gapMs);
    turnOfMessage.set(body.messageId, turn);
    shop.turns.set(id, turn);
    return turn;
  }

  function takeCut(): number {
    const cut = shop.cutAfter;
    shop.cutAfter = Number.POSITIVE_INFINITY;
    return cut;
  }

  async function serveProxy(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readJson(request);
    shop.requests.push({ line: `${request.method} ${path}`, body });
    if (shop.proxy === "timeout") {
      await sleep(300);
      send(response, 504, "text/html", PROXY_ERROR_PAGE);
    } else if (shop.proxy === "html-error") send(response, 200, "text/html", PROXY_ERROR_PAGE);
    else if (shop.proxy === "password") response.writeHead(302, { location: "/password" }).end();
    else if (shop.proxy === "rate-limited") {
      response.setHeader("retry-after", "1");
      send(
        response,
        429,
        "application/json",
        JSON.stringify({ error: { code: "rate-limited", message: "Slow down" } }),
      );
    } else if (path === "chat") {
      const turn = turnFor(body as { messageId: string; text: string });
      if (shop.proxy === "buffer") await sleep(shop.gapMs * 20);
      turn.follow(response, null);
    } else if (path === "session") {
      const fresh = (body as { fresh?: boolean }).fresh === true;
      send(
        response,
        200,
        "application/json",
        JSON.stringify({ ...defaultSession(appUrl), ...(fresh ? {} : shop.session) }),
      );
    } else send(response, 200, "application/json", "{}");
  }

  const storefront = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://shop");
    const section = searchParams.get("section_id");
    if (pathname.startsWith("/assets/")) {
      const file = await readScript(shop, basename(pathname));
      send(response, file ? 200 : 404, "text/javascript", file ?? "");
    } else if (pathname.startsWith("/apps/aisle/")) {
      await serveProxy(pathname.slice("/apps/aisle/".length), request, response);
    } else if (pathname === "/cart/add.js") await serveCart(shop, request, response);
    else if (pathname === "/cart.js") send(response, 200, "application/json", describeCart(shop));
    else if (pathname === "/favicon.ico") response.writeHead(204).end();
    else if (pathname.endsWith(".svg")) {
      send(response, 200, "image/svg+xml", PICTURE);
    } else if (pathname === "/theme.css") send(response, 200, "text/css", THEME);
    else if (section) send(response, 200, "text/html; charset=utf-8", renderSection(shop, section));
    else await servePage(shop, response);
  });

  const app = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://app");
    const body = await readJson(request);
    shop.requests.push({ line: `direct ${request.method} ${pathname}`, body });
    if (shop.direct === "silent") return;
    if (shop.direct === "refused") {
      request.socket.destroy();
      return;
    }
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "authorization, last-event-id, content-type");
    if (request.method === "OPTIONS") {
      response.writeHead(204).end();
      return;
    }
    if (shop.direct === "unauthorized-once") {
      shop.direct = "open";
      send(
        response,
        401,
        "application/json",
        JSON.stringify({ error: { code: "token-expired", message: "" } }),
      );
      return;
    }
    const [, , turnId = "", action] = pathname.split("/");
    const turn = shop.turns.get(turnId);
    if (pathname === "/chat")
      turnFor(body as { messageId: string; text: string }).follow(response, null, takeCut());
    else if (pathname === "/chat/updates") {
      const { messages, handedOff } = shop.updates;
      const known = messages.findIndex(({ id }) => id === (body as { after?: string }).after);
      const news = { messages: messages.slice(known + 1), handedOff };
      send(response, 200, "application/json", JSON.stringify(news));
    } else if (!turn)
      send(response, 404, "application/json", JSON.stringify({ error: { code: "not-found", message: "" } }));
    else if (action === "stop") {
      turn.stop();
      response.writeHead(204).end();
    } else turn.follow(response, (body as { lastEventId?: string }).lastEventId ?? null);
  });

  shop.url = await listen(storefront);
  appUrl = await listen(app);
  return shop;
}

async function readScript({ scripts }: FakeShop, name: string): Promise<Buffer | null> {
  if (!scripts) return readFile(join(EXTENSION, "assets", name)).catch(() => null);
  const script = scripts.get(name);
  return script ? Buffer.from(script) : null;
}

async function servePage(shop: FakeShop, response: ServerResponse): Promise<void> {
  const embed = await renderEmbed(shop.page);
  if (shop.contentSecurityPolicy) response.setHeader("content-security-policy", shop.contentSecurityPolicy);
  const direction = shop.page.locale.startsWith("ar") ? "rtl" : "ltr";
  const page = `<!doctype html><html lang="${shop.page.locale}" dir="${direction}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Shop</title><link rel="stylesheet" href="/theme.css">${shop.themeHead}</head>
<body><main><h1>Shop</h1><p>Things that last.</p><a href="/products/linen-shirt">Linen shirt</a><a href="/cart">Cart</a></main>
${shop.themeBody}${embed}</body></html>`;
  send(response, 200, "text/html; charset=utf-8", page);
}

async function serveCart(shop: FakeShop, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { id, quantity, sections } = (await readJson(request)) as {
    id: number;
    quantity: number;
    sections?: string;
  };
  if (id === 404) {
    const description = "The product 'Linen shirt' is already sold out.";
    send(
      response,
      422,
      "application/json",
      JSON.stringify({ status: 422, message: "Cart Error", description }),
    );
    return;
  }
  shop.cart.push({ variantId: id, quantity });
  const rendered = sections?.split(",").map((name) => [name, renderSection(shop, name)]);
  const answer = { id, quantity, ...(rendered && { sections: Object.fromEntries(rendered) }) };
  send(response, 200, "application/json", JSON.stringify(answer));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { "content-type": type, "cache-control": "no-store" }).end(body);
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = "";
  for await (const chunk of request) text += chunk;
  return text ? JSON.parse(text) : null;
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    );
  });
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
