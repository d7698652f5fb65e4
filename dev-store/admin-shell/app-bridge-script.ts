import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const ENTRY = fileURLToPath(new URL("./public/app-bridge/index.js", import.meta.url));

/** The stand-in for Shopify's App Bridge as one classic script: it must have run before the app hydrates. */
export function buildAppBridge(): string {
  const result = buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    format: "iife",
    target: "es2022",
    write: false,
  });
  return result.outputFiles[0]?.text ?? "";
}
