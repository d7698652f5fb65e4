import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const resolve = { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } };
const WIDGET_TESTS = "tests/browser/widget-*.test.ts";
const BROWSER_TESTS = "**/*.browser.test.ts";
/** These meet what the app makes once a process, or commands that end one. All others can share one. */
const PROCESS_TESTS = [
  "*.test.ts",
  "app/{routes,composition,adapters/persistence}/**/*.test.ts",
  "scripts/**/*.test.ts",
  "tests/{architecture,setup,support}/**/*.test.ts",
];
/** These measure moments, or end processes: nothing else may keep the machine busy meanwhile. */
const SOLITARY_TESTS = ["tests/http/{commands,connected-model}.test.ts"];
/** By itself vitest leaves a processor free, which of two is half. */
const WORKERS = Math.max(2, availableParallelism());

/** Groups run one after the other: what meets a whole app must not compete with everything else for the processor. */
function project(
  order: number,
  test: TestProjectInlineConfiguration["test"],
): TestProjectInlineConfiguration {
  return {
    resolve,
    test: {
      setupFiles: ["tests/setup/fail-on-noise.ts"],
      restoreMocks: true,
      unstubEnvs: true,
      // The logger is made at the first import, and its lines would hide the tests' own.
      env: { LOG_LEVEL: "silent" },
      // A loaded machine of two cores is slow, not wrong.
      testTimeout: 30_000,
      hookTimeout: 60_000,
      sequence: { groupOrder: order },
      ...test,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      project(1, {
        name: "unit",
        include: ["{app,dev-store}/**/*.test.{ts,tsx}"],
        exclude: [...PROCESS_TESTS, BROWSER_TESTS],
        globalSetup: ["tests/setup/database-server.ts"],
        isolate: false,
        maxWorkers: WORKERS,
      }),
      project(1, {
        name: "process",
        include: PROCESS_TESTS,
        globalSetup: ["tests/setup/database-server.ts"],
        maxWorkers: WORKERS,
      }),
      project(2, {
        name: "http",
        include: ["tests/{http,shopify,stores}/**/*.test.ts"],
        exclude: SOLITARY_TESTS,
        globalSetup: ["tests/setup/database-server.ts"],
        testTimeout: 60_000,
        // Each starts an app of its own, and waits for it as often as it works.
        maxWorkers: WORKERS + 1,
      }),
      project(3, {
        name: "solitary",
        include: SOLITARY_TESTS,
        testTimeout: 60_000,
        fileParallelism: false,
      }),
      project(4, {
        name: "widget",
        include: [WIDGET_TESTS, `{app,dev-store}/${BROWSER_TESTS}`],
        testTimeout: 60_000,
        // They serve their own pages, and mostly wait; a third makes moments pass unseen.
        maxWorkers: WORKERS,
      }),
      project(5, {
        name: "browser",
        include: ["tests/browser/**/*.test.ts"],
        exclude: [WIDGET_TESTS],
        globalSetup: ["tests/support/global-stack.ts"],
        testTimeout: 60_000,
        // Each goes on where the one before left the merchant's store.
        fileParallelism: false,
      }),
    ],
  },
});
