import { type Dialogue, findFocusProduct, findListedProducts, findShownOrders } from "./dialogue";
import { isAnyOf } from "./skills/chosen-options";
import { readFigures } from "./understanding/figures";
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

/** Characters of a message that does no more than pick a version. */
const SHORT = 40;

/**
 * Puts the order number, or the item's name, in the place of "the first one" where the shopper has orders before her
 * rather than products: one of several orders, or an item of the only one.
 */
export function resolvePlace(dialogue: Dialogue): Dialogue {
  return resolveOrder(resolveExtreme(resolveOptions(dialogue)));
}

/** "Slate" names no thing where the product that is talked about comes in Slate, and "90" no order. */
function resolveOptions(dialogue: Dialogue): Dialogue {
  const { ask, earlier } = dialogue;
  const focus = findFocusProduct(earlier);
  const values = focus?.options.flatMap((option) => option.values) ?? [];
  const sized = focus && ask.text.length <= SHORT ? resolveSizes(dialogue, values) : null;
  if (sized) return sized;
  if (ask.thingWords.length === 0 || !ask.thingWords.every((word) => isAnyOf(values, word))) return dialogue;
  const isRequest = ask.intent !== "unclear" && ask.intent !== "find-products";
  return {
    ...dialogue,
    ask: { ...ask, thingWords: [], intent: isRequest ? ask.intent : "product-question" },
  };
}

/** "In 90?", "do you have it in 240x260?": figures that the product comes in, or that are asked of it. */
function resolveSizes(dialogue: Dialogue, values: string[]): Dialogue | null {
  const { ask } = dialogue;
  const figures = splitWords(ask.text, ask.language)
    .map(({ written }) => written)
    .filter((word) => /^\d/.test(word));
  const isOffered = figures.length > 0 && figures.every((word) => isAnyOf(values, word));
  const isAsked = ask.concepts.has("it") && ask.thingWords.length > 0;
  const isOfIt = isAsked && ask.thingWords.every((word) => figures.includes(word));
  if (!isOffered && !isOfIt) return null;
  // "At most 50 euros" names no size.
  if (ask.slots.maxPrice !== null || ask.slots.minPrice !== null || readFigures(ask.text).isSummed)
    return null;
  const sizes = figures.map((word) => values.find((value) => isAnyOf([value], word)) ?? word);
  const others = ask.itemWords.filter((word) => !figures.includes(word) && isAnyOf(values, word));
  const intent = ask.intent === "add-to-cart" ? ask.intent : "product-question";
  const slots = { ...ask.slots, orderNumbers: [], quantity: null };
  return { ...dialogue, ask: { ...ask, intent, slots, itemWords: [...others, ...sizes], thingWords: [] } };
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
  if (ordinal === null || ask.thingWords.length > 0) return dialogue;
  // "Which one comes first?" asks for a place and names none.
  if (ask.concepts.has("which") && ask.concepts.has("arrive")) return dialogue;
  const orders = findShownOrders(dialogue.earlier);
  const intent = isAboutOrders(ask.intent) ? ask.intent : "order-status";
  const slots = { ...ask.slots, ordinal: null };
  const [only] = orders;
  if (orders.length === 1 && only) {
    const item = only.items.at(ordinal < 0 ? -1 : ordinal - 1);
    if (!item) return dialogue;
    const words = splitWords(item.title, ask.language).map(({ written }) => written);
    return {
      ...dialogue,
      ask: { ...ask, intent, slots, itemWords: words, thingWords: words, searchWords: words },
    };
  }
  // They stand newest first: the last one is the one that she placed last.
  const order = orders[Math.max(0, ordinal - 1)];
  return order
    ? { ...dialogue, ask: { ...ask, intent, slots: { ...slots, orderNumbers: [order.number] } } }
    : dialogue;
}
