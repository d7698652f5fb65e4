import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { projectRoot } from "../../scripts/lib/project-root";
import { type RunningApp, startApp } from "../support/running-app";

const TIMEOUT_MS = 120_000;
const END_MS = 15_000;

let dataDirectory: string;
let app: RunningApp | undefined;
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), "aisle-commands-"));
});
afterEach(async () => {
  await app?.stop();
  app = undefined;
  await rm(dataDirectory, { recursive: true, force: true, maxRetries: 5 });
}, TIMEOUT_MS);

/** All that was started below a process, itself included, as process ids. */
function familyOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const pairs = rows.map((row) => row.trim().split(/\s+/).map(Number) as [number, number]);
  const below = (parent: number): number[] =>
    pairs.filter(([, ppid]) => ppid === parent).flatMap(([child]) => [child, ...below(child)]);
  return [pid, ...below(pid)];
}

function commandOf(pid: number): string {
  const { stdout } = { stdout: execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" }) };
  return stdout.split("\n").find((row) => Number.parseInt(row, 10) === pid) ?? "";
}

async function survivors(family: number[]): Promise<string[]> {
  const deadline = Date.now() + END_MS;
  for (;;) {
    const alive = family.map(commandOf).filter((command) => command && !command.includes("<defunct>"));
    if (alive.length === 0 || Date.now() > deadline) return alive;
    await sleep(200);
  }
}

/** Runs a command that is expected to give up. */
async function runToEnd(
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/preview.ts"], {
    cwd: projectRoot,
    env: { ...process.env, AISLE_DATA_DIR: dataDirectory, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const [code] = (await once(child, "close")) as [number | null];
  return { code, output };
}

describe("the commands", { timeout: TIMEOUT_MS }, () => {
  it("end whole when npm alone gets SIGTERM", async () => {
    app = await startApp({ dataDirectory });
    const family = familyOf(app.pid);
    expect(family.length).toBeGreaterThan(4);
    process.kill(app.pid, "SIGTERM");
    expect(await survivors(family)).toEqual([]);
  });

  it("leave no server behind when they are killed, and come back with their data", async () => {
    app = await startApp({ dataDirectory });
    const before = await app.control<{ installedAt: string }>("state");
    const family = familyOf(app.pid);
    const command = family.find((pid) => /^\s*\d+ \S*node .*scripts\/preview\.ts/.test(commandOf(pid)));
    process.kill(command as number, "SIGKILL");
    const left = await survivors(family.filter((pid) => !commandOf(pid).includes("postgres")));
    expect(left).toEqual([]);

    app = await startApp({ dataDirectory });
    expect((await app.control<{ installedAt: string }>("state")).installedAt).toBe(before.installedAt);
  });

  it("say in a sentence which port is in use and which variable changes it", async () => {
    const server = http.createServer();
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    const { port } = server.address() as AddressInfo;
    for (const variable of ["PORT", "DEV_STORE_PORT"]) {
      const { code, output } = await runToEnd({
        PORT: "3198",
        DEV_STORE_PORT: "3199",
        [variable]: String(port),
      });
      expect(output.trim()).toBe(
        `Port ${port} is in use: end what uses it, or set ${variable} to another one.`,
      );
      expect(code).toBe(1);
    }
    server.close();
    expect(existsSync(join(dataDirectory, "postgres"))).toBe(false);
  });

  it("say in a sentence that the data folder is in use, and leave it alone", async () => {
    app = await startApp({ dataDirectory });
    const record = await readFile(join(dataDirectory, "postgres.json"), "utf8");
    const { code, output } = await runToEnd({ PORT: "3198", DEV_STORE_PORT: "3199" });
    expect(output.trim()).toMatch(
      /^The data folder \S+ is in use by process \d+: .+ AISLE_DATA_DIR to another folder\.$/,
    );
    expect(code).toBe(1);
    expect(await readFile(join(dataDirectory, "postgres.json"), "utf8")).toBe(record);
    expect((await fetch(`${app.appUrl}/readyz`)).status).toBe(200);
  });
});
