import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { transform } from "esbuild";
import { build, type Plugin } from "vite";
import { shortNames } from "./internal-names";
import { projectRoot } from "./project-root";

const WIDGET = join(projectRoot, "app/widget");
const TARGET = "es2022";

/**
 * What an open panel needs at once, in files that are fetched side by side and stay under theme-check's bound each; `later`
 * is what it fetches once it has nothing else to do, or with the first reply. What is not named here is a file of its own
 * where it is imported lazily.
 */
const CHUNKS: Record<string, RegExp> = {
  later:
    /^(later|connection\/(problem-of|try-again|event-order)|panel\/(bring-the-rest|rest|rest-style|grow-with-text|fill|icons|history|reply-companion|speech|failed-turn|shown-messages|other-tabs|keep-focus|watch-length)|cards\/card-slot)\b/,
  conversation:
    /^(adopt-style|bring-later|connection\/(?!site-token).*|conversation\/reply|panel\/(dom|links|markdown|reply-view|scroll|streamed-text|suggestions|texts|transcript))\.ts/,
  panel: /^(panel\/|config\.ts|events\.ts|shell\.ts|storage\.ts|conversation\/message-id)/,
};

/** Another bundle's, and a file that the loader fetches ahead of who needs it. */
const AS_WRITTEN = /^\.\/(start-triggers|conversation)\.js$/;

/** Texts are modules beside the scripts, and are named by their part and language. */
const TEXT_IMPORT = /`\.{1,2}\/locales\/(\$\{[\w.]+\})\/(\$\{\w+\}|\w+)\.json`/g;

const textImports: Plugin = {
  name: "text-imports",
  enforce: "pre",
  transform: (code, id) =>
    id.startsWith(WIDGET)
      ? code
          .replace(TEXT_IMPORT, "/* @vite-ignore */ `./$2-$1.js`")
          .replace('"./triggers/start-triggers"', '"./start-triggers.js"')
          .replace('import("./panel/transcript")', 'import("./conversation.js")')
      : null,
};

interface BundleOptions {
  /** Left to another bundle. */
  external?: RegExp;
  chunks?: Record<string, RegExp>;
}

interface Script {
  name: string;
  code: string;
}

/** Bundles an entry with what it imports. It is no server's code, but so Vite adds nothing of its own to lazy imports. */
async function bundle(
  entry: string,
  { external, chunks: parts = {} }: BundleOptions = {},
): Promise<Script[]> {
  const result = await build({
    root: projectRoot,
    configFile: false,
    envFile: false,
    logLevel: "warn",
    publicDir: false,
    resolve: { alias: { "~": join(projectRoot, "app") } },
    plugins: [textImports],
    build: {
      ssr: join(WIDGET, entry),
      target: TARGET,
      minify: false,
      cssMinify: true,
      write: false,
      rollupOptions: {
        external: external ?? [],
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name].js",
          freeze: false,
          minifyInternalExports: true,
          generatedCode: { preset: "es2015", symbols: false },
          manualChunks(id) {
            if (!id.startsWith(`${WIDGET}/`)) return;
            const path = id.slice(WIDGET.length + 1);
            return Object.keys(parts).find((name) => parts[name]?.test(path));
          },
        },
      },
    },
  });
  if (!("output" in result)) throw new Error("Vite gave several outputs where one was asked for.");
  const chunks = result.output.filter((file) => file.type === "chunk");
  return Promise.all(
    chunks.map(async ({ fileName, code }) => ({ name: fileName, code: await shorten(code) })),
  );
}

/** All files have their internal properties shortened alike; JSON's names are quoted. */
async function shorten(source: string, mangleQuoted = false): Promise<string> {
  const { code } = await transform(source, {
    format: "esm",
    minify: true,
    mangleQuoted,
    charset: "utf8",
    target: TARGET,
    mangleProps: shortNames.pattern,
    mangleCache: shortNames.byName,
  });
  return code.trim();
}

async function bundleTexts(): Promise<Script[]> {
  const directory = join(WIDGET, "locales");
  const files = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith(".json"));
  return Promise.all(
    files.map(async (file) => {
      const [language, part] = file.replace(".json", "").split(/[\\/]/);
      const source = `export default ${await readFile(join(directory, file), "utf8")}`;
      return { name: `${part}-${language}.js`, code: await shorten(source, true) };
    }),
  );
}

/**
 * The widget's scripts by file name. Names are lasting: an extension's version stands in the address that Shopify gives its
 * files. The same source gives the same bytes.
 */
export async function bundleWidget(): Promise<Map<string, Uint8Array>> {
  const scripts = await Promise.all([
    bundle("launcher.ts", { external: AS_WRITTEN, chunks: CHUNKS }),
    // Fetched before anything is opened, where a merchant turned triggers on: it shares nothing with the panel.
    bundle("triggers/start-triggers.ts"),
    bundleTexts(),
  ]);
  const encoder = new TextEncoder();
  return new Map(
    scripts
      .flat()
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(({ name, code }) => [name, encoder.encode(code)]),
  );
}
