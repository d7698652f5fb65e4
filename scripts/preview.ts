import { ensureBuild } from "./lib/build";
import { ensurePrismaClient } from "./lib/prisma-client";
import { runCommand } from "./lib/run-command";
import { readRunSettings } from "./lib/run-settings";
import { runStack } from "./lib/run-stack";

/** `npm run preview`: the same as `npm run dev` with the production build, and nothing watched. */
await runCommand(async () => {
  const settings = readRunSettings();
  await ensurePrismaClient();
  await ensureBuild();
  const app = { parameters: ["server.mjs"], environment: { NODE_ENV: "production" } };
  await runStack(settings, app, ({ storeUrl, appUrl, databaseUrl }) => {
    console.log(`Admin ${storeUrl}/admin · database ${databaseUrl.replace(/\/\/.*@/, "//")}`);
    console.log(`Aisle is ready: storefront ${storeUrl} · app ${appUrl}`);
  });
});
