import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { cruise, type ICruiseOptions, type ICruiseResult } from "dependency-cruiser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import config from "../../.dependency-cruiser.cjs";
import { projectRoot } from "../../scripts/lib/project-root";

/** What must not be: a file, what it says, and the rule that it breaks. */
const FORBIDDEN: [file: string, source: string, rule: string][] = [
  ["app/routes/a.ts", 'import "../adapters/stores/shopify/a";', "routes-imports-only-what-it-may"],
  ["app/routes/b.ts", 'import "../env.server";', "routes-imports-only-what-it-may"],
  ["app/routes/c.ts", 'import { a } from "../core/tools/a"; a;', "routes-take-only-types-from-core"],
  ["app/ui/a.tsx", 'import "../composition.server";', "ui-is-for-browsers"],
  ["app/ui/b.tsx", 'import { a } from "../core/tools/a"; a;', "ui-takes-only-types-from-core"],
  ["app/adapters/models/openai/a.ts", 'import "../builtin/a";', "vendors-know-no-sibling"],
  ["app/adapters/models/openai/b.ts", 'import "../../stores/shopify/a";', "adapters-know-no-sibling"],
  ["app/adapters/stores/shopify/b.ts", 'import "../../../env.server";', "adapters-imports-only-what-it-may"],
  ["app/adapters/stores/shopify/c.ts", 'import "../../../../dev-store/a";', "the-app-knows-no-dev-store"],
  ["app/core/store/b.ts", 'import "../tools/a";', "store-knowledge-and-handoff-lie-below-tools"],
  ["app/core/tools/b.ts", 'import "../assistant/a";', "tools-lie-below-the-assistant"],
  ["app/core/conversation/b.ts", 'import "../store/a";', "conversation-imports-no-other-room"],
  ["app/core/store/c.ts", 'import "../../adapters/stores/shopify/a";', "core-imports-only-what-it-may"],
  ["app/core/store/d.ts", 'import { readFileSync } from "node:fs"; readFileSync;', "core-is-pure"],
  ["app/core/store/e.ts", 'import pg from "pg"; pg;', "core-is-pure"],
  ["app/widget/a.ts", 'import { a } from "../protocol/a"; a;', "widget-takes-only-types-from-protocol"],
  ["app/widget/b.ts", 'import "../core/tools/a";', "widget-imports-only-what-it-may"],
  ["app/lib/b.ts", 'import "../core/tools/a";', "lib-imports-only-what-it-may"],
  ["app/lib/c.ts", 'import "./d"; export const c = 1;', "no-cycles"],
  ["app/lib/e.ts", 'import "./missing";', "no-unresolvable"],
];

/** What may be. */
const ALLOWED: [file: string, source: string][] = [
  [
    "app/routes/ok.ts",
    'import "../composition.server"; import type { A } from "../core/tools/a"; export type B = A;',
  ],
  ["app/routes/ok.test.ts", 'import "../env.server";'],
  ["app/adapters/stores/shopify/ok.ts", 'import "../../../core/store/a"; import "../../../lib/a";'],
  [
    "app/core/assistant/ok.ts",
    'import "../tools/a"; import "../conversation/a"; import { z } from "zod"; z;',
  ],
  ["app/widget/ok.ts", 'import type { A } from "../protocol/a"; export type B = A;'],
  ["app/composition.server.ts", 'import "./adapters/stores/shopify/a"; import "./env.server";'],
];

const BASIS = [
  ...[
    "app/env.server.ts",
    "app/protocol/a.ts",
    "app/lib/a.ts",
    "dev-store/a.ts",
    "app/adapters/stores/shopify/a.ts",
  ],
  ...["app/adapters/models/builtin/a.ts"],
  ...["tools", "store", "assistant", "conversation"].map((room) => `app/core/${room}/a.ts`),
];

let folder: string;
/** `rule: file` of each. */
let violations: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "aisle-imports-"));
  for (const path of BASIS) await write(path, "export const a = 1; export type A = 1;");
  await write("app/lib/d.ts", 'import "./c"; export const d = 1;');
  for (const [path, source] of [...FORBIDDEN, ...ALLOWED]) await write(path, source);
  await symlink(join(projectRoot, "node_modules"), join(folder, "node_modules"));
  const { options, ...ruleSet } = config;
  const cruiseOptions = { ...options, tsConfig: undefined, baseDir: folder, validate: true, ruleSet };
  const result = await cruise(["app"], cruiseOptions as unknown as ICruiseOptions);
  const { summary } = result.output as ICruiseResult;
  violations = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

async function write(path: string, source: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), source);
}

describe("the rules of who may import whom", () => {
  it.each(FORBIDDEN)("catch %s that says %s", (file, _source, rule) => {
    expect(violations).toContain(`${rule}: ${file}`);
  });

  it.each(ALLOWED)("let %s be", (file) => {
    expect(violations.filter((violation) => violation.endsWith(`: ${file}`))).toEqual([]);
  });

  it("have an example each", () => {
    const examples = new Set(FORBIDDEN.map(([, , rule]) => rule));
    const without = config.forbidden.map(({ name }) => name).filter((name) => !examples.has(name));
    expect(without).toEqual([
      "ui-imports-only-what-it-may",
      "composition-imports-only-what-it-may",
      "protocol-imports-only-what-it-may",
    ]);
  });
});
