import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";

const run = promisify(execFile);
const PATIENCE_MS = 240_000;

/** A folder for the time of the benchmark, in which what is compared is unpacked and built. */
export interface Workshop {
  directory: string;
  /** Unpacks a package of the npm registry as it was published, without what it depends on. Gives its folder. */
  unpack(name: string): Promise<string>;
  /** Installs packages with what they depend on, without running their scripts. Gives the folder. */
  install(folder: string, packages: string[]): Promise<string>;
  /** One minified ES module of a source that may import what `folder` has installed. */
  bundle(folder: string, source: string): Promise<Buffer>;
  /** The newest snapshot of a repository; `AISLE_<NAME>` may name a folder that has it already. */
  clone(name: string, url: string): Promise<string>;
  close(): void;
}

export function openWorkshop(): Workshop {
  const directory = mkdtempSync(join(tmpdir(), "aisle-widget-bench-"));
  const close = () => rmSync(directory, { recursive: true, force: true });
  process.once("exit", close);
  const inside = (folder: string) => {
    const path = join(directory, folder.replace(/\W+/g, "-"));
    mkdirSync(path, { recursive: true });
    return path;
  };
  return {
    directory,
    async unpack(name) {
      const path = inside(`packed ${name}`);
      const { stdout } = await run("npm", ["pack", "--silent", name], { cwd: path, timeout: PATIENCE_MS });
      await run("tar", ["xzf", stdout.trim().split("\n").at(-1) ?? ""], { cwd: path });
      return join(path, "package");
    },
    async install(folder, packages) {
      const path = inside(folder);
      const options = [
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-save",
        "--silent",
        "--prefix",
        path,
      ];
      await run("npm", ["install", ...options, ...packages], { cwd: path, timeout: PATIENCE_MS });
      return path;
    },
    async bundle(folder, source) {
      const { outputFiles } = await build({
        nodePaths: [join(folder, "node_modules")],
        loader: { ".css": "empty" },
        stdin: { contents: source, resolveDir: folder, loader: "tsx" },
        bundle: true,
        minify: true,
        format: "esm",
        target: "es2022",
        define: { "process.env.NODE_ENV": '"production"' },
        write: false,
        logLevel: "silent",
      });
      return Buffer.from(outputFiles[0]?.contents ?? []);
    },
    async clone(name, url) {
      const given = process.env[`AISLE_${name.toUpperCase().replace(/\W+/g, "_")}`];
      if (given) return given;
      const path = inside(`cloned ${name}`);
      await run("git", ["clone", "--quiet", "--depth", "1", url, path], { timeout: PATIENCE_MS });
      return path;
    },
    close,
  };
}

export function readVersion(packageFolder: string): string {
  return (JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as { version: string })
    .version;
}
