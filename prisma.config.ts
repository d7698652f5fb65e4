import { existsSync } from "node:fs";
import { defineConfig } from "prisma/config";
import { createToolingAdapter } from "./scripts/lib/prisma-tooling-adapter";

const needsDatabase = ["migrate", "db", "studio"].includes(process.argv[2] ?? "");

// With a config file Prisma no longer reads .env itself.
if (existsSync(".env")) process.loadEnvFile(".env");
// No look for newer versions over the network.
process.env.CHECKPOINT_DISABLE = "1";

if (needsDatabase && !process.env.DATABASE_URL) {
  console.error("DATABASE_URL is not set. `npm run dev` prints the one of the embedded database.");
  process.exit(1);
}
// `prisma generate` needs no database, yet while the schema's variable is missing Prisma cannot read the schema's engine
// type and tries to download its native engine.
process.env.DATABASE_URL ??= "postgresql://not-set/not-set";

/** Migrations run in the schema engine that comes with the package as WebAssembly, so that nothing is downloaded. */
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => createToolingAdapter(process.env.DATABASE_URL as string),
});
