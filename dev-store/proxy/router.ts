import { Agent, type ClientRequest, type IncomingMessage, request as sendRequest } from "node:http";
import { text } from "node:stream/consumers";
import { type Request, type Response, Router } from "express";
import type { DevStoreContext } from "../context";
import type { ProxyMode } from "../state-store";
import { findSignedInCustomer } from "../storefront/account/customer-session";
import { getStorefront } from "../storefront/storefront";
import { sendErrorPage } from "./error-page";
import { answerHeaders, requestHeaders } from "./forwarded-headers";
import { signQuery } from "./signed-query";

/** How long Shopify waits for an app; `DEV_STORE_PROXY_TIMEOUT_MS` makes it shorter. */
const PATIENCE_MS = 30_000;

/**
 * Shopify's App Proxy: `/<prefix>/<subpath>/*` goes to the app, signed, without cookies. The mode in the state decides
 * what becomes of the app's answer; in `buffer`, `timeout` and `html-error` the app has done its work all the same.
 */
export function createProxyRouter(context: DevStoreContext): Router {
  const agent = new Agent({ keepAlive: true });
  const router = Router();
  router.use((request, response, next) => {
    const { mode, prefix, subpath } = context.state.current.proxy;
    const pathPrefix = `/${prefix}/${subpath}`;
    const sent = new URL(request.url, context.config.url);
    if (sent.pathname !== pathPrefix && !sent.pathname.startsWith(`${pathPrefix}/`)) return next();
    if (mode === "password") return response.redirect(302, "/password");
    const upstream = forward(request, response, context, sent, pathPrefix, agent);
    upstream.on("response", (answer) => {
      passOn(answer, request, response, context, mode).catch(() => sendErrorPage(response, 502));
    });
    if (mode === "timeout") giveUpLater(upstream, response);
    return undefined;
  });
  return router;
}

function forward(
  request: Request,
  response: Response,
  context: DevStoreContext,
  sent: URL,
  pathPrefix: string,
  agent: Agent,
): ClientRequest {
  const { config, app, clock } = context;
  const target = new URL(app.proxy.url, `${config.appUrl}/`);
  const query = signQuery(
    sent.searchParams,
    {
      shop: config.shop,
      loggedInCustomerId: findSignedInCustomer(request, context)?.id ?? "",
      pathPrefix,
      timestamp: Math.floor(clock().getTime() / 1000),
    },
    config.apiSecret,
  );
  const path = target.pathname.replace(/\/$/, "") + sent.pathname.slice(pathPrefix.length);
  const upstream = sendRequest({
    agent,
    host: target.hostname,
    port: target.port || 80,
    method: request.method,
    path: `${path}?${query}`,
    headers: {
      ...requestHeaders(request.headers, {
        address: request.socket.remoteAddress ?? "",
        host: request.headers.host ?? "",
      }),
      host: target.host,
    },
  });
  upstream.setNoDelay(true);
  upstream.on("error", () => {
    if (!response.destroyed && !response.writableEnded) sendErrorPage(response, 502);
  });
  response.on("close", () => {
    if (!response.writableFinished) upstream.destroy();
  });
  request.pipe(upstream);
  return upstream;
}

async function passOn(
  answer: IncomingMessage,
  request: Request,
  response: Response,
  context: DevStoreContext,
  mode: ProxyMode,
): Promise<void> {
  if (mode === "timeout") {
    answer.resume();
    return;
  }
  if (mode === "html-error") {
    await text(answer);
    // Both happen on Shopify: an error page with its own status, and one that looks like a success.
    sendErrorPage(response, request.method === "GET" ? 502 : 200);
    return;
  }
  if (answer.headers["content-type"]?.startsWith("application/liquid")) {
    sendLiquid(await text(answer), answer, request, response, context);
    return;
  }
  response.writeHead(answer.statusCode ?? 502, answerHeaders(answer.headers));
  if (mode === "buffer") {
    response.end(await readWhole(answer));
    return;
  }
  response.flushHeaders();
  answer.on("error", () => response.destroy());
  answer.pipe(response);
}

async function readWhole(answer: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** An app that answers Liquid gets it rendered within the theme; `{% layout none %}` leaves the layout out. */
function sendLiquid(
  source: string,
  answer: IncomingMessage,
  request: Request,
  response: Response,
  context: DevStoreContext,
): void {
  const storefront = getStorefront(context);
  const visit = storefront.describeVisit(request);
  const page = { template: "app_proxy", title: context.app.name, objects: {} };
  const bare = source.replace(/\{%-?\s*layout\s+none\s*-?%\}/, "");
  const content = storefront.renderer.renderLiquid(bare, page, visit);
  const html = bare === source ? storefront.renderer.renderInLayout(content, page, visit) : content;
  response.status(answer.statusCode ?? 200).set({ "content-type": "text/html; charset=utf-8" });
  response.send(html);
}

function giveUpLater(upstream: ClientRequest, response: Response): void {
  const patience = Number(process.env.DEV_STORE_PROXY_TIMEOUT_MS) || PATIENCE_MS;
  const timer = setTimeout(() => {
    sendErrorPage(response, 504);
    upstream.destroy();
  }, patience);
  response.on("close", () => clearTimeout(timer));
}
