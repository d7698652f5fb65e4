/** Amounts are minor units of `currency`; dates are ISO 8601 in UTC; statuses are Shopify's words in lower case. */
export interface Order {
  id: string;
  /** As the merchant prints it, such as "#1001". */
  name: string;
  placedAt: string;
  cancelledAt: string | null;
  financialStatus: string;
  fulfillmentStatus: string;
  returnStatus: string;
  total: number;
  refunded: number;
  /** Of the total, what the shipping cost; absent where it is not known. */
  shipping?: number;
  discountCodes?: string[];
  currency: string;
  items: OrderItem[];
  fulfillments: Fulfillment[];
  /** Shopify's status page, null where the protected data is not granted. */
  statusUrl: string | null;
}

export interface OrderItem {
  id: string;
  title: string;
  variantTitle: string | null;
  sku: string;
  quantity: number;
  imageUrl: string | null;
  /** Quantity not yet shipped. */
  unfulfilledQuantity: number;
  /** For all of them together, after discounts on them; absent where it is not known. */
  paid?: number;
  /** The maker. */
  vendor?: string;
}

export interface Fulfillment {
  /** Shopify's FulfillmentDisplayStatus in lower case, such as in_transit. */
  displayStatus: string;
  shippedAt: string;
  estimatedDeliveryAt: string | null;
  deliveredAt: string | null;
  tracking: { company: string | null; number: string | null; url: string | null }[];
  /** What was sent of which item; empty where it is not known. */
  contents: { itemId: string; quantity: number }[];
}

export interface CustomerOrders {
  /** Null when the name is not granted. */
  firstName: string | null;
  /** The customer's tags, such as VIP. */
  tags: string[];
  /** Newest first. */
  orders: Order[];
}

/** What a guest may learn, and no more. */
export interface GuestOrderStatus {
  name: string;
  state: string;
  expectedAt: string | null;
  deliveredAt: string | null;
}
