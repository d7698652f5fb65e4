import { productDetailsDataSchema } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusOrder, findShownOrders } from "../dialogue";
import { type PlannedCall, readAs, type Skill, withResults } from "../step";
import { orderedThings } from "../understanding/order-question";
import { withItems } from "./find-items";
import { withHerOrders } from "./her-orders";
import { productMention } from "./product-facts";
import { stockSentences } from "./product-question";
import { reply, suggest } from "./reply";

const MOST = 3;

/** "Order it again": the things of that order as the shop has them now; she puts them in the cart herself. */
export function orderAgain(otherwise: Skill): Skill {
  return (dialogue) =>
    withHerOrders(dialogue, (orders) => {
      const things = orderedThings(dialogue.ask);
      const named = { ...dialogue, ask: { ...dialogue.ask, itemWords: things, thingWords: things } };
      return withItems(named, orders, ([match]) => {
        const number =
          findFocusOrder(dialogue) ?? findShownOrders(dialogue.earlier)[0]?.number ?? orders[0]?.number;
        const order = orders.find((one) => one.number === number);
        const items = match ? [match.item] : things.length === 0 ? (order?.items ?? []) : [];
        if (items.length === 0) return otherwise(dialogue);
        return showAgain(dialogue, items.slice(0, MOST), otherwise);
      });
    });
}

function showAgain(
  dialogue: Dialogue,
  items: { title: string; variantTitle: string | null }[],
  otherwise: Skill,
) {
  const calls: PlannedCall[] = items.map(({ title, variantTitle }) => ({
    name: "product_details",
    arguments: { title: [title, variantTitle ?? ""].join(" ").trim() },
  }));
  return withResults(dialogue, calls, (results) => {
    const phrases = phrasesOf(dialogue);
    const titles = new Set(items.map(({ title }) => title));
    const products = results.flatMap((result) => {
      const reading = readAs(result, productDetailsDataSchema);
      return reading.status === "ok" && titles.has(reading.data.product.title) ? reading.data.product : [];
    });
    const [only] = products;
    if (!only) return otherwise(dialogue);
    const text =
      products.length === 1
        ? stockSentences(only, true, phrases)
        : products.map((product) => `- ${productMention(product, phrases)}`).join("\n");
    return reply([text], suggest(dialogue, phrases, "suggest.cart", "suggest.orders"));
  });
}
