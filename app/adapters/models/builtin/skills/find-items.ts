import { type OrderFacts, searchProductsDataSchema } from "~/core/tools/results";
import { canUse, type Dialogue } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import { definiteThings } from "../understanding/general-question";
import { fold } from "../understanding/words";
import { type ItemMatch, matchItems } from "./match-items";

/** Goods that a word may stand for. */
const MAX_GOODS = 10;

/** "The pillow has come apart": the pillow. */
function namedWords({ ask }: Dialogue): string[] {
  const definite = definiteThings(ask);
  return definite.length > 0 ? definite : ask.thingWords;
}

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
  const all = matchItems(orders, itemWords, language);
  // "Has my payment for the pump gone through?": of all the words the one that is a thing of hers.
  const owned = definiteThings(dialogue.ask).filter(
    (word) => matchItems(orders, [word], language).length > 0,
  );
  const matches = all.length > 0 ? all : matchItems(orders, owned, language);
  const isFound = matches.length > 0 || thingWords.length === 0 || orders.length === 0;
  if (isFound || !canUse(dialogue, "search_products")) return goOn(matches);
  const search: PlannedCall = {
    name: "search_products",
    arguments: { query: namedWords(dialogue).join(" "), limit: MAX_GOODS, hidden: true },
  };
  return withResults(dialogue, [search], ([found]) => {
    const reading = readAs(found, searchProductsDataSchema);
    const isSure = reading.status === "ok" && reading.data.unmatched.length < namedWords(dialogue).length;
    const titles = new Set(isSure ? reading.data.products.map(({ title }) => fold(title)) : []);
    return goOn(
      orders.flatMap((order) => {
        const item = order.items.find(({ title }) => titles.has(fold(title)));
        return item ? { order, item } : [];
      }),
    );
  });
}
