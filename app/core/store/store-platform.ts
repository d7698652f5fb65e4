import type { DocumentKind } from "./document-kind";
import type { CustomerOrders, Order } from "./order";
import type { Product, ProductPage, ProductSearch } from "./product";

export interface ShopProfile {
  domain: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** IANA name. */
  timezone: string;
  contactEmail: string;
  /** The public storefront without a trailing slash, such as https://example.com. */
  storefrontUrl: string;
}

/** A text of the store. `html` is the merchant's own text: hostile until shown otherwise. */
export interface StoreDocument {
  id: string;
  kind: DocumentKind;
  title: string;
  url: string;
  html: string;
  updatedAt: string | null;
}

/**
 * A shop's platform. Every call names the shop; the adapter finds its access itself.
 * Calls reject with VendorError when the platform fails (isRetryable derived from it), with its status for missing access,
 * and promptly with the signal's reason when `signal` aborts. What is absent is null or empty, never an error.
 */
export interface StorePlatform {
  loadProfile(shop: string, signal: AbortSignal): Promise<ShopProfile>;
  /** The customer's newest orders, at most `limit` (and at most 20), newest first, in one request. An unknown customer has none. */
  loadCustomerOrders(
    shop: string,
    customerId: string,
    limit: number,
    signal: AbortSignal,
  ): Promise<CustomerOrders>;
  /** One order of that customer by its number, however old; null when it is not hers or does not exist. */
  findCustomerOrder(
    shop: string,
    customerId: string,
    orderNumber: string,
    signal: AbortSignal,
  ): Promise<Order | null>;
  /**
   * The order of that number ("1001" and "#1001" are the same; suffixes and prefixes are the merchant's) with the email it
   * was placed with. Whoever calls must have been rate-limited, and may tell no more than GuestOrderStatus.
   */
  findGuestOrder(
    shop: string,
    orderNumber: string,
    signal: AbortSignal,
  ): Promise<{ order: Order; email: string } | null>;
  searchProducts(shop: string, search: ProductSearch, signal: AbortSignal): Promise<ProductPage>;
  findProduct(
    shop: string,
    ref: { id: string } | { handle: string },
    signal: AbortSignal,
  ): Promise<Product | null>;
  /** Those of the products that exist and are published, in no particular order, in one request; at most 50 ids. */
  loadProducts(shop: string, ids: readonly string[], signal: AbortSignal): Promise<Product[]>;
  /** Published policies, pages, articles and collections that have a text. */
  loadDocuments(shop: string, signal: AbortSignal): Promise<StoreDocument[]>;
}
