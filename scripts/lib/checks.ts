import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "./project-root";

/** One part of `npm run check`: a command that ends with 0 when all is well. */
export interface Check {
  name: string;
  /** For node. */
  parameters: string[];
  /** Without it there is nothing to check. */
  needs?: string;
}

export type CheckOutcome =
  | { status: "passed" | "failed"; name: string; seconds: number; output: string }
  | { status: "skipped"; name: string; reason: string };

export async function runCheck({ name, parameters, needs }: Check): Promise<CheckOutcome> {
  if (needs && !existsSync(join(projectRoot, needs)))
    return { status: "skipped", name, reason: `no ${needs}` };
  const startedAt = performance.now();
  const { code, output } = await runNode(parameters);
  const seconds = (performance.now() - startedAt) / 1000;
  return { status: code === 0 ? "passed" : "failed", name, seconds, output };
}

function runNode(parameters: string[]): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, parameters, {
    cwd: projectRoot,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: undefined },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
