import { type Dialogue, findFocusProduct, findListedProducts, findShownOrders } from "./dialogue";
import { isAnyOf } from "./skills/chosen-options";
import type { Intent } from "./understanding/intent";
import { splitWords } from "./understanding/words";

/** What "the first one" is about when it is said after orders were shown. */
const ABOUT_ORDERS: ReadonlySet<Intent> = new Set<Intent>([
  "order-status",
  "cancel-order",
  "change-order",
  "return-item",
  "exchange-item",
  "refund-status",
  "order-problem",
]);

export function isAboutOrders(intent: Intent): boolean {
  return ABOUT_ORDERS.has(intent);
}

/**
 * Puts the order number, or the item's name, in the place of "the first one" where the shopper has orders before her
 * rather than products: one of several orders, or an item of the only one.
 */
export function resolvePlace(dialogue: Dialogue): Dialogue {
  return resolveOrder(resolveExtreme(resolveOptions(dialogue)));
}

/** "Slate" names no thing where the product that is talked about comes in Slate. */
function resolveOptions(dialogue: Dialogue): Dialogue {
  const { ask, earlier } = dialogue;
  const values = findFocusProduct(earlier)?.options.flatMap((option) => option.values) ?? [];
  if (ask.thingWords.length === 0 || !ask.thingWords.every((word) => isAnyOf(values, word))) return dialogue;
  const isRequest = ask.intent !== "unclear" && ask.intent !== "find-products";
  return {
    ...dialogue,
    ask: { ...ask, thingWords: [], intent: isRequest ? ask.intent : "product-question" },
  };
}

/** "The cheapest one" of the products that she has before her, as its place among them. */
function resolveExtreme(dialogue: Dialogue): Dialogue {
  const { ask } = dialogue;
  const isCheapest = ask.concepts.has("cheapest");
  if (!isCheapest && !ask.concepts.has("dearest")) return dialogue;
  if (ask.thingWords.length > 0 || ask.concepts.has("search") || ask.concepts.has("item")) return dialogue;
  const listed = findListedProducts(dialogue.earlier);
  if (listed.length < 2) return dialogue;
  const prices = listed.map(({ priceFrom }) => Number(priceFrom));
  const extreme = isCheapest ? Math.min(...prices) : Math.max(...prices);
  const intent = ask.intent === "add-to-cart" ? ask.intent : "choose-product";
  return {
    ...dialogue,
    ask: { ...ask, intent, slots: { ...ask.slots, ordinal: prices.indexOf(extreme) + 1 } },
  };
}

function resolveOrder(dialogue: Dialogue): Dialogue {
  const { ask } = dialogue;
  const { ordinal } = ask.slots;
  if (ordinal === null || ordinal < 1 || ask.thingWords.length > 0) return dialogue;
  const orders = findShownOrders(dialogue.earlier);
  const intent = isAboutOrders(ask.intent) ? ask.intent : "order-status";
  const slots = { ...ask.slots, ordinal: null };
  const [only] = orders;
  if (orders.length === 1 && only) {
    const item = only.items[ordinal - 1];
    if (!item) return dialogue;
    const words = splitWords(item.title, ask.language).map(({ written }) => written);
    return {
      ...dialogue,
      ask: { ...ask, intent, slots, itemWords: words, thingWords: words, searchWords: words },
    };
  }
  const order = orders[ordinal - 1];
  return order
    ? { ...dialogue, ask: { ...ask, intent, slots: { ...slots, orderNumbers: [order.number] } } }
    : dialogue;
}
