import type { Evidence } from "../../app/core/conversation/conversation";

export type Language = "en" | "es" | "fr" | "de" | "pt" | "it";

export interface Product {
  title: string;
  price: number;
  former: number | null;
  /** Of the one variant that can be had. */
  quantity: number;
  colour: string;
  soldOutColour: string;
}

export interface Order {
  number: string;
  state: "in_transit" | "delivered" | "unfulfilled" | "cancelled";
  placed: Date;
  shipped: Date | null;
  expected: Date | null;
  delivered: Date | null;
  total: number;
  item: string;
  quantity: number;
  carrier: string;
  tracking: string;
  url: string;
}

export interface Rules {
  returnDays: number;
  refundDays: number;
  shippingFee: number;
  freeFrom: number;
  labelFee: number;
  warrantyYears: number;
  percent: number;
  code: string;
  opens: number;
  closes: number;
  phone: string;
  email: string;
}

/** An invented store with some orders of one customer, and what the tools of a turn gave of it. */
export interface World {
  language: Language;
  currency: string;
  decimals: number;
  host: string;
  now: Date;
  timezone: string;
  products: Product[];
  orders: Order[];
  rules: Rules;
  evidence: Evidence[];
}
