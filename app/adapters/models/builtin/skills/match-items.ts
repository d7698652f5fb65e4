import type { OrderFacts } from "~/core/tools/results";
import { isSlip, type Language, splitWords } from "../understanding/words";

/** An order with the item of it that the shopper means. */
export interface ItemMatch {
  order: OrderFacts;
  item: OrderFacts["items"][number];
}

/**
 * The orders that hold what the words name, newest first: those whose item answers the most words, as long as it answers
 * at least half of them or its title is named in full.
 */
export function matchItems(orders: OrderFacts[], words: string[], language: Language): ItemMatch[] {
  const wanted = stemsOf(words.join(" "), language);
  if (wanted.length === 0) return [];
  const scored = orders.flatMap((order) => {
    const best = order.items
      .map((item) => ({ order, item, ...scoreItem(item, wanted, language) }))
      .filter(({ hits, isNamed }) => hits * 2 >= wanted.length || isNamed)
      .sort((a, b) => b.hits - a.hits)[0];
    return best ?? [];
  });
  const most = Math.max(0, ...scored.map(({ hits }) => hits));
  const likely = scored.filter(({ hits }) => hits === most);
  // Who names two things means the order that has both.
  const named = scored.map(({ order }) => countTitles(findNamedItems(order, words, language)));
  const mostNamed = Math.max(0, ...named);
  const holders = mostNamed > 1 ? scored.filter((_, index) => named[index] === mostNamed) : likely;
  return holders.map(({ order, item }) => ({ order, item }));
}

const countTitles = (items: OrderFacts["items"]) => new Set(items.map(({ title }) => title)).size;

/**
 * The items of an order that the words name, in the order's own sequence: first those whose whole title is said, then,
 * by the words that are left, those whose last word is ("the keyboard").
 */
export function findNamedItems(
  order: Pick<OrderFacts, "items">,
  words: string[],
  language: Language,
): OrderFacts["items"] {
  const wanted = stemsOf(words.join(" "), language);
  const titled = order.items.map((item) => ({ item, title: stemsOf(item.title, language) }));
  const whole = titled.filter(
    ({ title }) => title.length > 0 && title.every((one) => likeness(wanted, one) > 0),
  );
  const used = new Set(whole.flatMap(({ title }) => title));
  const left = wanted.filter((one) => !used.has(one));
  const byHead = titled.filter(
    ({ title }) => !whole.some((one) => one.title === title) && likeness(left, title.at(-1) ?? "") > 0,
  );
  const named = [...whole, ...byHead].map(({ item }) => item);
  return order.items.filter((item) => named.includes(item));
}

function scoreItem(item: OrderFacts["items"][number], wanted: string[], language: Language) {
  const title = stemsOf(item.title, language);
  const variant = stemsOf(item.variantTitle ?? "", language);
  const inTitle = wanted.map((one) => likeness(title, one));
  const inVariant = wanted.map((one, index) => (inTitle[index] === 0 ? likeness(variant, one) : 0));
  const titleHits = sum(inTitle);
  return {
    hits: titleHits === 0 ? 0 : titleHits + VARIANT * sum(inVariant),
    isNamed: title.length > 0 && title.every((one) => likeness(wanted, one) > 0),
  };
}

/** "sneaker" written as such beats a "speaker" that it could be a slip of. */
const SLIP = 0.75;
/** "Rad" is the last part of "Fahrrad". */
const PART = 0.7;
/** Letters that a part of a compound has, and that stand before it. */
const PART_LENGTH = 3;
/** "Electric Kettle" beats a "Tea Kettle" that comes in "electric". */
const VARIANT = 0.9;

function likeness(stems: string[], one: string): number {
  if (stems.includes(one)) return 1;
  if (stems.some((stem) => isSlip(one, stem))) return SLIP;
  return stems.some((stem) => isPart(one, stem)) ? PART : 0;
}

function isPart(one: string, stem: string): boolean {
  return one.length >= PART_LENGTH && stem.length >= one.length + PART_LENGTH && stem.endsWith(one);
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

function stemsOf(text: string, language: Language): string[] {
  return splitWords(text, language).map(({ stem }) => stem);
}
