import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const alias = { "~": fileURLToPath(new URL("./app", import.meta.url)) };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: "unit",
          include: [
            "*.test.ts",
            "{app,dev-store,scripts}/**/*.test.{ts,tsx}",
            "tests/{architecture,setup,support}/**/*.test.ts",
          ],
          globalSetup: ["tests/setup/database-server.ts"],
          setupFiles: ["tests/setup/fail-on-noise.ts"],
          restoreMocks: true,
          unstubEnvs: true,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
