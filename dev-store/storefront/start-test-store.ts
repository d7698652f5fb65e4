import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import express, { type Router } from "express";
import { readAppConfig } from "../app-config";
import { createCatalogue } from "../catalogue";
import type { DevStoreContext } from "../context";
import { createInstallation } from "../installation";
import type { StoreData } from "../model";
import { createOAuthService } from "../oauth/oauth-service";
import { type DevStoreState, openStateStore } from "../state-store";
import { createWebhookSender } from "../webhooks/webhook-sender";

export const API_KEY = "test-key";
export const API_SECRET = "test-secret";
const SHOP = "aisle-dev.myshopify.com";

export interface TestStore {
  url: string;
  context: DevStoreContext;
  close(): Promise<void>;
}

export interface TestStoreOptions {
  data: StoreData;
  routers: ((context: DevStoreContext) => Router)[];
  appUrl?: string;
  projectRoot?: string;
  storeDataDirectory?: string;
}

/** For tests of what people see: the given routers alone, over HTTP, with state that is gone afterwards. */
export async function startTestStore(options: TestStoreOptions): Promise<TestStore> {
  const folder = mkdtempSync(join(tmpdir(), "dev-store-"));
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const context = createTestContext(options, port, join(folder, "state.json"));
  const app = express();
  for (const createRouter of options.routers) app.use(createRouter(context));
  server.on("request", app);
  return {
    url: context.config.url,
    context,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      context.state.flush();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function createTestContext(options: TestStoreOptions, port: number, statePath: string): DevStoreContext {
  const clock = () => new Date();
  const state = openStateStore(statePath, emptyState);
  const projectRoot = options.projectRoot ?? fileURLToPath(new URL("../..", import.meta.url));
  const app = readAppConfig(projectRoot, "");
  const config = {
    port,
    url: `http://127.0.0.1:${port}`,
    appUrl: options.appUrl ?? "http://127.0.0.1:9",
    apiKey: API_KEY,
    apiSecret: API_SECRET,
    shop: SHOP,
    projectRoot,
    storeDataDirectory: options.storeDataDirectory ?? projectRoot,
  };
  const { data } = options;
  const shared = { apiKey: API_KEY, apiSecret: API_SECRET, shop: SHOP, state, clock };
  const oauth = createOAuthService(shared);
  const webhooks = createWebhookSender({
    ...shared,
    appUrl: config.appUrl,
    apiVersion: app.webhookApiVersion,
    findUris: () => [],
  });
  const installation = createInstallation({ config, app, data, state, oauth, webhooks, clock });
  return { data, catalogue: createCatalogue(data), state, config, app, clock, oauth, webhooks, installation };
}

function emptyState(): DevStoreState {
  return {
    installation: null,
    tokens: [],
    scriptTags: [],
    webhookSubscriptions: [],
    metafields: [],
    embed: { on: false, settings: {} },
    proxy: { mode: "stream", prefix: "apps", subpath: "aisle" },
    carts: {},
    customerSessions: {},
    protectedDataApproved: true,
  };
}
