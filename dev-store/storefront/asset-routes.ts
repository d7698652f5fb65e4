import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { type Request, type Response, Router } from "express";
import { drawPlaceholder } from "./images";
import type { Storefront } from "./storefront";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".jpeg": "image/jpeg",
  ".webp": "image/webp",
  ".gif": "image/gif",
  ".woff2": "font/woff2",
  ".map": "application/json; charset=utf-8",
};
const COMPRESSED = /\.(?:css|m?js|json|svg|map)$/;
/** Names that a bundler made of their content, such as `panel-SDR34BGF.js`. */
const HASHED = /-[A-Z0-9]{8}\.\w+$/;
const A_YEAR = "public, max-age=31536000, immutable";

/** Files as Shopify's CDN gives them out: versioned by query, kept for a year, compressed, readable by any origin. */
export function createAssetRouter({ context, themeDirectory, renderAsset }: Storefront): Router {
  const router = Router();
  const serve = createFileServer();
  const { projectRoot, storeDataDirectory } = context.config;
  router.get("/cdn/shop/assets/:file", (request, response) => {
    const made = renderAsset(request, request.params.file);
    if (made !== null) {
      const type = TYPES[extname(request.params.file)] ?? "text/plain";
      return response.set({ "content-type": type, "cache-control": A_YEAR }).send(made);
    }
    return serve(join(themeDirectory, "assets"), request.params.file, request, response);
  });
  router.get("/extensions/:extension/assets/:file", (request, response) => {
    const { extension, file } = request.params;
    if (!/^[\w-]+$/.test(extension)) return response.status(404).end();
    return serve(join(projectRoot, "extensions", extension, "assets"), file, request, response);
  });
  router.get("/cdn/images/:file", (request, response) => {
    serve(join(storeDataDirectory, "images"), request.params.file, request, response);
  });
  router.get("/cdn/placeholder/:label.svg", (request, response) => {
    response.set({ "content-type": "image/svg+xml", "cache-control": A_YEAR });
    response.send(drawPlaceholder(request.params.label.slice(0, 40)));
  });
  return router;
}

interface Encoded {
  modified: number;
  bytes: Buffer;
}

function createFileServer() {
  const cache = new Map<string, Encoded>();

  return function serve(directory: string, file: string, request: Request, response: Response): void {
    const path = join(directory, file);
    const type = TYPES[extname(file).toLowerCase()];
    if (!type || !/^[\w][\w .@-]*$/.test(file) || !existsSync(path)) {
      response.status(404).type("text/plain").send("Not found");
      return;
    }
    const encoding = COMPRESSED.test(file) ? request.acceptsEncodings(["br", "gzip"]) : false;
    response.set({
      "content-type": type,
      "cache-control": request.query.v || HASHED.test(file) ? A_YEAR : "public, max-age=0, must-revalidate",
      "access-control-allow-origin": "*",
      "x-content-type-options": "nosniff",
      vary: "Accept-Encoding",
    });
    if (encoding) response.set("content-encoding", encoding);
    response.send(readEncoded(cache, path, encoding || "identity"));
  };
}

function readEncoded(cache: Map<string, Encoded>, path: string, encoding: string): Buffer {
  const modified = statSync(path).mtimeMs;
  const known = cache.get(`${encoding}:${path}`);
  if (known?.modified === modified) return known.bytes;
  const bytes = encode(readFileSync(path), encoding);
  cache.set(`${encoding}:${path}`, { modified, bytes });
  return bytes;
}

function encode(bytes: Buffer, encoding: string): Buffer {
  if (encoding === "br")
    return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  return encoding === "gzip" ? gzipSync(bytes, { level: 9 }) : bytes;
}
