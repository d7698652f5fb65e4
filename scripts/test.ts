import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { ensureBuild } from "./lib/build";
import { ensureChromium } from "./lib/find-chromium";
import { ensurePrismaClient } from "./lib/prisma-client";
import { projectRoot } from "./lib/project-root";
import { runCommand } from "./lib/run-command";

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

/** `npm test`: everything from unit to browser. What follows `--` goes to vitest, such as `--project unit` or a path. */
await runCommand(async () => {
  const browser = await ensureChromium();
  await ensurePrismaClient();
  if (await ensureBuild()) console.log("Built the app for the tests that meet it whole.");

  const folder = await mkdtemp(join(tmpdir(), "aisle-report-"));
  const report = join(folder, "report.json");
  process.exitCode = await runVitest({ CHROMIUM_PATH: browser }, report);
  await printCounts(report);
  await rm(folder, { recursive: true, force: true });
});

async function runVitest(environment: Record<string, string>, report: string): Promise<number> {
  const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const child = spawn(process.execPath, [vitest, "run", ...reporters, ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void child.kill(signal));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}

/** A last line that people and machines read alike. There is none when vitest was ended early. */
async function printCounts(report: string): Promise<void> {
  const text = await readFile(report, "utf8").catch(() => null);
  if (text === null) return;
  const { numPassedTests, numFailedTests, numPendingTests } = reportSchema.parse(JSON.parse(text));
  console.log(`${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped`);
}
