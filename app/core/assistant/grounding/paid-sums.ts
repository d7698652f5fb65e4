import { ordersAt, type Sentence } from "./claim";
import { type FoundAmount, includesAmount } from "./find-amounts";
import type { KnownItem, KnownOrder } from "./known-orders";

/**
 * Whether a sum is what was paid for something in the orders that are spoken of: for an item that the sentence names,
 * all of it or one piece; where it names none, for any item, or for the shipping. What the item costs today is another matter.
 */
export function isPaidSum({ start, values }: FoundAmount, sentence: Sentence): boolean {
  if (sentence.namedOrders.length === 0 && sentence.orders.length === 0) return false;
  const orders = ordersAt(sentence, start);
  const items = orders.flatMap((order) => order.items);
  const named = items.filter(({ title }) => title !== "" && sentence.folded.includes(title));
  const sums = named.length > 0 ? named.flatMap(sumsOf) : orders.flatMap(allSumsOf);
  return includesAmount(sums, values);
}

const allSumsOf = ({ items, shipping }: KnownOrder): number[] => [
  ...items.flatMap(sumsOf),
  ...(shipping === null ? [] : [shipping]),
];

const sumsOf = ({ paid, quantity }: KnownItem): number[] =>
  paid === null ? [] : [paid, ...(quantity > 1 ? [Math.round((paid * 100) / quantity) / 100] : [])];
