import type { CustomerKey } from "./customers";
import type { CarrierName } from "./tracking-numbers";

/** Days count from the reference date: -3 is three days before it. */
export interface ParcelSource {
  by: CarrierName;
  status: "confirmed" | "in_transit" | "out_for_delivery" | "delivered" | "delayed" | "attempted_delivery";
  shipped: number;
  expected: number;
  delivered?: number;
  /** SKUs in it; all of the order when unset. */
  skus?: string[];
}

export interface OrderSource {
  number: number;
  by: CustomerKey | "guest";
  day: number;
  /** UTC. */
  time: string;
  lines: [sku: string, quantity: number][];
  express?: true;
  payment?: "Shopify Payments" | "PayPal" | "Bank Deposit" | "Gift Card";
  /** A code that takes this many hundredths off the goods. */
  discount?: { code: string; percent: number };
  parcels?: ParcelSource[];
  /** Payment has not arrived. */
  unpaid?: true;
  cancelled?: { day: number };
  /** SKUs whose price (and its tax) went back; "all" is the whole order with shipping. */
  refunded?: "all" | string[];
  returnStatus?: "return_requested" | "in_progress" | "returned";
  tags?: string;
  note?: string;
}
