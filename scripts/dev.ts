import { ensurePrismaClient } from "./lib/prisma-client";
import { runCommand } from "./lib/run-command";
import { readRunSettings } from "./lib/run-settings";
import { runStack } from "./lib/run-stack";
import type { Stack } from "./lib/stack";

/** `npm run dev`: embedded database, simulated store, and the app with hot reload, installed on it. */
await runCommand(async () => {
  const settings = readRunSettings();
  await ensurePrismaClient();
  const app = {
    parameters: ["--import", "tsx", "scripts/dev-server.ts"],
    environment: { NODE_ENV: "development" },
  };
  await runStack(settings, app, announce);
});

function announce({ storeUrl, appUrl, isFirstRun }: Stack): void {
  const model = process.env.OPENAI_API_KEY || process.env.OPENAI_BASE_URL;
  console.log(`
Storefront  ${storeUrl}
            A shop with the chat in its corner${isFirstRun ? ", turned on for you" : ""}: sign in as one of its customers and ask "where is my order?".
Admin       ${storeUrl}/admin
            The merchant's side: open Aisle under Apps, change its settings, read its conversations.
Next        .env
            ${model ? "A real model is connected." : "The built-in model answers; OPENAI_API_KEY or OPENAI_BASE_URL in .env connects a real one."} \`npm run dev:shopify\` runs the same app on a real Shopify store.

Aisle is ready: storefront ${storeUrl} · app ${appUrl}`);
}
