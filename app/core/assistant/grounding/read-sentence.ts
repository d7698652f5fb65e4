import { comparableWords } from "../../store/option-words";
import { findNamedOrders, type ProductMention, type Sentence } from "./claim";
import type { GroundingOptions } from "./grounding";
import type { KnownFacts } from "./known-facts";
import type { KnownOrder } from "./known-orders";
import type { KnownProduct } from "./known-products";
import { NEGATION } from "./phrases";
import type { Reading } from "./reading";
import type { CheckedLanguage } from "./sentence-language";
import type { TextFacts } from "./text-facts";

/** What the sentences before were about. */
export interface Focus {
  orders: KnownOrder[];
  product: KnownProduct | null;
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
    isNegated: NEGATION.test(folded),
    facts,
    shopper,
    orders: ordersOf(namedOrders, folded, facts, focus),
    namedOrders,
    namedProducts,
    products: productsOf(namedProducts, folded, facts, focus),
    now,
    timezone,
    locale,
    forbiddenPromises: forbiddenPromises ?? [],
  };
}

function ordersOf(
  namedOrders: Sentence["namedOrders"],
  folded: string,
  { orders }: KnownFacts,
  focus: Focus,
): KnownOrder[] {
  const all = [...orders.values()];
  const byItem = all.filter(({ items }) => items.some(({ title }) => title !== "" && folded.includes(title)));
  const candidates = [
    namedOrders.map(({ order }) => order),
    byItem,
    focus.orders.filter((order) => all.includes(order)),
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

/** Whole titles, the longest where one stands in another; else words that only one known product has in its title. */
function findNamedProducts(folded: string, { products }: KnownFacts): ProductMention[] {
  const all = [...products.values()].filter(({ title }) => title !== "");
  const whole = all.flatMap((product) =>
    placesOf(folded, product.title).map((at) => ({ product, at, end: at + product.title.length })),
  );
  const longest = whole.filter(
    (mention) =>
      !whole.some(
        (other) =>
          other.at <= mention.at &&
          other.end >= mention.end &&
          other.end - other.at > mention.end - mention.at,
      ),
  );
  const partial = findByWord(folded, all).filter(
    ({ at }) => !longest.some((mention) => mention.at <= at && at < mention.end),
  );
  return [...longest, ...partial].sort((a, b) => a.at - b.at);
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) places.push(at);
  return places;
}

const MIN_WORD = 4;

function findByWord(folded: string, all: readonly KnownProduct[]): ProductMention[] {
  if (all.length < 2) return [];
  const owners = new Map<string, KnownProduct | null>();
  for (const product of all) {
    for (const word of new Set(comparableWords(product.title))) {
      // "Blue" of a "Blue Mug" is what others come in as well.
      if (all.some((other) => other !== product && other.optionWords.has(word))) continue;
      owners.set(word, owners.has(word) ? null : product);
    }
  }
  return [...folded.matchAll(/\p{L}[\p{L}\p{N}-]+/gu)].flatMap((match) => {
    if (match[0].length < MIN_WORD) return [];
    const product = owners.get(comparableWords(match[0])[0] ?? "");
    return product ? [{ product, at: match.index, end: match.index + match[0].length }] : [];
  });
}
