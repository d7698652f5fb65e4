import { type Check, type CheckOutcome, runCheck } from "./lib/checks";
import { ensurePrismaClient } from "./lib/prisma-client";
import { runCommand } from "./lib/run-command";

const bin = (path: string) => `node_modules/${path}`;

const CHECKS: Check[] = [
  { name: "types", parameters: [bin("typescript/bin/tsc"), "--noEmit"] },
  {
    name: "lint and format",
    parameters: [bin("@biomejs/biome/bin/biome"), "ci", "--colors=off", "--error-on-warnings", "."],
  },
  {
    name: "architecture",
    parameters: [
      bin("dependency-cruiser/bin/dependency-cruise.mjs"),
      "--config",
      ".dependency-cruiser.cjs",
      "app",
      "dev-store",
      "scripts",
    ],
  },
  { name: "database schema", parameters: [bin("prisma/build/index.js"), "validate"] },
  {
    name: "theme app extension",
    parameters: ["--import", "tsx", "scripts/check-theme.ts"],
    needs: "extensions/chat-widget/shopify.extension.toml",
  },
  { name: "built widget", parameters: ["--import", "tsx", "scripts/build-widget.ts", "--check"] },
  {
    name: "GraphQL operations",
    parameters: ["--import", "tsx", "scripts/check-graphql.ts"],
    needs: "scripts/check-graphql.ts",
  },
];

/** `npm run check`: everything that can be said about the code without running it. */
await runCommand(async () => {
  await ensurePrismaClient();
  const outcomes = await Promise.all(
    CHECKS.map(async (check) => {
      const outcome = await runCheck(check);
      console.log(describe(outcome));
      return outcome;
    }),
  );
  process.exitCode = outcomes.some(({ status }) => status === "failed") ? 1 : 0;
});

function describe(outcome: CheckOutcome): string {
  if (outcome.status === "skipped") return `–  ${outcome.name} (${outcome.reason})`;
  const time = `${outcome.seconds.toFixed(1)} s`;
  if (outcome.status === "passed") return `✓  ${outcome.name} (${time})`;
  return `✗  ${outcome.name} (${time})\n\n${outcome.output.trim()}\n`;
}
