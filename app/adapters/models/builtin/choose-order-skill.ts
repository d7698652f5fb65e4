import { chooseOrderWish } from "./choose-order-wish";
import { type Dialogue, findFocusOrder, findListedProducts, findShownOrders } from "./dialogue";
import { answerItemStatus } from "./skills/item-status";
import { tellCancelled, tellMoneyBack, tellPayment } from "./skills/money-back";
import { careForOrder } from "./skills/order-care";
import { tellOrderDetail, tellOtherOrder } from "./skills/order-details";
import { answerOrderStatus } from "./skills/order-status";
import type { Skill } from "./step";
import { namesDefinite, namesHerThing } from "./understanding/general-question";
import { hasAny } from "./understanding/has-any";
import type { Intent } from "./understanding/intent";
import type { Concept } from "./understanding/lexicon";
import { type OrderQuestion, readOrderQuestion } from "./understanding/order-question";
import { describesOne, hasHint } from "./understanding/pointing";

/**
 * What her own orders may answer better than anything else, whatever the message sounds like: they are looked through
 * first, and where they hold nothing of the kind, the other skill answers. Null when nothing points to them.
 */
export function chooseOrderSkill(dialogue: Dialogue, otherwise: Skill): Skill | null {
  const { ask, facts } = dialogue;
  if (!facts.signedIn) return null;
  const question = readOrderQuestion(ask) ?? repeatedQuestion(dialogue);
  if (question && !isOfGoods(dialogue)) return tellOrderDetail(question, otherwise);
  if (ask.slots.orderNumbers.length > 0) return null;
  const hasOrders = findShownOrders(dialogue.earlier).length > 0;
  if (hasOrders && hasHint(ask, "other") && ask.thingWords.length === 0) return tellOtherOrder(otherwise);
  const wished = chooseOrderWish(dialogue, otherwise);
  if (wished) return wished;
  if (asksAfterCancellation(dialogue)) return tellCancelled(otherwise);
  if (asksAfterMoney(dialogue)) return tellMoneyBack(otherwise);
  if (asksAfterDay(dialogue)) return answerOrderStatus;
  if (asksForOtherAddress(dialogue)) return changeOrder;
  if (asksForOtherVersion(dialogue)) return changeOrder;
  if (asksAfterPayment(dialogue)) return tellPayment(otherwise);
  const isLate = hasAny(ask.concepts, PROGRESS);
  if (speaksOfHerThing(dialogue) && !isLate) return careForOrder("problem", withFocus(otherwise));
  if (asksAfterItem(dialogue)) return answerItemStatus(otherwise);
  return null;
}

/** "The nib is bent" right after the pen that it belongs to: no order holds a nib, and that one is meant. */
function withFocus(otherwise: Skill): Skill {
  return (dialogue) => {
    const number = findFocusOrder(dialogue);
    if (number === null || findShownOrders(dialogue.earlier).length === 0) return otherwise(dialogue);
    const slots = { ...dialogue.ask.slots, orderNumbers: [number] };
    const ask = { ...dialogue.ask, slots, thingWords: [], itemWords: [] };
    return careForOrder("problem")({ ...dialogue, ask });
  };
}

/** "Why was it cancelled?", but not "I want it cancelled" nor "until when can it be cancelled?". */
function asksAfterCancellation({ ask: { concepts } }: Dialogue): boolean {
  const isPast = concepts.has("wascancelled") || (concepts.has("cancel") && concepts.has("why"));
  return isPast && !hasAny(concepts, ["want", "policy", "howlong", "can", "fee", "return"]);
}

/** "Where is my money?", "was I refunded?", but not "I want my money back" nor "how long does a refund take?". */
function asksAfterMoney({ ask: { concepts, intent } }: Dialogue): boolean {
  if (concepts.has("refundcheck")) return true;
  if (!concepts.has("refund") || !ABOUT_MONEY.has(intent)) return false;
  return !hasAny(concepts, ["want", "policy", "howlong", "can", "fee", "how", ...FAULTS]);
}

const ABOUT_MONEY: ReadonlySet<Intent> = new Set<Intent>([
  "return-item",
  "refund-status",
  "order-status",
  "store-question",
  "service-matter",
  "payment-problem",
  "off-topic",
  "unclear",
]);

/** "And the strings?" asks of them what was asked before of something else. */
function repeatedQuestion({ ask, pastAsks, earlier }: Dialogue): OrderQuestion | null {
  const before = pastAsks.at(-1);
  if (!before || findShownOrders(earlier).length === 0) return null;
  const question = readOrderQuestion(before);
  const isOfShipping = question === "price" && ask.concepts.has("delivery") && ask.text.length <= SHORT;
  if (isOfShipping && ask.thingWords.length === 0 && describesOne(ask)) return "shipping-price";
  return namesNext(ask) ? question : null;
}

/** "And the lamp?", but not "the lamp is broken". */
function namesNext(ask: Dialogue["ask"]): boolean {
  const isTold = namesHerThing(ask) || hasAny(ask.concepts, FAULTS);
  return ask.text.length <= SHORT && ask.thingWords.length > 0 && describesOne(ask) && !isTold;
}

/** What is asked of goods in sight, and of nothing that she has. */
function isOfGoods({ ask, earlier }: Dialogue): boolean {
  if (hasHint(ask, "bought", "paid", "code") || hasAny(ask.concepts, ["mine", "order"])) return false;
  return findListedProducts(earlier).length > 0 && findShownOrders(earlier).length === 0;
}

/** "What day will it be?" right after an order of hers was shown is asked of that one. */
function asksAfterDay({ ask, earlier }: Dialogue): boolean {
  if (!ask.concepts.has("when") || ask.thingWords.length > 0 || ask.text.length > SHORT) return false;
  if (!MAY_BE_DAY.has(ask.intent) || findShownOrders(earlier).length === 0) return false;
  return !hasAny(ask.concepts, [...GENERAL, "hours", "return", "refund", "exchange", "cancel", "search"]);
}

/** "Can you send it to my office?" */
function asksForOtherAddress({ ask: { concepts, topic }, earlier }: Dialogue): boolean {
  if (topic !== "delivery_options" || !concepts.has("address") || !concepts.has("mine")) return false;
  if (!concepts.has("it") && findShownOrders(earlier).length === 0) return false;
  return !hasAny(concepts, ["howmuch", "howlong", "policy", "fee", "free", "return", "refund", "account"]);
}

/** "I want it in cream after all", right after an order of hers was shown. */
function asksForOtherVersion({ ask: { concepts, intent, text }, earlier }: Dialogue): boolean {
  if (intent !== "find-products" || text.length > SHORT || findShownOrders(earlier).length === 0)
    return false;
  return concepts.has("change") && concepts.has("it") && concepts.has("want");
}

/** Where it is to go, or what it is to be, names nothing that was ordered. */
const changeOrder: Skill = (dialogue) =>
  careForOrder("change")({ ...dialogue, ask: { ...dialogue.ask, thingWords: [], itemWords: [] } });

/** Characters of a question that leaves out what it is about. */
const SHORT = 40;
const MAY_BE_DAY: ReadonlySet<Intent> = new Set<Intent>([
  "store-question",
  "order-status",
  "off-topic",
  "unclear",
]);

/** "Has my payment gone through?" */
function asksAfterPayment({ ask }: Dialogue): boolean {
  const { concepts, intent } = ask;
  if (hasHint(ask, "unpaid")) return !hasAny(concepts, ["paymethod", "policy", "refund", "refundcheck"]);
  if (hasHint(ask, "paid") && ask.thingWords.length > 0) return !hasAny(concepts, ["paymethod", "howmuch"]);
  if (!concepts.has("pay") || !MAY_BE_PAYMENT.has(intent)) return false;
  return (
    hasAny(concepts, ["mine", "order", "it"]) && !hasAny(concepts, ["want", "paymethod", "policy", "how"])
  );
}

const MAY_BE_PAYMENT: ReadonlySet<Intent> = new Set<Intent>([
  "payment-problem",
  "order-status",
  "store-question",
  "off-topic",
  "unclear",
]);

/**
 * "Did you send the lamp?" may be about an order of hers, whatever else it looks like: whoever has bought a lamp asks
 * after that one. The same for "and the lamp?" after a question about orders.
 */
function asksAfterItem({ ask, pastAsks, earlier }: Dialogue): boolean {
  if (ask.thingWords.length === 0) return false;
  // "Where is my light bulb?", whatever else a light bulb may stand for.
  if (ask.concepts.has("where") && ask.concepts.has("mine")) return true;
  if (hasAny(ask.concepts, GENERAL)) return false;
  // "When does the lamp come?" sounds like no shop's business until her orders have it.
  if (ask.intent === "order-status" && !ask.concepts.has("order")) return namesDefinite(ask);
  if (!MAY_BE_ABOUT_ORDER.has(ask.intent) || ask.topic === "delivery_options") return false;
  const isNext = findShownOrders(earlier).length > 0 && namesNext(ask);
  const goesOn =
    isNext || (pastAsks.at(-1)?.intent === "order-status" && ask.confidence <= 5 && ask.text.length <= 60);
  return goesOn || hasAny(ask.concepts, PROGRESS);
}

const MAY_BE_ABOUT_ORDER: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "off-topic",
  "store-question",
  "find-products",
  "product-question",
  "choose-product",
  // "Si è scucito" is no yes.
  "affirm",
]);
/** What is asked of something that is bought. */
const PROGRESS: Concept[] = ["ship", "arrive", "late", "track", "status", "delivery", "parcel", "where"];
/** What is wrong with something that is bought. */
const FAULTS: Concept[] = ["damaged", "wrong", "missing"];
/** What is asked of the shop or of its goods. */
const GENERAL: Concept[] = [
  ...(["howmuch", "free", "abroad", "express", "policy", "fee", "stock", "location", "warranty"] as const),
  ...(["compare", "cart", "under"] as const),
];

/** "The shears are blunt": told of a thing, and nothing asked. Whoever has bought it means hers. */
function speaksOfHerThing(dialogue: Dialogue): boolean {
  const { ask, earlier } = dialogue;
  if (!MAY_BE_ABOUT_ORDER.has(ask.intent) || ask.text.includes("?")) return false;
  if (hasAny(ask.concepts, [...GENERAL, "search", "buy", "want", "which", "more", "cheaper"])) return false;
  const hasGoodsBefore = findListedProducts(earlier).length > 0 && findShownOrders(earlier).length === 0;
  return namesHerThing(ask) && (!hasGoodsBefore || ask.concepts.has("mine"));
}
