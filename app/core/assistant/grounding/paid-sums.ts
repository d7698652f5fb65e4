import { ordersAt, type Sentence } from "./claim";
import { type FoundAmount, includesAmount } from "./find-amounts";
import type { KnownItem, KnownOrder } from "./known-orders";
import { ORDER_SUM } from "./money-words";

/** "You paid": told of an order without its number. */
const PAID =
  /\byou(?:'ve| have)? (?:paid|spent)\b|\b(?:bezahlt|gezahlt|ausgegeben)\b|\b(?:pagaste|ha(?:s)? pagado|pago|gastaste)\b|\bavez (?:paye|depense)\b|\b(?:pagou|gastou)\b|\bhai (?:pagato|speso)\b/;

/**
 * Whether a sum is what was paid for something in the orders that are spoken of: for an item that the sentence names,
 * all of it or one piece; where it names none, for any item, the shipping, or all of it. What the item costs today is another matter.
 */
export function isPaidSum({ start, values }: FoundAmount, sentence: Sentence): boolean {
  const orders = ordersAt(sentence, start);
  const items = orders.flatMap((order) => order.items);
  const named = items.filter(({ title }) => title !== "" && sentence.folded.includes(title));
  if (!speaksOfBought(sentence, named)) return false;
  const sums = named.length > 0 ? named.flatMap(sumsOf) : orders.flatMap(allSumsOf);
  return includesAmount(sums, values);
}

/** An order is named, or what was paid; what it costs now may be told of what is for sale alone. */
function speaksOfBought(
  { namedOrders, namedProducts, orders, folded, text }: Sentence,
  named: readonly KnownItem[],
): boolean {
  if (namedOrders.length > 0 || PAID.test(folded) || folded.search(ORDER_SUM) !== -1) return true;
  const isForSale = ({ title }: KnownItem) => namedProducts.some(({ product }) => product.title === title);
  if (named.some((item) => !isForSale(item))) return true;
  return orders.length > 0 && (namedProducts.length === 0 || ENTRY.test(text));
}

/** An entry of a list. */
const ENTRY = /^\s*[-•*]\s/;

const allSumsOf = ({ items, shipping, total }: KnownOrder): number[] => [
  ...items.flatMap(sumsOf),
  ...(total === null ? [] : [total]),
  ...(shipping === null ? [] : [shipping]),
];

const sumsOf = ({ paid, quantity }: KnownItem): number[] =>
  paid === null ? [] : [paid, ...(quantity > 1 ? [Math.round((paid * 100) / quantity) / 100] : [])];
