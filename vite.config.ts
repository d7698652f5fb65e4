import { fileURLToPath } from "node:url";
import { vitePlugin as remix } from "@remix-run/dev";
import { defineConfig } from "vite";
import remixConfig from "./remix.config.js";

/** Vite's look through the routes does not know yet which imports Remix will take out for browsers. */
const SERVER_PACKAGES = [
  "ioredis",
  "jose",
  "libphonenumber-js",
  "minisearch",
  "nodemailer",
  "openai",
  "pg",
  "pg-boss",
].concat(["pino", "prom-client", "rate-limiter-flexible", "tinyld", "tinyld/light"]);

export default defineConfig({
  plugins: [remix(remixConfig)],
  resolve: { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } },
  optimizeDeps: { exclude: SERVER_PACKAGES },
  build: { assetsInlineLimit: 0 },
  // The routes send their own CORS headers; with Vite's on top of them browsers refuse both.
  server: { cors: false, fs: { allow: ["app", "node_modules", "extensions"] } },
});
