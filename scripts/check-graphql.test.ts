import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkGraphql } from "./check-graphql";

const OPERATIONS = "app/adapters/stores/shopify/operations";
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "check-graphql-"));
  mkdirSync(join(root, OPERATIONS), { recursive: true });
});
afterEach(() => rmSync(root, { recursive: true }));

function write(file: string, text: string): void {
  const path = join(root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

test("a field that one version does not have is named with file, line and version", async () => {
  write(
    `${OPERATIONS}/shop.ts`,
    `const SHOP_FRAGMENT = "fragment S on Shop { nme }";

export const SHOP_QUERY = "#graphql\\n" + SHOP_FRAGMENT + "query Shop { shop { ...S } }";
`,
  );
  const { checked, faults } = await checkGraphql(root);
  expect(checked).toBe(1);
  expect(faults).toEqual(
    ["2026-04", "2026-07", "2026-10"].map(
      (version) =>
        `${OPERATIONS}/shop.ts:3 SHOP_QUERY (${version}): Field 'nme' doesn't exist on type 'Shop'`,
    ),
  );
});

test("a document that is no GraphQL is a fault of its own", async () => {
  write(`${OPERATIONS}/broken.ts`, "export const BROKEN_QUERY = `#graphql\n  query {`;\n");
  expect((await checkGraphql(root)).faults[0]).toMatch(/broken\.ts:1 BROKEN_QUERY \(2026-04\): Syntax Error/);
});

test("a document that stands where nobody checks it is a fault", async () => {
  write("app/routes/orders.ts", "\nconst ORDERS = `#graphql\n  query { shop { name } }`;\n");
  write(`${OPERATIONS}/hidden.ts`, "const HIDDEN_QUERY = `#graphql\n  query { shop { name } }`;\n");
  const { faults } = await checkGraphql(root);
  expect(faults).toHaveLength(2);
  expect(faults.join("\n")).toMatch(/orders\.ts:2 ORDERS: export it as/);
});

test("the app's own operations fit all three versions", async () => {
  const { checked, faults } = await checkGraphql();
  expect(checked).toBeGreaterThan(0);
  expect(faults).toEqual([]);
});
