import { MONTHS } from "./calendar";
import { splitClauses } from "./clauses";
import { plainNumber } from "./json-facts";
import type { KnownFacts } from "./known-facts";
import type { KnownOrder } from "./known-orders";
import type { KnownProduct } from "./known-products";
import { CONDITION, denies, INTERROGATIVE } from "./phrases";
import type { CheckedLanguage } from "./sentence-language";
import { type Context, headOf, nearWords, wordsOf } from "./term-context";
import type { TextFacts } from "./text-facts";

/** Something in a sentence that can be true or false, and what it comes to. */
export interface Claim {
  kind: string;
  start: number;
  end: number;
  /** "replace": false, but the evidence leaves one thing that was meant. */
  verdict: Verdict;
}

export type Verdict = { is: "true" } | { is: "false" } | { is: "replace"; by: string };

export const TRUE = { is: "true" } as const;
export const FALSE = { is: "false" } as const;

export interface ProductMention {
  product: KnownProduct;
  at: number;
  end: number;
}

/** One sentence as it is read (see Reading), with what its claims are checked against. */
export interface Sentence {
  text: string;
  /** As long as the text, place by place, in lower case without accents. */
  folded: string;
  /** Null: none whose words the checks know. */
  language: CheckedLanguage | null;
  isQuestion: boolean;
  isNegated: boolean;
  facts: KnownFacts;
  /** What the shopper wrote. */
  shopper: TextFacts;
  /** Orders that this sentence or the ones before it are about; all known ones where none was named. */
  orders: KnownOrder[];
  /** Orders named in this sentence, with where. */
  namedOrders: { order: KnownOrder; at: number }[];
  /** Products named in this sentence, in order. */
  namedProducts: ProductMention[];
  /** Those, else the one that was named before, else the only one that is known. */
  products: KnownProduct[];
  /** Sums of the sentences before that stand in evidence. */
  saidSums: readonly number[];
  /** The sentence before, folded: what it was about may be meant here. */
  before: string;
  now: Date;
  timezone: string;
  locale: string;
  forbiddenPromises: readonly string[];
}

export function claimAt(kind: string, match: { index: number; 0: string }, verdict: Verdict): Claim {
  return { kind, start: match.index, end: match.index + match[0].length, verdict };
}

const CLAUSE_END = /[,;:!?()–—|\n]|\.\s/g;

/** Where the clause around a place begins. */
export function clauseStart(folded: string, at: number): number {
  let start = 0;
  for (const match of folded.slice(0, at).matchAll(CLAUSE_END)) {
    const isInNumber = /\d/.test(folded[match.index - 1] ?? "") && /\d/.test(folded[match.index + 1] ?? "");
    if (!isInNumber && !isOrdinal(folded, match.index)) start = match.index + match[0].length;
  }
  return start;
}

/** "28. September" */
function isOrdinal(folded: string, at: number): boolean {
  const [month = ""] = /^\p{L}+/u.exec(folded.slice(at + 2)) ?? [];
  return folded[at] === "." && /\d$/.test(folded.slice(0, at)) && MONTHS.has(month);
}

/** "Once it has been delivered", "if it was refunded": nothing is claimed. */
export function isConditional({ folded, text }: Sentence, at: number): boolean {
  const start = clauseStart(folded, at);
  const before = folded.slice(start, at);
  if (/^\s*s[ií]\s*$/.test(text.slice(start, at).toLowerCase())) return false;
  return CONDITION.test(before);
}

/** Asked, not stated: the clause around a place begins as a question does. */
export function isAsked({ folded, isQuestion }: Sentence, at: number): boolean {
  if (!isQuestion) return false;
  return INTERROGATIVE.test(folded.slice(clauseStart(folded, at)));
}

export function isNegatedNear({ folded, language }: Sentence, start: number, end: number): boolean {
  return denies(folded.slice(Math.max(clauseStart(folded, start), start - 40), end), language);
}

/** What the words around a place are about: to be compared with what the shop's texts say of it. */
export function contextAt({ folded, before }: Sentence, at: number): Context {
  const wide = new Set([...wordsOf(folded), ...wordsOf(before)]);
  let from = 0;
  const clauses = splitClauses(folded);
  for (const [index, clause] of clauses.entries()) {
    const start = folded.indexOf(clause, from);
    from = start + clause.length;
    if (start <= at && at < from) return { near: nearWords(clauses, index, headOf(folded)), wide };
  }
  return { near: wordsOf(folded), wide };
}

/** The orders that something at a place of the sentence is said of: the nearest named before it, else the first after. */
export function ordersAt(sentence: Sentence, at: number): KnownOrder[] {
  const { namedOrders, orders } = sentence;
  if (namedOrders.length === 0) return orders;
  const before = namedOrders.filter((named) => named.at <= at).at(-1);
  // "#1 and #2 have been delivered" is said of both.
  const named = namedOrders.filter((each) => each.at <= at);
  const together = named.filter((_, index) => named.slice(index).every(isJoined(sentence, named)));
  if (before && together.length > 1) return together.map(({ order }) => order);
  const [first] = namedOrders;
  return before ? [before.order] : first ? [first.order] : orders;
}

/** Nothing stands between it and the next but "and". */
const isJoined =
  ({ folded }: Sentence, all: readonly { at: number }[]) =>
  (each: { at: number }): boolean => {
    const next = all[all.indexOf(each) + 1];
    return (
      next === undefined ||
      /^\S+,?(?:\s(?:and|und|y|et|e|&))?\s?(?:\p{L}{1,6}\s){0,2}$/u.test(folded.slice(each.at, next.at))
    );
  };

/** The products that something at a place is said of, in the same way. */
export function productsAt({ namedProducts, products, folded }: Sentence, at: number): KnownProduct[] {
  const [first] = namedProducts;
  if (!first) return products;
  const before = namedProducts.filter((mention) => mention.at <= at);
  const last = before.at(-1);
  if (!last) return [first.product];
  const between = folded.slice(before[0]?.at ?? 0, at);
  const isOfAll =
    /\b(?:both|and|und|y|et|e|beide|ambos|zusammen|deux)\b/.test(between) && !/[,;:\d]/.test(between);
  return isOfAll ? [...new Set(before.map(({ product }) => product))] : [last.product];
}

export function findNamedOrders(text: string, facts: KnownFacts): { order: KnownOrder; at: number }[] {
  const candidates = text.matchAll(/[\p{L}\p{N}]*#?\s?[\p{L}]{0,4}-?\d[\p{L}\p{N}-]*/gu);
  const byNumber = [...candidates].flatMap(({ 0: written, index }) => {
    // "Order K-10241": the word before is none of its letters.
    const last = written.search(/\S+$/);
    const order =
      facts.orders.get(plainNumber(written)) ?? facts.orders.get(plainNumber(written.slice(last)));
    return order ? [{ order, at: index }] : [];
  });
  return byNumber.length > 0 ? byNumber : findByTracking(text, facts);
}

/** An order may be named by what its parcel is tracked with. */
function findByTracking(text: string, { orders }: KnownFacts): { order: KnownOrder; at: number }[] {
  return [...orders.values()].flatMap((order) => {
    const at = Math.max(-1, ...order.tracking.map((number) => text.indexOf(number)));
    return at === -1 ? [] : [{ order, at }];
  });
}
