import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import { readShellSource } from "./liquid-shell";
import { projectRoot } from "./project-root";

const SHELL = "virtual:shell-source";

const shellSource: Plugin = {
  name: "shell-source",
  setup(esbuild) {
    esbuild.onResolve({ filter: /^virtual:shell-source$/ }, () => ({ path: SHELL, namespace: SHELL }));
    esbuild.onLoad({ filter: /.*/, namespace: SHELL }, async () => ({
      contents: JSON.stringify(await readShellSource()),
      loader: "json",
    }));
  },
};

/** public/aisle.js: the chat by one script tag. The same source gives the same bytes. */
export async function buildSiteScript(): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [join(projectRoot, "app/widget/site/site.ts")],
    absWorkingDir: projectRoot,
    bundle: true,
    format: "iife",
    target: "es2022",
    charset: "utf8",
    minify: true,
    legalComments: "none",
    plugins: [shellSource],
    write: false,
  });
  const [script] = outputFiles;
  if (!script) throw new Error("The script for other websites was not built.");
  return script.contents;
}
