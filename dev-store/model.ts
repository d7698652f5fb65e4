/**
 * What the simulated store holds, in Shopify's own terms. Loaded from CSV exports (`DEV_STORE_DATA`), then
 * changed only through `merchant/`, which puts new lists in place of old ones: lists and records are never changed in place. Amounts are minor units of `shop.currency`;
 * dates are ISO 8601 strings in UTC; ids are Shopify's numeric ids as strings.
 */
export interface StoreData {
  shop: ShopData;
  products: ProductData[];
  collections: CollectionData[];
  customers: CustomerData[];
  orders: OrderData[];
  policies: PolicyData[];
  pages: PageData[];
  blog: BlogData;
  articles: ArticleData[];
  /** Rows that could not be loaded: file, 1-based line, and the reason in a sentence. */
  problems: LoadProblem[];
}

export interface LoadProblem {
  file: string;
  line: number;
  reason: string;
}

export interface ShopData {
  id: string;
  name: string;
  /** ISO 4217. */
  currency: string;
  /** The public domain, for display only; the storefront itself is served on `DEV_STORE_PORT`. */
  domain: string;
  myshopifyDomain: string;
  contactEmail: string;
  timezone: string;
}

export interface ProductData {
  id: string;
  handle: string;
  title: string;
  bodyHtml: string;
  vendor: string;
  productType: string;
  tags: string[];
  status: "ACTIVE" | "DRAFT" | "ARCHIVED";
  published: boolean;
  createdAt: string;
  updatedAt: string;
  options: { name: string; values: string[] }[];
  variants: VariantData[];
  images: { url: string; alt: string }[];
}

export interface VariantData {
  id: string;
  /** Option values joined with " / ", or "Default Title". */
  title: string;
  sku: string;
  barcode: string;
  price: number;
  compareAtPrice: number | null;
  /** Null when the inventory is not tracked: always available then. */
  inventoryQuantity: number | null;
  inventoryPolicy: "DENY" | "CONTINUE";
  optionValues: string[];
  imageUrl: string | null;
  grams: number;
  requiresShipping: boolean;
}

export interface CollectionData {
  id: string;
  handle: string;
  title: string;
  descriptionHtml: string;
  productIds: string[];
  updatedAt: string;
}

export interface AddressData {
  name: string;
  address1: string;
  address2: string;
  city: string;
  provinceCode: string;
  countryCode: string;
  zip: string;
  phone: string;
}

export interface CustomerData {
  id: string;
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
  tags: string[];
  note: string;
  locale: string;
  defaultAddress: AddressData | null;
}

export interface OrderData {
  id: string;
  /** "#1001". */
  name: string;
  customerId: string | null;
  email: string;
  createdAt: string;
  processedAt: string;
  cancelledAt: string | null;
  cancelReason: string | null;
  currency: string;
  /** PAID, PENDING, PARTIALLY_REFUNDED, REFUNDED, VOIDED, AUTHORIZED … (Shopify's OrderDisplayFinancialStatus). */
  financialStatus: string;
  /** UNFULFILLED, PARTIALLY_FULFILLED, FULFILLED … (Shopify's OrderDisplayFulfillmentStatus). */
  fulfillmentStatus: string;
  subtotal: number;
  shipping: number;
  taxes: number;
  discount: number;
  discountCode: string | null;
  total: number;
  refunded: number;
  shippingMethod: string;
  paymentMethod: string;
  tags: string[];
  note: string;
  shippingAddress: AddressData | null;
  lineItems: LineItemData[];
  fulfillments: FulfillmentData[];
  /** Set where the goods came or are coming back. */
  returnStatus: "NO_RETURN" | "RETURN_REQUESTED" | "IN_PROGRESS" | "RETURNED";
}

export interface LineItemData {
  id: string;
  /** Product title without the variant. */
  title: string;
  variantTitle: string | null;
  sku: string;
  quantity: number;
  price: number;
  requiresShipping: boolean;
  productId: string | null;
  variantId: string | null;
}

export interface FulfillmentData {
  id: string;
  createdAt: string;
  /** Shopify's FulfillmentDisplayStatus: CONFIRMED, IN_TRANSIT, OUT_FOR_DELIVERY, DELIVERED, DELAYED, ATTEMPTED_DELIVERY … */
  displayStatus: string;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  tracking: { company: string | null; number: string; url: string | null }[];
  lineItems: { lineItemId: string; quantity: number }[];
  events: { status: string; happenedAt: string; message: string }[];
}

/** Shopify's ShopPolicyType. */
export type PolicyType =
  | "REFUND_POLICY"
  | "SHIPPING_POLICY"
  | "PRIVACY_POLICY"
  | "TERMS_OF_SERVICE"
  | "TERMS_OF_SALE"
  | "LEGAL_NOTICE"
  | "CONTACT_INFORMATION"
  | "SUBSCRIPTION_POLICY";

export interface PolicyData {
  type: PolicyType;
  id: string;
  title: string;
  handle: string;
  bodyHtml: string;
  updatedAt: string;
}

export interface PageData {
  id: string;
  handle: string;
  title: string;
  bodyHtml: string;
  createdAt: string;
  updatedAt: string;
}

/** The store's one blog. */
export interface BlogData {
  id: string;
  handle: string;
  title: string;
}

export interface ArticleData extends PageData {
  author: string;
  tags: string[];
}

/** The day on which every made-up store opened; what its files do not date is that old. */
export const STORE_OPENED_AT = "2026-01-01T00:00:00.000Z";
