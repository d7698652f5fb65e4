/**
 * A newcomer's first minutes: `npx tsx bench/first-answer.ts`. Clones the project as committed, installs it, starts
 * `npm run dev`, and asks for an order as the first customer of the example store. Seconds by step.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { startApp } from "../tests/support/running-app";
import { ShopperClient } from "../tests/support/shopper-client";
import { seconds, table } from "./report";

const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "aisle-clone-"));
const clone = join(folder, "clone");
const steps: [name: string, milliseconds: number][] = [];

async function step<T>(name: string, run: () => T | Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await run();
  steps.push([name, performance.now() - started]);
  return result;
}

/** The text of the whole reply. */
async function firstAnswer(storefrontUrl: string): Promise<string> {
  const [customer] = await customersOf(storefrontUrl);
  const shopper = await ShopperClient.open({ storefrontUrl, customerId: customer?.id });
  const turn = await step("first answer", () => shopper.ask("Where is my order?"));
  if (turn.outcome !== "answered") throw new Error(`The first answer ended as ${turn.outcome}`);
  return turn.text;
}

async function customersOf(storefrontUrl: string): Promise<{ id: string }[]> {
  const response = await fetch(`${storefrontUrl}/__control/customers`);
  return ((await response.json()) as { customers: { id: string }[] }).customers;
}

async function start(name: string): Promise<string> {
  const app = await step(name, () =>
    startApp({ command: "dev", projectRoot: clone, dataDirectory: join(clone, ".data"), timeout: 300_000 }),
  );
  try {
    return await firstAnswer(app.storefrontUrl);
  } finally {
    await app.stop();
  }
}

try {
  execFileSync("git", ["clone", "--quiet", PROJECT_ROOT, clone]);
  await step("npm ci", () =>
    execFileSync("npm", ["ci", "--silent"], { cwd: clone, stdio: ["ignore", "ignore", "inherit"] }),
  );
  const text = await start("npm run dev, ready");
  const total = steps.reduce((sum, [, time]) => sum + time, 0);
  steps.push(["clone to first answer", total]);
  await start("npm run dev again, ready");
  console.log(
    table(
      ["step", "time"],
      steps.map(([name, time]) => [name, seconds(time)]),
    ),
  );
  console.log(`\nThe answer: ${text}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
