import { type Dialogue, findFocusProduct, findShownOrders } from "../dialogue";
import type { Intent } from "../understanding/intent";
import { FIRM_SHOP_CLUES } from "../understanding/intents";
import type { Concept } from "../understanding/lexicon";

/** From here on a message is taken for none of the shop's business, unless the shop's own goods or pages say otherwise. */
const LIKELY_OUTSIDE = 0.3;
/** From here on the shop's goods and pages are asked before it is answered. */
const PERHAPS_OUTSIDE = 0.15;
/** A plain wish for goods is one for a shop, whatever the goods. */
const PLAIN_WISH = 8;

/** Intents that words alone suggest: the same words are spoken far from any shop. */
const VAGUE: ReadonlySet<Intent> = new Set<Intent>([
  "find-products",
  "product-question",
  "compare-products",
  "store-question",
  "order-status",
]);

export function isLikelyOurs({ ask }: Dialogue): boolean {
  return ask.outside < LIKELY_OUTSIDE && ask.topic !== "off_topic";
}

export function isPerhapsOutside({ ask }: Dialogue): boolean {
  return ask.outside >= PERHAPS_OUTSIDE;
}

/** Whether it speaks of what shops have policies on. */
export function speaksOfService({ ask }: Dialogue): boolean {
  return FIRM_SHOP_CLUES.some((clue) => ask.concepts.has(clue as Concept));
}

/** Whether what the shop has must tell if this is its business at all. */
export function needsProof(dialogue: Dialogue): boolean {
  const { ask } = dialogue;
  if (!VAGUE.has(ask.intent) || !isPerhapsOutside(dialogue)) return false;
  const isWish = ask.intent === "find-products" && ask.confidence >= PLAIN_WISH;
  const isOnProduct =
    ask.intent === "product-question" && hasProductBefore(dialogue) && isLikelyOurs(dialogue);
  // Whether a thing of hers was ordered here, her orders tell best.
  const isOnOrder =
    ask.intent === "order-status" &&
    ask.confidence >= PLAIN_WISH &&
    (ask.concepts.has("mine") || findShownOrders(dialogue.earlier).length > 0);
  return (
    !isWish && !isOnProduct && !isOnOrder && !speaksOfService(dialogue) && ask.slots.orderNumbers.length === 0
  );
}

function hasProductBefore({ earlier, facts }: Dialogue): boolean {
  return findFocusProduct(earlier) !== null || Boolean(facts.page?.productHandle);
}
