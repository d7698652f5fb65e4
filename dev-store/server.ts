import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import express from "express";
import { createBulkOperations } from "./admin-api/bulk/bulk-operations";
import { createBulkFileRouter } from "./admin-api/bulk/file-router";
import type { ShopPlan } from "./admin-api/cost-bucket";
import { createFaultSwitch } from "./admin-api/faults";
import { createRequestLog } from "./admin-api/request-log";
import { createAdminApiRouter } from "./admin-api/router";
import { createAdminShellRouter } from "./admin-shell/router";
import { type AppConfig, readAppConfig } from "./app-config";
import { createCatalogue } from "./catalogue";
import type { DevStoreContext } from "./context";
import { createControlRouter } from "./control/router";
import type { DevStoreConfig } from "./dev-store-config";
import { createInstallation } from "./installation";
import { loadStore } from "./load/load-store";
import { createMerchant, emptyChanges } from "./merchant/merchant";
import { createOAuthService } from "./oauth/oauth-service";
import { createOAuthRouter } from "./oauth/router";
import { createProxyRouter } from "./proxy/router";
import { type DevStoreState, openStateStore, type StateStore } from "./state-store";
import { createStorefrontRouter } from "./storefront/router";
import { createWebhookSender, type WebhookSubscription } from "./webhooks/webhook-sender";

export interface DevStoreOptions {
  /** 0 for any free port. */
  port: number;
  /** State is kept in `dev-store/state.json` below it. */
  dataDirectory: string;
  /** Folder of Shopify CSV exports; the shipped example store when absent. */
  storeDataDirectory?: string;
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** Comma-separated; those of shopify.app.toml when absent. */
  scopes?: string;
  clock?: () => Date;
  /** Forgets the state of earlier runs. */
  fresh?: boolean;
  /** What the Admin API lets through: `plus` (20,000 points, 1,000 a second back) or `standard` (2,000 and 100). */
  plan?: ShopPlan;
  /** Pauses between tries of a webhook that failed. */
  webhookRetryDelaysMs?: number[];
}

export interface DevStore {
  url: string;
  context: DevStoreContext;
  /** Ends open connections and writes the state. */
  close(): Promise<void>;
}

export const SHOP = "aisle-dev.myshopify.com";
const PROJECT_ROOT = fileURLToPath(new URL("..", import.meta.url)).replace(/\/$/, "");

/** Starts the simulated store. Rejects with a sentence when its data cannot be read or its port is taken. */
export async function createDevStore(options: DevStoreOptions): Promise<DevStore> {
  const clock = options.clock ?? (() => new Date());
  const server = createServer();
  const port = await listen(server, options.port);
  try {
    const context = createContext(options, port, clock);
    server.on("request", createApplication(context, options.plan ?? "plus"));
    return { url: context.config.url, context, close: () => close(server, context.state) };
  } catch (error) {
    server.close();
    throw error;
  }
}

function createContext(options: DevStoreOptions, port: number, clock: () => Date): DevStoreContext {
  const { apiKey, apiSecret, appUrl } = options;
  const app = readAppConfig(PROJECT_ROOT, options.scopes);
  const config: DevStoreConfig = {
    port,
    url: `http://localhost:${port}`,
    appUrl: appUrl.replace(/\/$/, ""),
    apiKey,
    apiSecret,
    shop: SHOP,
    projectRoot: PROJECT_ROOT,
    storeDataDirectory: options.storeDataDirectory ?? join(PROJECT_ROOT, "dev-store/example-store"),
  };
  const data = loadStore({ directory: config.storeDataDirectory, myshopifyDomain: SHOP, today: clock() });
  const state = openStateStore(join(options.dataDirectory, "dev-store/state.json"), () => emptyState(app));
  if (options.fresh) state.reset();
  const oauth = createOAuthService({ apiKey, apiSecret, shop: SHOP, state, clock });
  const webhooks = createWebhookSender({
    appUrl: config.appUrl,
    apiSecret,
    shop: SHOP,
    apiVersion: app.webhookApiVersion,
    findSubscriptions: (topic) => findSubscriptions(topic, app, state),
    clock,
    retryDelaysMs: options.webhookRetryDelaysMs,
  });
  const installation = createInstallation({ config, app, data, state, oauth, webhooks, clock });
  const bulkOperations = createBulkOperations({
    directory: resolve(options.dataDirectory, "dev-store/bulk-operations"),
    state,
    webhooks,
    clock,
  });
  const merchant = createMerchant({ data, state, webhooks, clock });
  const catalogue = createCatalogue(data);
  const services = { oauth, webhooks, installation, bulkOperations, merchant };
  return { data, catalogue, state, config, app, clock, ...services };
}

/** Subscriptions of shopify.app.toml, and those that the app made through the API; one to an address. */
function findSubscriptions(topic: string, app: AppConfig, state: StateStore): WebhookSubscription[] {
  const graphqlTopic = topic.toUpperCase().replace("/", "_");
  const declared = app.webhooks.filter((subscription) => subscription.topic === topic);
  const created = state.current.webhookSubscriptions.filter(
    (subscription) => subscription.topic === graphqlTopic,
  );
  const all = [...declared, ...created].map(({ uri, includeFields = [] }) => ({ uri, includeFields }));
  return all.filter(({ uri }, index) => all.findIndex((other) => other.uri === uri) === index);
}

export function emptyState(app: AppConfig): DevStoreState {
  return {
    installation: null,
    tokens: [],
    scriptTags: [],
    webhookSubscriptions: [],
    metafields: [],
    changes: emptyChanges(),
    bulkOperations: [],
    embed: { on: false, settings: {} },
    proxy: { mode: "stream", prefix: app.proxy.prefix, subpath: app.proxy.subpath },
    carts: {},
    customerSessions: {},
    protectedDataApproved: true,
  };
}

function createApplication(context: DevStoreContext, plan: ShopPlan): express.Express {
  const shared = { context, faults: createFaultSwitch(), log: createRequestLog() };
  const application = express();
  application.disable("x-powered-by");
  application.use("/__control", createControlRouter(shared));
  application.use(createOAuthRouter(context.oauth));
  application.use(createAdminApiRouter({ ...shared, plan }));
  application.use(createBulkFileRouter(context.bulkOperations));
  application.use(createAdminShellRouter(context));
  application.use(createProxyRouter(context));
  application.use(createStorefrontRouter(context));
  return application;
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === "EADDRINUSE";
      reject(isTaken ? new Error(`Port ${port} is in use; set DEV_STORE_PORT to a free one.`) : error);
    });
    server.listen(port, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server, state: StateStore): Promise<void> {
  state.flush();
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
