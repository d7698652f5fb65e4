import { findNamedOrders, type ProductMention, type Sentence } from "./claim";
import type { GroundingOptions } from "./grounding";
import { findThings } from "./item-names";
import type { KnownFacts } from "./known-facts";
import type { KnownOrder } from "./known-orders";
import type { KnownProduct } from "./known-products";
import { denies } from "./phrases";
import { findNamed } from "./product-names";
import type { Reading } from "./reading";
import type { CheckedLanguage } from "./sentence-language";
import type { TextFacts } from "./text-facts";

/** What the sentences before were about. */
export interface Focus {
  orders: KnownOrder[];
  product: KnownProduct | null;
  /** Sums that were said and stand in evidence, the last first. */
  sums: readonly number[];
  /** The last sentence, folded: the next may say "it takes" of it. */
  last: string;
}

/** Not of what was named last. */
const ANOTHER =
  /\b(?:others?|another|also|else|all|every|both|alternativ\w*|ander\w+|auch|alle|beide|otr[oa]s?|tambien|tod[oa]s|autres?|aussi|tous|toutes|outr[oa]s?|tambem|tod[oa]s|altr[oaie]|anche|tutt[ei])\b/;

export function readSentence(
  { text, folded }: Reading,
  language: CheckedLanguage | null,
  facts: KnownFacts,
  shopper: TextFacts,
  focus: Focus,
  { now, timezone, locale, forbiddenPromises }: GroundingOptions,
): Sentence {
  const namedOrders = findNamedOrders(text, facts);
  const namedProducts = findNamedProducts(folded, facts);
  return {
    text,
    folded,
    language,
    isQuestion: /\?["'”’)*_\s]*$/.test(text),
    isNegated: denies(folded, language),
    facts,
    shopper,
    orders: ordersOf(namedOrders, folded, facts, focus),
    namedOrders,
    namedProducts,
    products: productsOf(namedProducts, folded, facts, focus),
    saidSums: focus.sums,
    before: focus.last,
    now,
    timezone,
    locale,
    forbiddenPromises: forbiddenPromises ?? [],
  };
}

function ordersOf(
  namedOrders: Sentence["namedOrders"],
  folded: string,
  { orders, things }: KnownFacts,
  focus: Focus,
): KnownOrder[] {
  const all = [...orders.values()];
  const byItem = [...new Set(findThings(folded, things).flatMap(({ thing }) => thing.orders))];
  const before = focus.orders.filter((order) => all.includes(order));
  const candidates = [
    namedOrders.map(({ order }) => order),
    before.filter((order) => byItem.includes(order)),
    byItem,
    before,
    all,
  ];
  return candidates.find((some) => some.length > 0) ?? [];
}

function productsOf(
  named: readonly ProductMention[],
  folded: string,
  { products }: KnownFacts,
  { product }: Focus,
): KnownProduct[] {
  if (named.length > 0) return [...new Set(named.map((mention) => mention.product))];
  const last = product && products.get(product.title);
  if (last && !ANOTHER.test(folded)) return [last];
  const [only] = products.values();
  return only && products.size === 1 ? [only] : [];
}

function findNamedProducts(folded: string, { products, productNames }: KnownFacts): ProductMention[] {
  return findNamed(folded, [...products.values()], productNames).map(({ thing, at, end }) => ({
    product: thing,
    at,
    end,
  }));
}
