import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build, type Plugin, transform } from "esbuild";

/** theme-check's bound for scripts of a theme app extension, in raw bytes. */
const MAX_FILE_BYTES = 10_000;
const ROOT = fileURLToPath(new URL("..", import.meta.url));
const ASSETS = join(ROOT, "extensions/chat-widget/assets");

/** Style sheets travel inside of modules, since a shadow root takes them as text. */
const inlineStyle: Plugin = {
  name: "inline-style",
  setup(esbuild) {
    esbuild.onResolve({ filter: /\.css\?inline$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path.replace("?inline", "")),
      namespace: "inline-style",
    }));
    esbuild.onLoad({ filter: /.*/, namespace: "inline-style" }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), {
        loader: "css",
        minify: true,
        target: "es2022",
      });
      return { contents: code.trim(), loader: "text" };
    });
  },
};

/**
 * The widget's scripts by file name. Only launcher.js, which the Liquid block names, has a fixed name; the rest carry
 * their content's hash. The same source gives the same bytes.
 */
export async function buildWidget(): Promise<Map<string, Uint8Array>> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "app/widget/launcher.ts")],
    absWorkingDir: ROOT,
    outdir: ASSETS,
    chunkNames: "[name]-[hash]",
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [inlineStyle],
    write: false,
  });
  return new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]));
}

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
    if (contents.length > MAX_FILE_BYTES)
      problems.push(`${name} has ${contents.length} bytes, more than ${MAX_FILE_BYTES}`);
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

async function main(): Promise<void> {
  const built = await buildWidget();
  if (!process.argv.includes("--check")) await writeAssets(built);
  const problems = compareAssets(built, await readAssets());
  for (const problem of problems) console.error(`Widget: ${problem}.`);
  if (problems.length > 0) {
    console.error("Run `npm run build:widget` and commit extensions/chat-widget/assets.");
    process.exitCode = 1;
    return;
  }
  const bytes = [...built.values()].reduce((sum, contents) => sum + contents.length, 0);
  console.log(`Widget: ${built.size} files, ${bytes} bytes, up to date.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await main();
