import { z } from "zod";
import { loadAdminSchema } from "./admin-api/admin-schema";
import { createDevStore, type DevStore } from "./server";

const environment = z.object({
  DEV_STORE_PORT: z.coerce.number().int().min(1).max(65_535).default(4000),
  DEV_STORE_DATA: z.string().optional(),
  AISLE_DATA_DIR: z.string().default(".data"),
  PORT: z.coerce.number().int().default(3000),
  SHOPIFY_APP_URL: z.url().optional(),
  SHOPIFY_API_KEY: z.string().min(1).default("aisle-dev-key"),
  SHOPIFY_API_SECRET: z
    .string()
    .min(1, "Set SHOPIFY_API_SECRET: the store signs with it what the app verifies."),
  SCOPES: z.string().optional(),
  DEV_STORE_PLAN: z.enum(["standard", "plus"]).default("plus"),
});
const SHOWN_PROBLEMS = 10;

async function main(): Promise<void> {
  const env = environment.parse(dropEmpty(process.env));
  const store = await createDevStore({
    port: env.DEV_STORE_PORT,
    dataDirectory: env.AISLE_DATA_DIR,
    storeDataDirectory: env.DEV_STORE_DATA,
    appUrl: env.SHOPIFY_APP_URL ?? `http://localhost:${env.PORT}`,
    apiKey: env.SHOPIFY_API_KEY,
    apiSecret: env.SHOPIFY_API_SECRET,
    scopes: env.SCOPES,
    plan: env.DEV_STORE_PLAN,
    fresh: process.argv.includes("--fresh"),
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void store.close().then(() => process.exit(0)));
  }
  // Half a second that the app's first question would otherwise wait for.
  loadAdminSchema("2026-07");
  announce(store);
}

function announce({ url, context: { data } }: DevStore): void {
  for (const { file, line, reason } of data.problems.slice(0, SHOWN_PROBLEMS)) {
    console.log(`${file}:${line}: ${reason}`);
  }
  const more = data.problems.length - SHOWN_PROBLEMS;
  if (more > 0) console.log(`… and ${more} more rows that could not be loaded (GET ${url}/__control/state).`);
  const counts = `${data.products.length} products, ${data.customers.length} customers, ${data.orders.length} orders`;
  console.log(`The store "${data.shop.name}" (${counts}) is ready at ${url}`);
}

/** A variable that is set to nothing counts as unset. */
function dropEmpty(variables: NodeJS.ProcessEnv): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}

main().catch((error: unknown) => {
  console.error(
    error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : error,
  );
  process.exitCode = 1;
});
