import { type Dialogue, findFocusProduct, findListedProducts, findShownOrders } from "./dialogue";
import { addToCart } from "./skills/add-to-cart";
import { compareProducts } from "./skills/compare-products";
import { refineByWords } from "./skills/find-products";
import { asChosen, pickDescribed, pickOther } from "./skills/pick-shown";
import { answerProductQuestion } from "./skills/product-question";
import { tellTrait } from "./skills/product-trait";
import { rankShown } from "./skills/rank-shown";
import { findSimilar } from "./skills/similar-products";
import type { Skill } from "./step";
import { hasAny } from "./understanding/has-any";
import type { Intent } from "./understanding/intent";
import type { Concept } from "./understanding/lexicon";
import {
  asksOfIt,
  describesOne,
  dimensionOf,
  hasHint,
  standsIn,
  tellingWords,
} from "./understanding/pointing";

/**
 * What comes back to the products in sight: one of them that is described, the other one, a property of the one that is
 * spoken of, something like it. Null when nothing is in sight, or the message is about something else.
 */
export function chooseShownSkill(dialogue: Dialogue, otherwise: Skill): Skill | null {
  const { ask, earlier, facts } = dialogue;
  const listed = findListedProducts(earlier);
  const isInSight =
    listed.length > 0 || findFocusProduct(earlier) !== null || Boolean(facts.page?.productHandle);
  if (!isInSight || findShownOrders(earlier).length > 0 || isAboutElse(dialogue)) return null;
  if (hasHint(ask, "similar")) return findSimilar;
  if (ask.concepts.has("compare") && listed.length > 1) return compareProducts;
  const isPutting =
    hasHint(ask, "take") || (ask.intent === "add-to-cart" && hasAny(ask.concepts, ["cart", "addto", "buy"]));
  const answer = isPutting || takes(dialogue) ? addToCart : answerProductQuestion;
  const isOneOfThem = describesOne(ask);
  if (hasHint(ask, "other") && listed.length > 1) return pickOther(answer, otherwise);
  const isPlaced =
    ask.slots.ordinal !== null || hasAny(ask.concepts, ["cheapest", "dearest", "cheaper", "dearer"]);
  if (isPlaced) return null;
  const isRanking = dimensionOf(ask) !== null && (isOneOfThem || ask.concepts.has("which"));
  if (isRanking && listed.length > 1)
    return rankShown(answer, ask.concepts.has("which") ? compareProducts : refineByWords);
  const trait = chooseTrait(dialogue, otherwise, isPutting);
  // "Is it vegan?" is asked of the one that is spoken of, "sind die vegan" as well.
  if (trait && findFocusProduct(earlier) && !standsIn(ask)) return trait;
  if (isOneOfThem && listed.length > 0 && tellingWords(ask).length > 0)
    return pickDescribed(answer, isBare(dialogue) ? refineByWords : otherwise);
  const focus = findFocusProduct(earlier);
  if (focus && hasHint(ask, "take")) return (now) => addToCart(asChosen(now, focus, []));
  return ask.intent === "more-products" ? null : trait;
}

/** A question of a property of what is spoken of. */
function chooseTrait(dialogue: Dialogue, otherwise: Skill, isPutting: boolean): Skill | null {
  const { ask } = dialogue;
  if (!MAY_BE_TRAIT.has(ask.intent) || isPutting || !asksOfIt(ask)) return null;
  const isOfVersion = hasAny(ask.concepts, ["howmuch", "colour", "size", "optionname", "sizeguide"]);
  if (isOfVersion || (ask.concepts.has("stock") && !asksForPart(dialogue))) return null;
  const isSure = ask.concepts.has("it") || hasHint(ask, "weight", "extent", "volume", "power");
  return tellTrait(isSure && !ask.concepts.has("search"), otherwise);
}

/** "Ich nehme die rote". */
function takes({ ask }: Dialogue): boolean {
  return ask.intent === "add-to-cart" && ask.concepts.has("want");
}

/** "Does it come with a bag?", unlike "does it come in blue?" */
function asksForPart({ ask }: Dialogue): boolean {
  return hasHint(ask, "trait") && ask.thingWords.length > 0;
}

/** A description and nothing else, which may as well narrow the search that it follows. */
function isBare({ ask }: Dialogue): boolean {
  return ask.text.length <= SHORT && !ask.text.includes("?");
}

/** Characters. */
const SHORT = 50;

/** What is asked of the shop, of an order or of the cart. */
function isAboutElse({ ask }: Dialogue): boolean {
  if (ask.slots.orderNumbers.length > 0 || ask.slots.email !== null) return true;
  // "My order", but not "my cart".
  if (ask.concepts.has("mine") && !ask.concepts.has("cart")) return true;
  return hasAny(ask.concepts, ELSEWHERE) || OTHER_MATTERS.has(ask.intent);
}

const ELSEWHERE: readonly Concept[] = [
  ...(["order", "parcel", "delivery", "return", "refund", "cancel", "warranty", "incart"] as const),
  ...(["invoice", "discount", "giftcard", "giftwrap", "paymethod", "abroad", "person", "goeswith"] as const),
];
const OTHER_MATTERS: ReadonlySet<Intent> = new Set<Intent>([
  ...(["order-status", "cancel-order", "return-item", "refund-status", "payment-problem"] as const),
  ...(["view-cart", "related-products", "handover", "complaint", "greeting", "thanks", "goodbye"] as const),
  ...(["affirm", "decline", "identity", "prompt-attack", "others-data"] as const),
]);
const MAY_BE_TRAIT: ReadonlySet<Intent> = new Set<Intent>([
  ...([
    "unclear",
    "off-topic",
    "product-question",
    "find-products",
    "store-question",
    "choose-product",
  ] as const),
  ...(["exchange-item", "add-to-cart", "compare-products", "order-problem", "capabilities"] as const),
]);
