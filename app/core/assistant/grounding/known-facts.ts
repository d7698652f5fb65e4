import { fold } from "~/lib/words";
import type { Evidence } from "../../conversation/conversation";
import type { OrderState } from "../../store/order-state";
import { type Day, dayOf, timeOf } from "./calendar";
import type { DateRole } from "./order-words";
import { readTextFacts, type TextFacts } from "./text-facts";

export interface KnownOrder {
  number: string;
  state: OrderState;
  parcelStates: string[];
  days: Record<DateRole, Set<Day>>;
  tracking: string[];
  /** Folded. */
  items: string[];
  refunded: number;
}

export interface KnownProduct {
  /** Folded. */
  title: string;
  /** Major units. */
  amounts: Set<number>;
  /** What it costs, where that is one figure: as a decimal string. */
  price: string | null;
  variants: { options: string[]; available: boolean | null; quantity: number | null }[];
  /** Whether any of it can be had. */
  available: boolean | null;
}

/** All that a reply may rest on, made ready for checking. */
export interface KnownFacts extends TextFacts {
  orders: Map<string, KnownOrder>;
  products: Map<string, KnownProduct>;
  /** Every day in evidence, of orders or in texts. */
  days: Set<Day>;
  /** Times of day of what happened, such as "14:48". */
  times: Set<string>;
  /** How many there are of something: orders, products, variants. */
  counts: Set<number>;
  /** The longest list in evidence: what is shown may be numbered up to it. */
  largestCount: number;
  /** Whole addresses that tools gave as such. */
  urls: Set<string>;
  /** Addresses that the shop itself published. */
  emails: Set<string>;
  /** Reductions in whole per cent, from former prices. */
  discounts: Set<number>;
  didHandOver: boolean;
  /** Sums that belong to no product, or to none of others than these. */
  amountsOfOthers(named: readonly KnownProduct[]): Set<number>;
}

type Json = Record<string, unknown>;

export function readKnownFacts(evidence: readonly Evidence[], timezone: string): KnownFacts {
  const texts = evidence.flatMap(({ data }) => [...textsIn(data)]);
  const facts: KnownFacts = {
    ...readTextFacts(texts),
    orders: new Map(),
    products: new Map(),
    days: new Set(),
    times: new Set(),
    counts: new Set([1, 2]),
    largestCount: 2,
    urls: new Set(),
    emails: new Set(),
    discounts: new Set(),
    amountsOfOthers: (named) => {
      const others = [...facts.products.values()].filter((product) => !named.includes(product));
      const taken = new Set(others.flatMap((product) => [...product.amounts]));
      return new Set([...facts.amounts].filter((each) => !taken.has(each)));
    },
    didHandOver: evidence.some(({ tool, ok }) => tool === "hand_over" && ok),
  };
  for (const { tool, data } of evidence) {
    visit(data, facts, timezone);
    if (tool !== "search_policies") continue;
    for (const text of textsIn(data)) {
      for (const email of text.match(/[^\s@<>()[\]"',;:]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu) ?? [])
        facts.emails.add(fold(email));
    }
  }
  return facts;
}

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (typeof value === "number") yield String(value);
  else if (Array.isArray(value)) for (const item of value) yield* textsIn(item);
  else if (isObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      // Cursors hold figures that say nothing.
      if (key !== "nextCursor" && key !== "cursor") yield* textsIn(item);
    }
  }
}

/** Of orders; those of products stand with the product. */
const SUMS = new Set(["total", "refunded", "subtotal", "shipping", "discount"]);

function visit(value: unknown, facts: KnownFacts, timezone: string): void {
  if (Array.isArray(value)) {
    facts.counts.add(value.length);
    facts.largestCount = Math.max(facts.largestCount, value.length);
    for (const item of value) visit(item, facts, timezone);
    return;
  }
  if (!isObject(value)) return;
  if (typeof value.number === "string" && typeof value.state === "string") addOrder(value, facts, timezone);
  if (typeof value.title === "string" && ("price" in value || "priceFrom" in value)) addProduct(value, facts);
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string") {
      if (/^\d{4}-\d{2}-\d{2}T/.test(item)) {
        facts.days.add(dayOf(new Date(item), timezone));
        facts.times.add(timeOf(new Date(item), timezone));
      }
      if (SUMS.has(key)) for (const sum of amount(item)) facts.amounts.add(sum);
      if (/url$/i.test(key) && URL.canParse(item)) facts.urls.add(new URL(item).href);
    } else visit(item, facts, timezone);
  }
}

function addOrder(value: Json, facts: KnownFacts, timezone: string): void {
  const parcels = list(value.parcels);
  const days = (key: string) =>
    [value, ...parcels].map((owner) => owner[key]).flatMap((date) => day(date, timezone));
  const isParcel = !("placedAt" in value) && "company" in value;
  if (isParcel) return;
  const number = String(value.number);
  facts.orders.set(plainNumber(number), {
    number,
    state: value.state as OrderState,
    parcelStates: parcels.map(({ state }) => String(state)),
    days: {
      placed: new Set(days("placedAt")),
      shipped: new Set(days("shippedAt")),
      expected: new Set(days("expectedAt")),
      delivered: new Set(days("deliveredAt")),
      cancelled: new Set(days("cancelledAt")),
    },
    tracking: parcels.flatMap((parcel) => (typeof parcel.number === "string" ? [parcel.number] : [])),
    items: list(value.items).map(({ title }) => fold(String(title))),
    refunded: Number(value.refunded ?? 0),
  });
}

function addProduct(value: Json, facts: KnownFacts): void {
  const variants = [...list(value.variants), ...(isObject(value.variant) ? [value.variant] : [])];
  const owners = [value, ...variants];
  const amounts = owners.flatMap((owner) =>
    ["price", "priceFrom", "priceTo", "compareAtPrice"].flatMap((key) => amount(owner[key])),
  );
  const savings = owners.flatMap((owner) =>
    amount(owner.compareAtPrice).flatMap((before) => amount(owner.price).map((now) => before - now)),
  );
  for (const owner of owners) {
    for (const before of amount(owner.compareAtPrice)) {
      for (const now of amount(owner.price)) facts.discounts.add(Math.round((1 - now / before) * 100));
    }
  }
  const quantity = typeof value.quantity === "number" && "price" in value ? value.quantity : 1;
  const prices = new Set(owners.flatMap((owner) => (typeof owner.price === "string" ? [owner.price] : [])));
  const title = fold(value.title as string);
  const former = facts.products.get(title);
  facts.products.set(title, {
    title,
    amounts: new Set([
      ...(former?.amounts ?? []),
      ...amounts,
      ...savings,
      ...amounts.map((each) => each * quantity),
    ]),
    price: prices.size === 1 ? ([...prices][0] ?? null) : null,
    variants: variants.map((variant) => ({
      options: isObject(variant.options)
        ? Object.values(variant.options).map((option) => fold(String(option)))
        : [],
      available: typeof variant.available === "boolean" ? variant.available : null,
      quantity: typeof variant.quantity === "number" ? variant.quantity : null,
    })),
    available: typeof value.available === "boolean" ? value.available : (former?.available ?? null),
  });
}

function amount(value: unknown): number[] {
  return typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value) ? [Number(value)] : [];
}

function day(value: unknown, timezone: string): Day[] {
  return typeof value === "string" && !Number.isNaN(Date.parse(value))
    ? [dayOf(new Date(value), timezone)]
    : [];
}

/** "#W2611340" as it is compared: letters and digits in upper case. */
export function plainNumber(text: string): string {
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
