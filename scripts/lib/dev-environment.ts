import { ensureDevSecrets } from "./dev-secrets";
import type { RunSettings } from "./run-settings";

export type Variables = Record<string, string | undefined>;

/**
 * The environment of an app that is installed on the simulated store. The app itself knows nothing of development: what
 * production gets from its host it gets from here, and whatever the caller has set wins.
 */
export function createDevEnvironment(settings: RunSettings, databaseUrl: string): Variables {
  const storeUrl = `http://localhost:${settings.devStorePort}`;
  const defaults: Variables = {
    SHOPIFY_API_KEY: "aisle-dev-key",
    ...ensureDevSecrets(settings.dataFolder),
    SHOPIFY_APP_URL: `http://localhost:${settings.port}`,
    APP_BRIDGE_URL: `${storeUrl}/app-bridge.js`,
    EXTRA_FRAME_ANCESTORS: storeUrl,
    LOG_LEVEL: "warn",
    SHUTDOWN_GRACE_MS: "1000",
  };
  return {
    ...defaults,
    ...withoutEmpty(process.env),
    DATABASE_URL: databaseUrl,
    PORT: String(settings.port),
    DEV_STORE_PORT: String(settings.devStorePort),
    AISLE_DATA_DIR: settings.dataFolder,
  };
}

function withoutEmpty(variables: Variables): Variables {
  return Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ""));
}
