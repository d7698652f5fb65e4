import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { ensureBuild } from "./lib/build";
import { ensureChromium } from "./lib/find-chromium";
import { ensurePrismaClient } from "./lib/prisma-client";
import { projectRoot } from "./lib/project-root";
import { runCommand } from "./lib/run-command";

/** `npm test`: everything from unit to browser. What follows `--` goes to vitest, such as `--project unit` or a path. */
await runCommand(async () => {
  const browser = await ensureChromium();
  await ensurePrismaClient();
  if (await ensureBuild()) console.log("Built the app for the tests that meet it whole.");
  process.exitCode = await runVitest({ CHROMIUM_PATH: browser });
});

async function runVitest(environment: Record<string, string>): Promise<number> {
  const vitest = join(projectRoot, "node_modules/vitest/vitest.mjs");
  const child = spawn(process.execPath, [vitest, "run", ...process.argv.slice(2)], {
    cwd: projectRoot,
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void child.kill(signal));
  const [code] = (await once(child, "exit")) as [number | null];
  return code ?? 1;
}
