import { fold } from "~/lib/words";
import type { OrderState } from "../../store/order-state";
import { type Day, dayOf } from "./calendar";
import { type Json, list, plainNumber } from "./json-facts";
import type { DateRole } from "./order-words";

export interface KnownOrder {
  number: string;
  state: OrderState;
  isOpen: boolean | null;
  parcelStates: string[];
  parcels: KnownParcel[];
  days: Record<DateRole, Set<Day>>;
  tracking: string[];
  /** Folded names of who carries it. */
  carriers: string[];
  items: KnownItem[];
  /** Major units; null where the tool did not say. */
  total: number | null;
  refunded: number;
  /** Discount codes that were used for it. */
  codes: string[];
  /** What of the total the shipping cost; null where the tool did not say. */
  shipping: number | null;
}

export interface KnownParcel {
  state: OrderState;
  /** What it is tracked with. */
  number: string | null;
  /** Of what is in it, folded; empty where the tool did not say. */
  titles: string[];
}

export interface KnownItem {
  /** Folded. */
  title: string;
  /** Folded. */
  variant: string;
  quantity: number;
  /** What was paid for all of them, in major units; null where the tool did not say. */
  paid: number | null;
  /** Where what was sent of it is, by parcel; "unfulfilled" for what was not. */
  states: OrderState[];
}

/** An order as a tool gave it; null where the object is none, such as one of its parcels. */
export function readOrder(value: Json, timezone: string): KnownOrder | null {
  if (typeof value.number !== "string" || typeof value.state !== "string") return null;
  if (!("placedAt" in value) && "company" in value) return null;
  const parcels = list(value.parcels);
  const days = (key: string) =>
    new Set([value, ...parcels].map((owner) => owner[key]).flatMap((date) => readDay(date, timezone)));
  return {
    number: value.number,
    state: value.state as OrderState,
    isOpen: typeof value.open === "boolean" ? value.open : null,
    parcelStates: parcels.map(({ state }) => String(state)),
    parcels: parcels.map(readParcel),
    days: {
      placed: days("placedAt"),
      shipped: days("shippedAt"),
      expected: days("expectedAt"),
      delivered: days("deliveredAt"),
      cancelled: days("cancelledAt"),
    },
    tracking: parcels.flatMap(({ number }) => (typeof number === "string" ? [number] : [])),
    carriers: parcels.flatMap(({ company }) => (typeof company === "string" ? [fold(company)] : [])),
    items: list(value.items).map((item) => readItem(item, parcels)),
    total: readSum(value.total),
    refunded: Number(value.refunded ?? 0),
    codes: Array.isArray(value.discountCodes) ? value.discountCodes.map(String) : [],
    shipping: readSum(value.shipping),
  };
}

function readParcel({ state, number, items }: Json): KnownParcel {
  return {
    state: String(state) as OrderState,
    number: typeof number === "string" ? number : null,
    titles: Array.isArray(items) ? items.map((title) => fold(String(title))) : [],
  };
}

function readItem(
  { title, variantTitle, quantity, unsent, paid }: Json,
  parcels: readonly Json[],
): KnownItem {
  const holding = parcels.filter(({ items }) => Array.isArray(items) && items.includes(title));
  const sent = holding.map(({ state }) => String(state) as OrderState);
  return {
    title: fold(String(title)),
    variant: fold(typeof variantTitle === "string" ? variantTitle : ""),
    quantity: typeof quantity === "number" ? quantity : 1,
    paid: readSum(paid),
    states: typeof unsent === "number" && unsent > 0 ? [...sent, "unfulfilled"] : sent,
  };
}

function readSum(value: unknown): number | null {
  return typeof value === "string" ? Number(value) : null;
}

/** The key by which orders are found. */
export const keyOf = ({ number }: KnownOrder): string => plainNumber(number);

function readDay(value: unknown, timezone: string): Day[] {
  return typeof value === "string" && !Number.isNaN(Date.parse(value))
    ? [dayOf(new Date(value), timezone)]
    : [];
}
