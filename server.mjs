// @ts-check
// The production server, alone: `npm start`. In development scripts/dev-server.ts puts Vite in front of the same parts.
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import http from "node:http";
import { fileURLToPath } from "node:url";
import { createRequestHandler } from "@remix-run/express";
import compression from "compression";
import express from "express";

/** The longest body that anyone may send, in bytes; routes have smaller limits of their own. */
const MAX_BODY_BYTES = 1024 * 1024;
const METHODS = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);
const REQUEST_ID = /^[\w.-]{8,64}$/;
/** Load balancers keep idle connections for up to 60 s; ours must live longer, or they would meet a closed one. */
const KEEP_ALIVE_MS = 65_000;
/** For the whole of a request to arrive. */
const RECEIVE_TIMEOUT_MS = 70_000;

/**
 * The app as a listener for requests. Nothing here logs URLs: Shopify puts tokens into them.
 * @param {{build: unknown, development?: import("express").RequestHandler}} parts `development` serves sources, in
 *   front of the app and in place of the built files.
 */
export function createApp({ build, development }) {
  const app = express();
  app.disable("x-powered-by");
  app.set("query parser", false);
  app.set("trust proxy", Number(process.env.TRUSTED_PROXIES || 1));

  app.use(identifyRequest, dropUnreadBody, refuseMalformed, limitBody);
  app.use("/widget", compression(), widgetFiles());
  if (development) app.use(development);
  else app.use(compression({ filter: isCompressible }), builtFiles());
  app.all(
    "*",
    createRequestHandler({
      build: /** @type {any} */ (build),
      mode: development ? "development" : "production",
      getLoadContext: (request, response) => ({
        clientAddress: request.ip ?? "",
        requestId: String(response.getHeader("X-Request-Id")),
      }),
    }),
  );
  app.use(answerFailure);
  return (/** @type {http.IncomingMessage} */ request, /** @type {http.ServerResponse} */ response) => {
    request.url = toOriginForm(request.url ?? "/");
    app(request, response);
  };
}

/** HTTP allows a whole URL, or a star, in place of the path; Express and Remix know paths. @param {string} target */
function toOriginForm(target) {
  if (target.startsWith("/")) return target;
  if (!URL.canParse(target)) return "/%";
  const { pathname, search } = new URL(target);
  return pathname + search;
}

/** @type {import("express").RequestHandler} */
function identifyRequest(request, response, next) {
  const given = request.get("X-Request-Id") ?? "";
  response.setHeader("X-Request-Id", REQUEST_ID.test(given) ? given : randomUUID());
  next();
}

/** What no `Request` can be made of would otherwise be a 500. @type {import("express").RequestHandler} */
function refuseMalformed(request, response, next) {
  if (!METHODS.has(request.method)) {
    return refuse(response, 405, "method-not-allowed", "This method is not used here.");
  }
  const hosts = [request.hostname, request.get("Host"), request.get("X-Forwarded-Host") ?? request.hostname];
  const isUrl = hosts.every((host) => URL.canParse(`http://${host}${request.originalUrl}`));
  if (!isUrl || !isDecodable(request.path)) {
    return refuse(response, 400, "malformed", "This address is malformed.");
  }
  next();
}

/** @param {string} path */
function isDecodable(path) {
  try {
    return decodeURIComponent(path).length > 0;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}

/**
 * Counts what arrives, since a length may be missing or a lie. What is too long is still read, and thrown away, since a
 * client that is writing would not see the answer otherwise. @type {import("express").RequestHandler}
 */
function limitBody(request, response, next) {
  const refuseBody = () => refuse(response, 413, "too-large", "This is too long.");
  if (Number(request.get("Content-Length")) > MAX_BODY_BYTES) return refuseBody();

  const emit = request.emit;
  let received = 0;
  request.emit = (/** @type {string} */ event, /** @type {any[]} */ ...parameters) => {
    if (event === "data") received += parameters[0].length;
    if (received <= MAX_BODY_BYTES) return emit.call(request, event, ...parameters);
    if (!response.headersSent) refuseBody();
    if (event === "data") return true;
    return event === "end"
      ? emit.call(request, "error", bodyTooLong())
      : emit.call(request, event, ...parameters);
  };
  next();
}

/** Ends the wait of whoever reads the body. The client has its answer already, so nobody need log this. */
function bodyTooLong() {
  return Object.assign(new Error("The body is too long."), { code: "BODY_TOO_LONG" });
}

/**
 * A body that nobody reads to its end would hold up whose request comes next on the connection, which behind a proxy is
 * somebody else's. Remix reads no further than it is asked to. @type {import("express").RequestHandler}
 */
function dropUnreadBody(request, response, next) {
  response.once("finish", () => {
    if (request.readableEnded) return;
    request.removeAllListeners("data");
    request.resume();
  });
  next();
}

/** Events must reach the shopper one by one; a compressor would gather them. @type {import("compression").CompressionFilter} */
function isCompressible(request, response) {
  const type = String(response.getHeader("Content-Type") ?? "");
  return !type.startsWith("text/event-stream") && compression.filter(request, response);
}

function builtFiles() {
  const folder = fileURLToPath(new URL("build/client", import.meta.url));
  const files = express.Router();
  // Names of assets carry their content's hash.
  files.use(
    "/assets",
    express.static(`${folder}/assets`, { immutable: true, maxAge: "1y", fallthrough: false, index: false }),
  );
  files.use(express.static(folder, { maxAge: "1h", index: false }));
  return files;
}

/**
 * The widget for pages that Shopify does not serve: the files that the theme app extension carries, which any page may
 * import as modules. Their names stay the same from version to version, so they are kept for minutes only.
 */
function widgetFiles() {
  const folder = fileURLToPath(new URL("extensions/chat-widget/assets", import.meta.url));
  return express.static(folder, {
    index: false,
    fallthrough: false,
    maxAge: "5m",
    setHeaders(response) {
      response.set("Access-Control-Allow-Origin", "*");
      response.set("Cross-Origin-Resource-Policy", "cross-origin");
    },
  });
}

/** The last word on what nobody answered. @type {import("express").ErrorRequestHandler} */
function answerFailure(error, _request, response, _next) {
  if (response.headersSent) return void (response.writableEnded || response.destroy());
  const status = Number(error.status ?? error.statusCode);
  if (status === 404) return refuse(response, 404, "not-found", "There is nothing here.");
  if (status >= 400 && status < 500)
    return refuse(response, status, "malformed", "This request is malformed.");
  console.error(
    JSON.stringify({
      level: "error",
      component: "server",
      error: { type: error.name, message: error.message, stack: error.stack },
    }),
  );
  refuse(response, 500, "internal", "Something went wrong on our side.");
}

/** @param {import("express").Response} response @param {number} status @param {string} code @param {string} message */
function refuse(response, status, code, message) {
  response.status(status).set("Cache-Control", "no-store").json({ error: { code, message } });
}

/**
 * Listens until SIGINT or SIGTERM. Then takes no more connections, lets running answers end for `graceMs`, closes what
 * the app registered in globalThis.aisleShutdown, and ends the process.
 * @param {ReturnType<typeof createApp>} app @param {{port: number, graceMs: number, server?: http.Server}} options
 */
export function serve(app, { port, graceMs, server = http.createServer() }) {
  server.on("request", app);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  server.headersTimeout = KEEP_ALIVE_MS + 1_000;
  server.requestTimeout = RECEIVE_TIMEOUT_MS;
  server.once("error", (/** @type {NodeJS.ErrnoException} */ error) => {
    const taken = error.code === "EADDRINUSE";
    console.error(
      taken
        ? `Port ${port} is in use: set PORT to another one.`
        : `The server cannot listen: ${error.message}`,
    );
    process.exit(1);
  });
  server.listen(port, () => console.log(`Aisle listens on http://localhost:${port}`));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void shutDown(server, graceMs));
}

/** @param {http.Server} server @param {number} graceMs */
async function shutDown(server, graceMs) {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeIdleConnections();
  setTimeout(() => server.closeAllConnections(), graceMs).unref();
  await closed;
  setTimeout(() => process.exit(1), 5_000).unref();
  const hooks = /** @type {any} */ (globalThis).aisleShutdown ?? new Map();
  // What was registered last may rest on what was registered before it, as jobs do on the database.
  for (const close of [...hooks.values()].reverse()) await Promise.allSettled([close()]);
  process.exit(0);
}

async function main() {
  process.env.NODE_ENV ||= "production";
  if (existsSync(".env")) process.loadEnvFile(".env");
  const buildUrl = new URL("build/server/index.js", import.meta.url);
  if (!existsSync(buildUrl)) {
    console.error("There is no build yet: run `npm run build`.");
    process.exit(1);
  }
  try {
    const app = createApp({ build: await import(buildUrl.href) });
    serve(app, {
      port: Number(process.env.PORT || 3000),
      graceMs: Number(process.env.SHUTDOWN_GRACE_MS || 15_000),
    });
  } catch (error) {
    const incomplete = error instanceof Error && error.name === "EnvironmentError";
    console.error(incomplete ? error.message : error);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
