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
