import { execFile, execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { chromium } from "playwright-core";
import { projectRoot } from "./project-root";
import { StartupError } from "./startup-error";

const run = promisify(execFile);

const COMMANDS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const PROGRAMS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((path) =>
      join(process.env[variable] ?? "C:/Program Files", path),
    ),
  ),
};
const BY_HAND = "install Chromium or Chrome, or set CHROMIUM_PATH to one.";

/** The browser for the tests: CHROMIUM_PATH, what the machine has, or else one that is installed now. */
export async function ensureChromium(): Promise<string> {
  const given = process.env.CHROMIUM_PATH;
  if (given && !existsSync(given))
    throw new StartupError(`CHROMIUM_PATH is ${given}, where there is nothing: ${BY_HAND}`);
  return given || findChromium() || (await installChromium());
}

/** Null when there is none. */
export function findChromium(): string | null {
  const folders = (process.env.PATH ?? "").split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  const candidates = [...onPath, ...(PROGRAMS[process.platform] ?? []), chromium.executablePath()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

async function installChromium(): Promise<string> {
  console.log("No Chromium or Chrome on this machine: installing one for the browser tests.");
  try {
    await (mayUseApt() ? installWithApt() : installWithPlaywright());
  } catch (error) {
    const { stderr, message } = error as { stderr?: string; message: string };
    const reason = (stderr || message).trim().split("\n").at(-1);
    throw new StartupError(`The tests need a browser, and installing one failed (${reason}): ${BY_HAND}`, {
      cause: error,
    });
  }
  const path = findChromium();
  if (path) return path;
  throw new StartupError(`The tests need a browser, and the one just installed cannot be found: ${BY_HAND}`);
}

function mayUseApt(): boolean {
  return process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
}

async function installWithApt(): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await run("apt-get", ["update"], { env });
  // Ubuntu's package of that name is a pointer to a snap, which containers cannot run.
  const isUbuntu =
    execFileSync("sh", ["-c", ". /etc/os-release; echo $ID"], { encoding: "utf8" }).trim() === "ubuntu";
  if (isUbuntu) return installWithPlaywright(["--with-deps"]);
  await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
}

async function installWithPlaywright(options: string[] = []): Promise<void> {
  const cli = join(projectRoot, "node_modules/playwright-core/cli.js");
  await run(process.execPath, [cli, "install", ...options, "chromium"], { maxBuffer: 64 * 1024 * 1024 });
}
