import type { KnownFacts, KnownOrder, KnownProduct } from "./known-facts";
import { plainNumber } from "./known-facts";
import { CONDITION, NEGATION, plain } from "./phrases";
import type { TextFacts } from "./text-facts";

/** Something in a sentence that can be true or false, and what it comes to. */
export interface Claim {
  kind: string;
  start: number;
  end: number;
  /** "replace": false, but the evidence leaves one thing that was meant. */
  verdict: { is: "true" } | { is: "false" } | { is: "replace"; by: string };
}

export const TRUE = { is: "true" } as const;
export const FALSE = { is: "false" } as const;

/** One sentence with what its claims are checked against. */
export interface Sentence {
  text: string;
  /** As long as the text, place by place, in lower case without accents. */
  folded: string;
  isQuestion: boolean;
  isNegated: boolean;
  facts: KnownFacts;
  /** What the shopper wrote. */
  shopper: TextFacts;
  /** Orders that this sentence or the ones before it are about; all known ones where none was named. */
  orders: KnownOrder[];
  /** Orders named in this sentence, with where. */
  namedOrders: { order: KnownOrder; at: number }[];
  /** Products named in this sentence; the only known one where none is. */
  products: { product: KnownProduct; isNamed: boolean }[];
  now: Date;
  timezone: string;
  locale: string;
}

export const isConditionalBefore = (folded: string, at: number): boolean =>
  CONDITION.test(folded.slice(0, at));
export const isNegatedNear = (folded: string, start: number, end: number): boolean =>
  NEGATION.test(folded.slice(Math.max(0, start - 30), end));

/** Lower case without accents, with every character at its old place. */
export function foldInPlace(text: string): string {
  if (!/[^\t\n\r -~]/.test(text)) return text.toLowerCase();
  let folded = "";
  for (let at = 0; at < text.length; at += 1) {
    const unit = text[at] ?? "";
    const simple = plain(unit);
    folded += simple.length === 1 ? simple : unit;
  }
  return folded;
}

/** The orders that something at a place of the sentence is said of: the nearest named before it, else the first after. */
export function ordersAt(sentence: Sentence, at: number): KnownOrder[] {
  const { namedOrders, orders } = sentence;
  if (namedOrders.length === 0) return orders;
  const before = namedOrders.filter((named) => named.at <= at).at(-1);
  // "#1 and #2 have been delivered" is said of both.
  const together = namedOrders.filter((named) => named.at <= at).map(({ order }) => order);
  const between = before ? sentence.folded.slice(namedOrders[0]?.at ?? 0, at) : "";
  if (
    before &&
    together.length > 1 &&
    /\b(?:both|and|und|y|et|e)\b[^,;.]*$/.test(between) &&
    !/[,;:]/.test(between)
  )
    return together;
  return [before?.order ?? (namedOrders[0]?.order as KnownOrder)];
}

export function findNamedOrders(text: string, facts: KnownFacts): { order: KnownOrder; at: number }[] {
  const candidates = text.matchAll(/[\p{L}\p{N}]*#?\s?[\p{L}]{0,4}-?\d[\p{L}\p{N}-]*/gu);
  return [...candidates].flatMap((match) => {
    const order = facts.orders.get(plainNumber(match[0]));
    return order ? [{ order, at: match.index }] : [];
  });
}
