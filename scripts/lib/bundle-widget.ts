import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build, type Plugin, transformWithEsbuild } from "vite";
import { projectRoot } from "./project-root";

const WIDGET = join(projectRoot, "app/widget");
const TARGET = "es2022";

/**
 * What an open panel needs at once, in files that are fetched side by side and stay under theme-check's bound each. What is
 * not named here is a file of its own where it is imported lazily.
 */
const CHUNKS: Record<string, RegExp> = {
  connection:
    /^(connection\/(?!problem-of|site-token|try-again)|storage\.ts|config\.ts|conversation\/message-id|panel\/(turns|composer|conversation-view)\.ts)/,
  conversation:
    /^(conversation\/|panel\/(announcer|dom|links|markdown|reply-view|scroll|streamed-text|suggestions|texts|transcript)\.ts)/,
  panel: /^(panel\/|adopt-style\.ts)/,
};

const TRIGGERS = /^\.\/start-triggers\.js$/;

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
async function bundle(entry: string, { external, chunks = {} }: BundleOptions = {}): Promise<Script[]> {
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
      minify: "esbuild",
      cssMinify: true,
      write: false,
      rollupOptions: {
        external: external ?? [],
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: "[name].js",
          freeze: false,
          generatedCode: { preset: "es2015", symbols: false },
          manualChunks(id) {
            if (!id.startsWith(`${WIDGET}/`)) return;
            const path = id.slice(WIDGET.length + 1);
            return Object.keys(chunks).find((name) => chunks[name]?.test(path));
          },
        },
      },
    },
  });
  if (!("output" in result)) throw new Error("Vite gave several outputs where one was asked for.");
  return result.output.flatMap((file) =>
    file.type === "chunk" ? [{ name: file.fileName, code: file.code.trim() }] : [],
  );
}

async function bundleTexts(): Promise<Script[]> {
  const directory = join(WIDGET, "locales");
  const files = (await readdir(directory, { recursive: true })).filter((name) => name.endsWith(".json"));
  return Promise.all(
    files.map(async (file) => {
      const [language, part] = file.replace(".json", "").split(/[\\/]/);
      const source = `export default ${await readFile(join(directory, file), "utf8")}`;
      const { code } = await transformWithEsbuild(source, `${part}.js`, {
        minify: true,
        charset: "utf8",
        target: TARGET,
      });
      return { name: `${part}-${language}.js`, code: code.trim() };
    }),
  );
}

/**
 * The widget's scripts by file name. Names are lasting: an extension's version stands in the address that Shopify gives its
 * files. The same source gives the same bytes.
 */
export async function bundleWidget(): Promise<Map<string, Uint8Array>> {
  const scripts = await Promise.all([
    bundle("launcher.ts", { external: TRIGGERS, chunks: CHUNKS }),
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
