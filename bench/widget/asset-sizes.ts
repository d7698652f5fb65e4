import { brotliCompressSync, gzipSync } from "node:zlib";
import { table } from "../report";

/** The extension's scripts, heaviest first. */
export function printAssets(assets: Map<string, Uint8Array>): void {
  const rows = [...assets].map(([name, bytes]) => [
    name,
    bytes.length,
    gzipSync(bytes).length,
    brotliCompressSync(bytes).length,
  ]);
  console.log("Scripts of the extension (theme-check wants each under 10,000 raw bytes)");
  console.log(
    table(
      ["file", "raw", "gzip", "brotli"],
      rows.toSorted((a, b) => Number(b[1]) - Number(a[1])),
    ),
  );
}
