import { startChild, waitUntilReady } from "./lib/child";
import { openDevDatabase } from "./lib/dev-database";
import { ensureDevSecrets } from "./lib/dev-secrets";
import { ensurePrismaClient } from "./lib/prisma-client";
import { runCommand, untilAskedToEnd } from "./lib/run-command";
import { readRunSettings } from "./lib/run-settings";
import { StartupError } from "./lib/startup-error";

const READY_TIMEOUT_MS = 120_000;

/**
 * What `shopify app dev` starts (shopify.web.toml): database and app. Key, secret, scopes, port and the tunnel's address,
 * which it calls HOST, come from Shopify's command line.
 */
await runCommand(async () => {
  const settings = readRunSettings();
  const appUrl = process.env.HOST || process.env.SHOPIFY_APP_URL;
  if (!appUrl?.startsWith("https://"))
    throw new StartupError("Start this with `npm run dev:shopify`: it opens the tunnel.");
  await ensurePrismaClient();
  const { TOKEN_ENCRYPTION_KEY } = ensureDevSecrets(settings.dataFolder);
  const ended = untilAskedToEnd();
  const database = await openDevDatabase(settings);
  const app = startChild("app", ["--import", "tsx", "scripts/dev-server.ts"], {
    TOKEN_ENCRYPTION_KEY,
    ...process.env,
    NODE_ENV: "development",
    DATABASE_URL: database.url,
    SHOPIFY_APP_URL: appUrl,
  });
  try {
    await Promise.race([
      ended,
      waitUntilReady(app, `http://localhost:${settings.port}/healthz`, READY_TIMEOUT_MS),
    ]);
    await Promise.race([ended, app.exited, database.exited]);
  } finally {
    await app.stop();
    await database.stop();
  }
  process.exit(0);
});
