import { type Dialogue, findListedProducts, findShownOrders } from "./dialogue";
import { tellMoneyBack } from "./skills/money-back";
import { orderAgain } from "./skills/order-again";
import { careForOrder } from "./skills/order-care";
import { tellNext, tellOrderDetail } from "./skills/order-details";
import { answerOrderStatus, showOrdersFrom } from "./skills/order-status";
import type { Skill } from "./step";
import { definiteThings } from "./understanding/general-question";
import { hasAny } from "./understanding/has-any";
import type { Intent } from "./understanding/intent";
import { redirects, sendsBack, swapsVersion, withoutSending } from "./understanding/order-wish";
import { describesOne, hasHint } from "./understanding/pointing";

/** What a signed-in shopper wishes or asks of her orders without the words that name such a wish. */
export function chooseOrderWish(dialogue: Dialogue, otherwise: Skill): Skill | null {
  const { ask, earlier } = dialogue;
  const hasOrders = findShownOrders(earlier).length > 0;
  const hasGoods = !hasOrders && findListedProducts(earlier).length > 0;
  if (sendsBack(ask) && !isOfMoney(dialogue))
    return withThings(careForOrder("return"), withoutSending(ask.thingWords));
  if (redirects(ask)) return withThings(careForOrder("change"), []);
  const isAgain =
    hasHint(ask, "again") && (hasAny(ask.concepts, ["buy", "order", "cart"]) || ORDERS.test(ask.text));
  if (hasHint(ask, "reorder") || isAgain) return orderAgain(otherwise);
  if (hasHint(ask, "replacement") && speaksOfFault(dialogue)) return withThings(careForOrder("exchange"), []);
  if (!hasGoods && swapsVersion(ask) && (ask.concepts.has("want") || hasOrders || ask.concepts.has("change")))
    return careForOrder("change", otherwise);
  if (hasHint(ask, "overdue") && !hasGoods) return withThings(answerOrderStatus, definiteThings(ask));
  if (ask.concepts.has("all") && ask.concepts.has("order") && MAY_BE_LIST.has(ask.intent))
    return answerOrderStatus;
  if (hasOrders) return chooseFollowUp(dialogue, otherwise);
  const isWhere = ask.concepts.has("where") && ask.text.length <= SHORT && ask.outside < LIKELY_OUTSIDE;
  const things = definiteThings(ask);
  const mayBeHers =
    isWhere && MAY_BE_LIST.has(ask.intent) && !hasAny(ask.concepts, ["buy", "location", "search", "stock"]);
  return mayBeHers && things.length > 0 ? withThings(answerOrderStatus, things) : null;
}

/** What is short because an order of hers is before her. */
function chooseFollowUp(dialogue: Dialogue, otherwise: Skill): Skill | null {
  const { ask } = dialogue;
  const isOfOrder = ask.concepts.has("which") && hasAny(ask.concepts, ["arrive", "ship", "delivery"]);
  if (isOfOrder && (ask.slots.ordinal === 1 || ask.concepts.has("when"))) return tellNext(otherwise);
  if (describesOne(ask) && ask.concepts.has("time") && ask.thingWords.length === 0)
    return showOrdersFrom(otherwise);
  if (MONEY.test(ask.text) && ask.text.length <= SHORT && !hasAny(ask.concepts, ["pay", "want"]))
    return withThings(tellMoneyBack(otherwise), []);
  const isOfIt = ask.concepts.has("it") && ask.intent === "store-question";
  if (
    isOfIt &&
    ask.concepts.has("cancel") &&
    !hasAny(ask.concepts, ["policy", "fee", "howlong", "how", "howmuch"])
  )
    return careForOrder("cancel");
  const things = ask.thingWords.filter((word) => !BACK.test(word));
  const isAmount = things.length === 0 && ask.text.length <= SHORT && HOW_MUCH.test(ask.text);
  if (
    !isAmount ||
    hasAny(ask.concepts, ["delivery", "ship", "return", "exchange", "fee", "abroad", "express"])
  )
    return null;
  return isOfMoney(dialogue) ? withThings(tellMoneyBack(otherwise), []) : tellOrderDetail("price", otherwise);
}

const ORDERS = /^\W*(?:bestell|order|buy|pide|p[ií]deme|commande|ordina|pede|encomenda)/iu;

/** "How much did I get back?" */
function isOfMoney({ ask, pastAsks }: Dialogue): boolean {
  const before = pastAsks.at(-1);
  return BACK.test(ask.text) && HOW_MUCH.test(ask.text)
    ? true
    : HOW_MUCH.test(ask.text) && before !== undefined && hasAny(before.concepts, ["refund", "refundcheck"]);
}

const MONEY = /(?<!\p{L})(?:money|geld|dinero|argent|soldi|dinheiro)(?!\p{L})/iu;
const HOW_MUCH =
  /^\W*(?:(?:and|y|et|und|e)\s+)?(?:so\s+)?(?:how much|cu[aá]nto|combien|wie ?viel|quanto)(?!\p{L})/iu;
const BACK =
  /(?<!\p{L})(?:back|zur[uü]ck\p{L}*|devuel\p{L}*|rembours\p{L}*|rimbors\p{L}*|devolv\p{L}*|reembols\p{L}*)(?!\p{L})/iu;

/** Whether something of hers was said to be broken, now or just before. */
function speaksOfFault({ ask, pastAsks }: Dialogue): boolean {
  return [ask, ...pastAsks.slice(-2)].some(
    ({ intent, concepts }) =>
      intent === "order-problem" || hasAny(concepts, ["damaged", "wrong", "missing", "warranty"]),
  );
}

function withThings(skill: Skill, things: string[]): Skill {
  return (dialogue) =>
    skill({ ...dialogue, ask: { ...dialogue.ask, thingWords: things, itemWords: things } });
}

/** Characters. */
const SHORT = 40;
const LIKELY_OUTSIDE = 0.7;
const MAY_BE_LIST: ReadonlySet<Intent> = new Set<Intent>([
  ...([
    "unclear",
    "off-topic",
    "store-question",
    "find-products",
    "order-status",
    "product-question",
  ] as const),
]);
