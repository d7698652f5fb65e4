import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { projectRoot } from "./project-root";

const NAMED_BY_OTHERS = new Set(["NODE_ENV", "PATH", "HOME", "CI", "VITEST", "NODE_OPTIONS"]);
const READ =
  /(?:process\.env\.|env\.|environment\.)([A-Z][A-Z0-9_]+)\b|^\s+([A-Z][A-Z0-9_]+): (?:z\.|port|origin|commaSeparated)/gm;

function variablesReadBy(paths: string[]): string[] {
  const files = execFileSync("git", ["ls-files", ...paths], { cwd: projectRoot, encoding: "utf8" })
    .trim()
    .split("\n");
  const sources = files.filter((file) => /(?<!\.test)\.(ts|tsx|mjs)$/.test(file));
  const names = sources.flatMap((file) =>
    [...readFileSync(join(projectRoot, file), "utf8").matchAll(READ)].map(
      (match) => match[1] ?? match[2] ?? "",
    ),
  );
  return [...new Set(names)].filter((name) => !NAMED_BY_OTHERS.has(name));
}

describe(".env.example", () => {
  it("explains every variable that the app, the server and the simulated store read", () => {
    const example = readFileSync(join(projectRoot, ".env.example"), "utf8");
    const explained = new Set([...example.matchAll(/^([A-Z0-9_]+)=/gm)].map((match) => match[1]));
    const read = variablesReadBy(["app", "dev-store", "server.mjs"]);
    expect(read).toContain("TOKEN_ENCRYPTION_KEY");
    expect(read.filter((name) => !explained.has(name))).toEqual([]);
  });
});
