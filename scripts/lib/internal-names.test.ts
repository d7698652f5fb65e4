import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { INTERNAL_NAMES, shortNames } from "./internal-names";
import { projectRoot } from "./project-root";

async function declaredNames(path: string): Promise<string[]> {
  const source = await readFile(join(projectRoot, path), "utf8");
  return Array.from(
    source.replace(/\/\*.*?\*\/|\/\/.*/gs, "").matchAll(/(\w+)\??(?:\([^()]*\))?:/g),
    ([, name]) => name ?? "",
  );
}

test("nothing that the server or a theme names is shortened", async () => {
  const protocol = (await readdir(join(projectRoot, "app/protocol"))).filter((name) =>
    /(?<!test)\.ts$/.test(name),
  );
  const files = [
    ...protocol.map((name) => `app/protocol/${name}`),
    "app/widget/api.ts",
    "app/core/settings/flow.ts",
  ];
  const declared = new Set((await Promise.all(files.map(declaredNames))).flat());
  expect(declared).toContain("runningTurnId");
  expect(declared).toContain("startFlow");
  expect(INTERNAL_NAMES.filter((name) => declared.has(name))).toEqual([]);
});

test("every name has a short one of its own", () => {
  const short = Object.values(shortNames.byName);
  expect(new Set(short).size).toBe(new Set(INTERNAL_NAMES).size);
  expect(short).toHaveLength(INTERNAL_NAMES.length);
});
