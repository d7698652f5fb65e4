import { type OrderFacts, searchProductsDataSchema } from "~/core/tools/results";
import { canUse, type Dialogue } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { fold } from "../understanding/words";
import { type ItemMatch, matchItems } from "./match-items";

/** Goods that a word may stand for. */
const MAX_GOODS = 10;

/**
 * Goes on with the orders that hold what she names: by the words of its title, or else by what the shop's own search finds
 * for them (a "sunscreen" may be sold as "Zinc Stick", and a "bell" as "Klingel").
 */
export function withItems(
  dialogue: Dialogue,
  orders: OrderFacts[],
  goOn: (matches: ItemMatch[]) => Step,
): Step {
  const { itemWords, thingWords, language } = dialogue.ask;
  const matches = matchItems(orders, itemWords, language);
  const isFound = matches.length > 0 || thingWords.length === 0 || orders.length === 0;
  if (isFound || !canUse(dialogue, "search_products")) return goOn(matches);
  const search: PlannedCall = {
    name: "search_products",
    arguments: { query: thingWords.join(" "), limit: MAX_GOODS, hidden: true },
  };
  return withResults(dialogue, [search], ([found]) => {
    const reading = readAs(found, searchProductsDataSchema);
    const isSure = reading.status === "ok" && reading.data.unmatched.length === 0;
    const titles = new Set(isSure ? reading.data.products.map(({ title }) => fold(title)) : []);
    return goOn(
      orders.flatMap((order) => {
        const item = order.items.find(({ title }) => titles.has(fold(title)));
        return item ? { order, item } : [];
      }),
    );
  });
}
