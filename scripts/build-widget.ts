import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSiteScript } from "./lib/build-site-script";
import { bundleWidget } from "./lib/bundle-widget";
import { projectRoot } from "./lib/project-root";
import { findExcess, weighWidget } from "./lib/widget-budget";

export { bundleWidget as buildWidget } from "./lib/bundle-widget";

const ASSETS = join(projectRoot, "extensions/chat-widget/assets");
const SITE_SCRIPT = join(projectRoot, "public/aisle.js");

async function readAssets(): Promise<Map<string, Uint8Array>> {
  const names = (await readdir(ASSETS)).filter((name) => name.endsWith(".js"));
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(ASSETS, name))] as const)),
  );
}

/** What is wrong with the assets that are there; empty when they are what the source gives. */
export function compareAssets(built: Map<string, Uint8Array>, found: Map<string, Uint8Array>): string[] {
  const problems: string[] = [];
  for (const [name, contents] of built) {
    const present = found.get(name);
    if (!present) problems.push(`${name} is missing`);
    else if (Buffer.compare(present, contents) !== 0) problems.push(`${name} is not what the source gives`);
  }
  for (const name of found.keys()) if (!built.has(name)) problems.push(`${name} is left over`);
  return problems;
}

async function writeAssets(built: Map<string, Uint8Array>): Promise<void> {
  for (const name of (await readAssets()).keys()) if (!built.has(name)) await rm(join(ASSETS, name));
  for (const [name, contents] of built) await writeFile(join(ASSETS, name), contents);
}

/** The one script tag of other websites: a file of its own, since the app serves it and no theme does. */
async function readSiteScript(): Promise<Map<string, Uint8Array>> {
  const contents = await readFile(SITE_SCRIPT).catch(() => null);
  return new Map(contents ? [[basename(SITE_SCRIPT), contents]] : []);
}

async function main(): Promise<void> {
  const built = await bundleWidget();
  const siteScript = await buildSiteScript();
  if (!process.argv.includes("--check")) {
    await writeAssets(built);
    await writeFile(SITE_SCRIPT, siteScript);
  }
  const problems = [
    ...compareAssets(built, await readAssets()),
    ...compareAssets(new Map([[basename(SITE_SCRIPT), siteScript]]), await readSiteScript()),
    ...(await findExcess(built)),
  ];
  for (const problem of problems) console.error(`Widget: ${problem}.`);
  if (problems.length > 0) {
    if (process.argv.includes("--check"))
      console.error("Run `npm run build:widget` and commit extensions/chat-widget/assets.");
    process.exitCode = 1;
    return;
  }
  const { closedBrotli, openGzip } = await weighWidget(built, "en");
  console.log(`Widget: ${built.size} files, ${closedBrotli} bytes (brotli) closed, ${openGzip} (gzip) open.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
