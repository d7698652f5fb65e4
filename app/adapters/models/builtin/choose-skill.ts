import { LANGUAGES } from "~/core/settings/settings";
import { chooseOrderSkill } from "./choose-order-skill";
import { chooseShownSkill } from "./choose-shown-skill";
import { type Dialogue, findFocusProduct, findLastSearch, findListedProducts } from "./dialogue";
import { isAboutOrders } from "./places";
import { addToCart } from "./skills/add-to-cart";
import { compareProducts } from "./skills/compare-products";
import { findProducts, refineByPrice, refineByWords, showMore } from "./skills/find-products";
import { asksForGiftCard, offerGiftCard } from "./skills/gift-card";
import { handOver } from "./skills/handover";
import { careForOrder } from "./skills/order-care";
import { answerOrderStatus } from "./skills/order-status";
import { answerProductQuestion } from "./skills/product-question";
import { answerReadily } from "./skills/ready-answer";
import { findRelatedProducts } from "./skills/related-products";
import { needsProof } from "./skills/scope";
import { answerServiceMatter } from "./skills/service-matter";
import { answerShopMatter, namesShopMatter } from "./skills/shop-matter";
import * as smallTalk from "./skills/small-talk";
import { answerStoreQuestion, continueStoreQuestion, continuesQuestion } from "./skills/store-question";
import { tryEverything } from "./skills/unclear";
import { viewCart } from "./skills/view-cart";
import type { Skill } from "./step";
import type { Intent } from "./understanding/intent";
import { type Concept, lexiconOf } from "./understanding/lexicon";
import { hasHint } from "./understanding/pointing";
import { splitWords } from "./understanding/words";

const SKILLS: Record<Intent, Skill> = {
  "order-status": answerOrderStatus,
  "cancel-order": careForOrder("cancel"),
  "change-order": careForOrder("change"),
  "return-item": careForOrder("return"),
  "exchange-item": careForOrder("exchange"),
  "refund-status": careForOrder("refund-status"),
  "order-problem": careForOrder("problem"),
  "payment-problem": smallTalk.adviseOnPayment,
  "find-products": findProducts,
  "more-products": showMore,
  "cheaper-products": refineByPrice,
  "choose-product": answerProductQuestion,
  "product-question": answerProductQuestion,
  "compare-products": compareProducts,
  "add-to-cart": addToCart,
  "view-cart": viewCart,
  "related-products": findRelatedProducts,
  "store-question": answerStoreQuestion,
  "service-matter": answerServiceMatter,
  handover: handOver,
  complaint: smallTalk.hearComplaint,
  greeting: smallTalk.greet,
  thanks: smallTalk.acknowledgeThanks,
  goodbye: smallTalk.sayGoodbye,
  affirm: affirm,
  decline: smallTalk.acknowledgeNo,
  identity: smallTalk.introduce,
  capabilities: smallTalk.tellCapabilities,
  "prompt-attack": smallTalk.declineAttack,
  "others-data": smallTalk.declineOthersData,
  "off-topic": smallTalk.declineOffTopic,
  "details-given": useDetails,
  unclear: tryEverything,
};

/** The skill that answers the newest message, given what it asks and where the conversation stands. */
export function chooseSkill(dialogue: Dialogue): Skill {
  if (speaksOfForbidden(dialogue)) return smallTalk.declineForbidden;
  if (waitsForPerson(dialogue)) return smallTalk.admitConfusion;
  if (picksVariant(dialogue)) return addToCart;
  const otherwise: Skill = (now) => chooseOther(now)(now);
  return (
    chooseOrderSkill(dialogue, otherwise) ?? chooseShownSkill(dialogue, otherwise) ?? chooseOther(dialogue)
  );
}

function chooseOther(dialogue: Dialogue): Skill {
  const { ask } = dialogue;
  if (addsWords(dialogue)) return findFocusProduct(dialogue.earlier) ? answerProductQuestion : refineByWords;
  if (continuesQuestion(dialogue)) return continueStoreQuestion;
  if (ask.slots.email !== null && dialogue.earlier.at(-1)?.name === "hand_over") return handOver;
  if (needsProof(dialogue)) {
    if (!namesShopMatter(dialogue)) return answerReadily(tryEverything);
    // That a shop says nothing of its points is no reason to turn the question away.
    return answerReadily(
      answerShopMatter(ask.intent === "store-question" ? answerStoreQuestion : tryEverything),
    );
  }
  if (onlyNamesGoods(dialogue)) return findProducts;
  if (asksWhatFits(dialogue)) return (now) => findProducts(inThingsOnly(now));
  if (ABOUT_SHOP.has(ask.intent) && asksForGiftCard(dialogue)) return offerGiftCard;
  if (namesShopMatter(dialogue)) return answerReadily(answerShopMatter(SKILLS[ask.intent]));
  return mayBeAnswered(dialogue) ? answerReadily(SKILLS[ask.intent]) : SKILLS[ask.intent];
}

/** Whether the shop may have put and answered this very question. Orders are looked up, and goods searched for, at once. */
function mayBeAnswered({ ask }: Dialogue): boolean {
  return MAY_BE_ANSWERED.has(ask.intent) || (ABOUT_GOODS.has(ask.intent) && ask.text.includes("?"));
}

const MAY_BE_ANSWERED: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "off-topic",
  "store-question",
  "service-matter",
]);
const ABOUT_GOODS: ReadonlySet<Intent> = new Set<Intent>(["find-products", "product-question"]);

const ABOUT_SHOP: ReadonlySet<Intent> = new Set<Intent>(["store-question", "find-products", "unclear"]);

/** "AA battery", "waterproof jacket": words that may ask after a product's features name one where nothing else is said. */
function onlyNamesGoods({ ask, earlier, language, facts }: Dialogue): boolean {
  if (ask.intent !== "product-question" || ask.text.includes("?")) return false;
  if (findListedProducts(earlier).length > 0 || facts.page?.productHandle) return false;
  return splitWords(ask.text, language).length === ask.itemWords.length;
}

/** "What strings fit the dreadnought?": nothing of hers that does not fit, and nothing in sight. */
function asksWhatFits({ ask }: Dialogue): boolean {
  const { concepts, intent, thingWords, text } = ask;
  if (intent !== "exchange-item" || concepts.has("exchange") || thingWords.length === 0) return false;
  const isHers = ["mine", "order", "parcel", "return"].some((one) => concepts.has(one as "mine"));
  return !isHers && hasHint(ask, "trait") && (text.includes("?") || concepts.has("which"));
}

/** The wish without the words that only ask: "fit" is in no product's text. */
function inThingsOnly(dialogue: Dialogue): Dialogue {
  return { ...dialogue, ask: { ...dialogue.ask, searchWords: dialogue.ask.thingWords } };
}

/** "Still waiting", to nobody in particular: our team has her request. */
function waitsForPerson({ ask, facts }: Dialogue): boolean {
  return facts.handover === "open" && ask.concepts.has("waiting") && ask.thingWords.length === 0;
}

/** All words of one of the merchant's forbidden topics. */
function speaksOfForbidden({ ask, facts, language }: Dialogue): boolean {
  const said = new Set(splitWords(ask.text, language).map(({ stem }) => stem));
  return facts.behaviour.forbiddenTopics.some((topic) => {
    const lexicon = lexiconOf(language);
    const words = splitWords(topic, language).filter((word) => !lexicon.isStopWord(word));
    return words.length > 0 && words.every(({ stem }) => said.has(stem));
  });
}

/** "The blue one", after we asked which variant to put in the cart. */
function picksVariant({ ask, pastAsks, earlier, lastReply }: Dialogue): boolean {
  const isAnswer = ask.confidence <= 9 && ask.text.length <= 40 && ask.itemWords.length > 0;
  const wasAsked =
    pastAsks.at(-1)?.intent === "add-to-cart" &&
    earlier.at(-1)?.name === "product_details" &&
    lastReply.replace(/\(https?:[^)\s]*\)/g, "").includes("?");
  return isAnswer && wasAsked && !["find-products", "order-status"].includes(ask.intent);
}

/** "In blue?", "and in size M?" after products were shown. */
function addsWords({ ask, earlier, pastAsks }: Dialogue): boolean {
  const isShort = ask.text.length <= 30 && ask.thingWords.length === 0 && ask.itemWords.length > 0;
  const isAboutProducts = findLastSearch(earlier) !== null || findFocusProduct(earlier) !== null;
  const follows = pastAsks.at(-1)?.intent !== "order-status";
  return isShort && isAboutProducts && follows && (ask.intent === "unclear" || ask.confidence <= 7);
}

function affirm(dialogue: Dialogue) {
  if (isAskedFor(dialogue, "handover")) return handOver(dialogue);
  if (isAskedFor(dialogue, "cart")) return addToCart(dialogue);
  if (isAskedFor(dialogue, "more")) return showMore(dialogue);
  return smallTalk.askWhat(dialogue);
}

/** An order number or an email with no request of its own goes on with the order question before it. */
function useDetails(dialogue: Dialogue) {
  const { ask, facts } = dialogue;
  const before = dialogue.pastAsks.findLast(({ intent }) => intent !== "details-given");
  if (before === undefined && namesModel(dialogue)) return tryEverything(dialogue);
  if (!before || !isAboutOrders(before.intent) || !facts.signedIn) return answerOrderStatus(dialogue);
  const slots = { ...before.slots, orderNumbers: ask.slots.orderNumbers };
  return SKILLS[before.intent]({ ...dialogue, ask: { ...before, slots } });
}

/** "RTX 2060" and "Brother TN-2110 toner" begin a talk about things, not about orders. */
function namesModel({ ask }: Dialogue): boolean {
  return ask.thingWords.length > 0 && ask.slots.email === null && !ask.text.includes("#");
}

const OFFERS: Record<"handover" | "cart" | "more", Concept[]> = {
  handover: ["person", "service"],
  cart: ["cart"],
  more: ["more"],
};

/** Whether the last question of our last reply asked for that; read with the same eyes as the shopper's words. */
function isAskedFor({ lastReply }: Dialogue, offer: keyof typeof OFFERS): boolean {
  const question = /[^.!?\n]*\?\s*$/.exec(lastReply.trim())?.[0] ?? "";
  if (question === "") return false;
  return LANGUAGES.some((language) =>
    lexiconOf(language)
      .findMentions(splitWords(question, language))
      .some(({ concept }) => OFFERS[offer].includes(concept)),
  );
}
