import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, LogSeverity, type Shopify, shopifyApi } from "@shopify/shopify-api";

/** The newest Admin API version that the library names. */
export const ADMIN_API_VERSION = ApiVersion.July26;

export interface ShopifyConfig {
  apiKey: string;
  apiSecret: string;
  /** Where the app is served, such as https://aisle.example. */
  appUrl: string;
  scopes: string[];
}

/** Shopify's own client library, for calls that no admin page started: background work and shoppers' requests. */
export function createShopifyApi(config: ShopifyConfig): Shopify {
  const url = new URL(config.appUrl);
  return shopifyApi({
    apiKey: config.apiKey,
    apiSecretKey: config.apiSecret,
    scopes: config.scopes,
    hostName: url.host,
    hostScheme: url.protocol === "http:" ? "http" : "https",
    apiVersion: ADMIN_API_VERSION,
    isEmbeddedApp: true,
    // The library prints whole requests; our own adapter reports what failed, without personal data.
    logger: { level: LogSeverity.Error, log: () => undefined },
  });
}
