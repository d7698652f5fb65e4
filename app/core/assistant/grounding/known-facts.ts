import { fold } from "~/lib/words";
import type { Evidence } from "../../conversation/conversation";
import { isAddressedToAssistants } from "../../knowledge/addressed-to-assistants";
import { comparableWords } from "../../store/option-words";
import { type Day, dayOf, timeOf } from "./calendar";
import { findDaysOfMonth } from "./find-days-of-month";
import { type OrderedThings, readThings } from "./item-names";
import { isObject, list, momentsIn, proseIn, readAmount, textsIn } from "./json-facts";
import { type KnownOrder, keyOf, readOrder } from "./known-orders";
import { type KnownProduct, readProduct } from "./known-products";
import { indexNames, type NameIndex } from "./product-names";
import { readAs } from "./reading";
import { readRules, type ShopRule } from "./rules";
import { type CheckedLanguage, languageOf } from "./sentence-language";
import { readTerms, type Term } from "./stated-terms";
import { normalise, readTextFacts, type TextFacts } from "./text-facts";

/** All that a reply may rest on, made ready for checking. */
export interface KnownFacts extends TextFacts {
  orders: Map<string, KnownOrder>;
  products: Map<string, KnownProduct>;
  /** By which words products can be told apart. */
  productNames: NameIndex<KnownProduct>;
  /** What was ordered. */
  things: OrderedThings;
  /** How many orders there are: in all, open ones, and as many as a tool listed. */
  orderCounts: Set<number>;
  /** How many products a tool listed or found. */
  productCounts: Set<number>;
  /** "The 25th" of any month, as the shop's texts have it. */
  daysOfMonth: Set<number>;
  /** Every day in evidence, of orders or in texts. */
  days: Set<Day>;
  /** Times of day of what happened, such as "14:48". */
  times: Set<string>;
  /** The longest list in evidence: what is shown may be numbered up to it. */
  largestCount: number;
  /** Figures of the shop's own texts, with what they are about. */
  terms: Term[];
  /** What they allow and forbid. */
  rules: ShopRule[];
  /** What the shop's own texts say, folded. */
  prose: string;
  /** What its rules and discounts say, in words alone: no product's text. */
  shopText: string;
  /** The same in words alone, for telling what is quoted. */
  proseWords: string;
  /** Whole addresses that tools gave as such. */
  urls: Set<string>;
  /** Addresses that the shop itself published. */
  emails: Set<string>;
  /** ISO 4217. */
  currencies: Set<string>;
  /** Comparable words of everything that tools gave. */
  words: Set<string>;
  /** Comparable words of what products, options and carriers are called. */
  names: Set<string>;
  didHandOver: boolean;
  /** A tool could not put something into the cart, since it is sold out. */
  isSoldOut: boolean;
}

const EMAIL = /[^\s@<>()[\]"',;:]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu;

/** Tools that give the shop's own rules and discounts. */
const OF_SHOP = /polic|discount|promotion|page/;

export function readKnownFacts(
  evidence: readonly Evidence[],
  {
    timezone,
    currency,
    language: likely,
  }: {
    timezone: string;
    currency: string;
    /** Of texts that do not show which they are in. */
    language: CheckedLanguage;
  },
): KnownFacts {
  const data = evidence.map((item) => item.data);
  const texts = data.flatMap((each) => [...textsIn(each)]);
  const moments = data.flatMap((each) => [...momentsIn(each)]);
  const prose = data
    .flatMap((each) => [...proseIn(each)])
    .map(({ heading, text }) => ({ heading, text: withoutAsides(text) }));
  const language = languageOf(prose.map(({ text }) => text).join("\n"), likely) ?? likely;
  const facts: KnownFacts = {
    ...readTextFacts(texts, language),
    orders: new Map(),
    products: new Map(),
    productNames: new Map(),
    things: readThings([]),
    orderCounts: new Set(),
    productCounts: new Set(),
    daysOfMonth: new Set(findDaysOfMonth(fold(texts.join(" | "))).map(({ day }) => day)),
    days: new Set(moments.map((moment) => dayOf(moment, timezone))),
    times: new Set(moments.map((moment) => timeOf(moment, timezone))),
    largestCount: 2,
    terms: readTerms(prose, language),
    rules: readRules(
      evidence.filter(({ tool }) => tool === "search_policies").flatMap(({ data }) => [...proseIn(data)]),
      fold,
      language,
    ),
    shopText: normalise(
      evidence
        .filter(({ tool }) => OF_SHOP.test(tool))
        .flatMap(({ data }) => [...textsIn(data)])
        .join(" | "),
    ),
    ...foldProse(prose, language),
    urls: new Set(),
    emails: new Set(publishedEmails(evidence)),
    currencies: new Set([currency]),
    words: new Set(texts.flatMap(comparableWords)),
    names: new Set(),
    isSoldOut: data.some((each) => isObject(each) && each.reason === "sold-out"),
    didHandOver: evidence.some(({ tool, ok }) => tool === "hand_over" && ok),
  };
  for (const each of data) visit(each, facts, timezone);
  countOrders(facts);
  facts.things = readThings(facts.orders.values());
  facts.productNames = indexNames([...facts.products.values()]);
  for (const word of [...namesIn(facts), ...facts.productNames.keys()]) facts.names.add(word);
  return facts;
}

function namesIn({ products, orders }: KnownFacts): string[] {
  return [
    ...[...products.values()].flatMap(({ title, optionWords }) => [
      ...comparableWords(title),
      ...optionWords,
    ]),
    ...[...orders.values()].flatMap(({ items, carriers }) =>
      [...items.map(({ title }) => title), ...carriers].flatMap(comparableWords),
    ),
  ];
}

function foldProse(prose: readonly { heading: string; text: string }[], language: CheckedLanguage) {
  const folded = fold(prose.map(({ heading, text }) => `${heading}. ${text}`).join(" | "));
  // As sentences are read, with numbers in figures, too.
  const read = prose.map(({ text }) => readAs(text, languageOf(text, language)).folded).join(" | ");
  return { prose: folded, proseWords: `${normalise(folded)} | ${normalise(read)}` };
}

/** What speaks to the assistant states nothing, nor does what follows it in its paragraph. */
function withoutAsides(text: string): string {
  if (!isAddressedToAssistants(text)) return text;
  return text
    .split(/\n+/)
    .map((paragraph) => {
      const sentences = paragraph.split(/(?<=[.!?:])\s+/);
      const turn = sentences.findIndex(isAddressedToAssistants);
      return sentences.slice(0, turn === -1 ? undefined : turn).join(" ");
    })
    .join("\n");
}

function publishedEmails(evidence: readonly Evidence[]): string[] {
  return evidence
    .filter(({ tool }) => tool === "search_policies")
    .flatMap(({ data }) => [...textsIn(data)])
    .flatMap((text) => text.match(EMAIL) ?? [])
    .map(fold);
}

function visit(value: unknown, facts: KnownFacts, timezone: string): void {
  if (Array.isArray(value)) {
    facts.largestCount = Math.max(facts.largestCount, value.length);
    for (const item of value) visit(item, facts, timezone);
    return;
  }
  if (!isObject(value)) return;
  const order = readOrder(value, timezone);
  if (order) facts.orders.set(keyOf(order), order);
  const product = readProduct(value, facts.products.get(fold(String(value.title))));
  if (product) facts.products.set(product.title, product);
  if (Array.isArray(value.orders)) count(facts.orderCounts, value.orders.length, value.total);
  if (Array.isArray(value.products)) count(facts.productCounts, value.products.length, value.totalShown);
  if (typeof value.currency === "string") facts.currencies.add(value.currency);
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === "string" && /url$/i.test(key) && URL.canParse(item))
      facts.urls.add(new URL(item).href);
    if (typeof item === "object") visit(item, facts, timezone);
  }
  for (const sum of [value.total, value.refunded].flatMap(readAmount)) if (sum > 0) facts.amounts.add(sum);
  const candidates = list(value.candidates).length;
  if (candidates > 0) facts.productCounts.add(candidates);
}

function count(counts: Set<number>, ...found: unknown[]): void {
  for (const each of found) if (typeof each === "number") counts.add(each);
}

function countOrders({ orders, orderCounts }: KnownFacts): void {
  const all = [...orders.values()];
  count(orderCounts, all.length, all.filter(({ isOpen }) => isOpen).length);
  for (const { state } of all) orderCounts.add(all.filter((other) => other.state === state).length);
}
