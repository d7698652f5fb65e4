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
            "app/**/*.test.{ts,tsx}",
            "dev-store/**/*.test.ts",
            "scripts/**/*.test.ts",
            "tests/{architecture,setup,support}/**/*.test.ts",
          ],
          setupFiles: ["tests/setup/fail-on-noise.ts"],
          restoreMocks: true,
          unstubEnvs: true,
        },
      },
    ],
  },
});
