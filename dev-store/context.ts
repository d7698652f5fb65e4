import type { AppConfig } from "./app-config";
import type { Catalogue } from "./catalogue";
import type { Installation } from "./installation";
import type { StoreData } from "./model";
import type { OAuthService } from "./oauth/oauth-service";
import type { StateStore } from "./state-store";
import type { WebhookSender } from "./webhooks/webhook-sender";

/** What every part of the simulated store is given: one store, one app that may be installed on it. */
export interface DevStoreContext {
  /** Loaded once; only carts, script tags and the like change, and those are in `state`. */
  data: StoreData;
  /** The same data by id, handle and customer, and by search. */
  catalogue: Catalogue;
  state: StateStore;
  config: DevStoreConfig;
  /** What the app declares about itself in shopify.app.toml. */
  app: AppConfig;
  clock: () => Date;
  oauth: OAuthService;
  webhooks: WebhookSender;
  installation: Installation;
}

export interface DevStoreConfig {
  port: number;
  /** Where the storefront, the admin and the APIs are reached: `http://localhost:4000`, no slash at the end. */
  url: string;
  /** Where the app is reached, no slash at the end. */
  appUrl: string;
  apiKey: string;
  apiSecret: string;
  /** `aisle-dev.myshopify.com`. */
  shop: string;
  /** Folder of the app's project: shopify.app.toml and extensions/ are read from it. */
  projectRoot: string;
  /** `DEV_STORE_DATA`, or the folder of the shipped example store; relative images are served from it. */
  storeDataDirectory: string;
}
