import http from "node:http";
import type { ServerBuild } from "@remix-run/node";
import { createServer } from "vite";
import { createApp, serve } from "../server.mjs";

/** The app with hot reload. Its socket shares the app's port, so that two can run side by side. */
const server = http.createServer();
const { hostname } = new URL(process.env.SHOPIFY_APP_URL || "http://localhost");
const vite = await createServer({
  server: { middlewareMode: true, hmr: { server }, allowedHosts: [hostname] },
});

const app = createApp({
  build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  development: vite.middlewares,
});
serve(app, { server, port: Number(process.env.PORT || 3000), graceMs: 500 });
