import type { BulkOperations } from "./admin-api/bulk/bulk-operations";
import type { AppConfig } from "./app-config";
import type { Catalogue } from "./catalogue";
import type { DevStoreConfig } from "./dev-store-config";
import type { Installation } from "./installation";
import type { Merchant } from "./merchant/merchant";
import type { StoreData } from "./model";
import type { OAuthService } from "./oauth/oauth-service";
import type { StateStore } from "./state-store";
import type { WebhookSender } from "./webhooks/webhook-sender";

/** What every part of the simulated store is given: one store, one app that may be installed on it. */
export interface DevStoreContext {
  /** As loaded and as the merchant changed it since: read a list each time it is needed. */
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
  bulkOperations: BulkOperations;
  merchant: Merchant;
}
