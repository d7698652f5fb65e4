import { execFile } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { withLock } from "./lock";
import { projectRoot } from "./project-root";
import { StartupError } from "./startup-error";

const run = promisify(execFile);

/** What the build is made from; tests are not. */
const SOURCES = [
  "app",
  "public",
  "prisma/schema.prisma",
  "package-lock.json",
  "vite.config.ts",
  "remix.config.js",
];
const OUTPUTS = ["build/server/index.js", "build/client"];
const IS_TEST = /\.test\.tsx?$/;

/**
 * Builds for production when there is no build, or a source has changed since. True when it had to. Of several commands
 * that start at once, one builds and the others wait for it.
 */
export async function ensureBuild(): Promise<boolean> {
  if (isUpToDate()) return false;
  return withLock(join(projectRoot, "node_modules/.cache/aisle/build.lock"), async () => {
    if (isUpToDate()) return false;
    await build();
    return true;
  });
}

async function build(): Promise<void> {
  try {
    await run("npm", ["run", "build"], {
      cwd: projectRoot,
      env: { ...process.env, NODE_ENV: "production" },
      maxBuffer: 64 * 1024 * 1024,
      shell: process.platform === "win32",
    });
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new StartupError(`The build failed:\n${stdout}${stderr}`, { cause: error });
  }
}

function isUpToDate(): boolean {
  const outputs = OUTPUTS.map((path) => join(projectRoot, path));
  if (!outputs.every((path) => existsSync(path))) return false;
  const builtAt = statSync(outputs[0] as string).mtimeMs;
  return SOURCES.every((path) => newestChange(join(projectRoot, path)) < builtAt);
}

function newestChange(path: string): number {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  // A folder's own time tells of files that were removed.
  const changes = readdirSync(path)
    .filter((name) => !IS_TEST.test(name))
    .map((name) => newestChange(join(path, name)));
  return Math.max(0, ...changes);
}
