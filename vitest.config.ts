import { fileURLToPath } from "node:url";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

const resolve = { alias: { "~": fileURLToPath(new URL("./app", import.meta.url)) } };
const WIDGET_TESTS = "tests/browser/widget-*.test.ts";
const BROWSER_TESTS = "**/*.browser.test.ts";

/** The projects run one after the other: what meets a whole app must not compete with everything else for the processor. */
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
        include: [
          "*.test.ts",
          "{app,dev-store,scripts}/**/*.test.{ts,tsx}",
          "tests/{architecture,setup,support}/**/*.test.ts",
        ],
        exclude: [BROWSER_TESTS],
        globalSetup: ["tests/setup/database-server.ts"],
      }),
      project(2, {
        name: "http",
        include: ["tests/{http,shopify,stores}/**/*.test.ts"],
        globalSetup: ["tests/setup/database-server.ts"],
        testTimeout: 60_000,
        fileParallelism: false,
      }),
      project(3, {
        name: "widget",
        include: [WIDGET_TESTS, `{app,dev-store}/${BROWSER_TESTS}`],
        testTimeout: 60_000,
        // They serve their own pages, and mostly wait.
        maxWorkers: 2,
      }),
      project(4, {
        name: "browser",
        include: ["tests/browser/**/*.test.ts"],
        exclude: [WIDGET_TESTS],
        globalSetup: ["tests/support/global-stack.ts"],
        testTimeout: 60_000,
        fileParallelism: false,
      }),
    ],
  },
});
