import { countGoods, findFields } from "./fields";
import type { Intent } from "./intent";
import { FIRM_SHOP_CLUES, SHOP_CLUES } from "./intents";
import { type Concept, lexiconOf } from "./lexicon";
import type { Guess } from "./linear-classifier";
import type { MessageReading } from "./read-message";
import { INTENTS_OF, type Topic } from "./topic";

/** What the classifier must be this sure of to say what a message is about. */
const LIKELY = 0.35;
/** To overrule what the rules found, and to overrule a plain one. */
const SURE = 0.55;
const VERY_SURE = 0.8;
/** To take a message for an attack none of whose words is an attack's, or a plain wish for one of no shop. */
const QUITE_SURE = 0.9;
/** To refuse a message that has something of a shop about it. */
const CERTAIN = 0.95;
const NEVER = 1;
/** To take words of attacks for one. */
const MEANT = 0.7;
/** Less than this speaks against refusing what words alone would have refused. */
const HARDLY = 0.3;
/** The weight from which on a rule counts as plain. */
const PLAIN = 10;

export interface Settled {
  intent: Intent;
  confidence: number;
  topic: Topic | null;
  /** How likely it is none of a shop's business, from 0 to 1. */
  outside: number;
}

/**
 * Joins what the rules found with what the classifier takes a message for. They mostly agree; where they do not, the
 * classifier decides if it is sure, except over moves within the conversation ("yes", "the second one", "cheaper"),
 * of which a single message does not tell enough. What would be refused must be surer still.
 */
export function settleIntent(reading: MessageReading, guesses: Guess<Topic>[]): Settled {
  const outside = isGibberish(reading) || namesGoods(reading) ? 0 : chanceOf(["off_topic"], guesses);
  const settled = settle(reading, guesses, outside);
  // "I need a kayak": a plain wish in words that are no other business's.
  const isWish = settled.intent === "find-products" && isPlainWish(reading);
  return { ...settled, outside: isWish ? Math.min(outside, HARDLY_OUTSIDE) : outside };
}

function settle(reading: MessageReading, guesses: Guess<Topic>[], outside: number): Omit<Settled, "outside"> {
  const { intent, confidence } = reading.recognition;
  const best = guesses[0];
  const agreeing = guesses.find(
    ({ label, probability }) => probability >= 0.1 && INTENTS_OF[label].includes(intent),
  );
  const byRule = { intent, confidence, topic: agreeing?.label ?? null };
  if (namesGoods(reading)) {
    // "The lamp" alone is a part of some other wish as well.
    const hasFigure = reading.words.some(({ folded }) => /\d/.test(folded));
    return { intent: "find-products", confidence: hasFigure ? 10 : 5, topic: "product_search" };
  }
  if (!best || best.probability < LIKELY) return byRule;
  if (isGibberish(reading)) {
    return ABOUT_GOODS.has(best.label) && best.probability >= SURE
      ? { ...byRule, topic: best.label }
      : byRule;
  }
  if (INTENTS_OF[best.label].includes(intent)) return { intent, confidence, topic: best.label };
  const isMove = isMoveWithin(reading);
  if (!isMove && isOutside(best, reading)) {
    return { intent: "unclear", confidence: 5 * (1 - best.probability), topic: best.label };
  }
  if (REFUSING.has(intent) && chanceOf([...REFUSED], guesses) < HARDLY) {
    return { intent: INTENTS_OF[best.label][0], confidence: 5, topic: best.label };
  }
  if (intent === "prompt-attack" && best.probability >= SURE) {
    return { intent: "unclear", confidence: 0, topic: best.label };
  }
  if ((isMove || MOVES.has(intent)) && !(REFUSED.has(best.label) && best.probability >= VERY_SURE))
    return byRule;
  if (ABOUT_GOODS.has(best.label) || best.probability < thresholdFor(best.label, reading)) {
    const isRefused = intent === "prompt-attack" && outside < SURE && best.probability < MEANT;
    if (isRefused) return { intent: "unclear", confidence: 0, topic: null };
    return intent === "unclear" ? { intent, confidence, topic: best.label } : byRule;
  }
  // The shop's own goods and texts are asked before anything is turned away that no word of its own turns away.
  if (best.label === "off_topic" && !reading.clues.has("offtopic"))
    return { intent: "unclear", confidence: 5 * (1 - best.probability), topic: best.label };
  return { intent: INTENTS_OF[best.label][0], confidence: 10 * best.probability, topic: best.label };
}

function chanceOf(labels: Topic[], guesses: Guess<Topic>[]): number {
  return guesses.reduce(
    (sum, { label, probability }) => (labels.includes(label) ? sum + probability : sum),
    0,
  );
}

/** What holds no word of the language says nothing about anything. */
function isGibberish({ words, language }: MessageReading): boolean {
  return !words.some((word) => lexiconOf(language).knows(word));
}

/** A vague wish that sounds like none for a shop: its goods and pages are asked before it is turned away. */
function isOutside({ label, probability }: Guess<Topic>, reading: MessageReading): boolean {
  const { clues, recognition } = reading;
  if (label !== "off_topic") return false;
  if (!VAGUE.has(recognition.intent)) return false;
  if (clues.has("shown") && recognition.intent === "order-status") return false;
  if (isBareName(reading)) return true;
  if (isPlainWish(reading)) return probability >= CERTAIN;
  if (FIRM_SHOP_CLUES.some((clue) => clues.has(clue))) return probability >= CERTAIN;
  if (SHOP_CLUES.some((clue) => clues.has(clue))) return probability >= VERY_SURE;
  return probability >= (recognition.confidence >= PLAIN_WISH ? SURE : LIKELY);
}

function isPlainWish({ recognition, words, clues, language }: MessageReading): boolean {
  const isWish = recognition.intent === "find-products" && recognition.confidence >= PLAIN_WISH;
  return isWish && clues.has("items") && words.length <= WISH && findFields(words, language).size === 0;
}

const WISH = 8;
const HARDLY_OUTSIDE = 0.1;

/** "Compare the first two", "the second one": said of what was shown, whatever else the words sound like. */
function isMoveWithin({ slots, clues, recognition }: MessageReading): boolean {
  return (
    slots.ordinal !== null || (MOVES.has(recognition.intent) && clues.has("product") && clues.has("short"))
  );
}

/**
 * "Monitor 27 inch under 300", "4 person tent", "windows 10": a thing's name with a measure, a price or a model's number,
 * and nothing that is asked or told of it. Whether the shop has it, its goods tell.
 */
function namesGoods(reading: MessageReading): boolean {
  const { words, clues, recognition, slots } = reading;
  if (!NAMING.has(recognition.intent) || isAsking(reading) || clues.has("offtopic")) return false;
  if (FIRM_SHOP_CLUES.some((clue) => clues.has(clue))) return false;
  const isSome = INDEFINITE.test(reading.text) && words.length <= SHORT_NAME;
  const isGoods = isSome && countGoods(words, reading.language) > 0;
  if (isGoods && findFields(words, reading.language).size === 0) return true;
  const figures = words.filter(({ folded }) => /\d/.test(folded));
  if (figures.length === 0 || words.length === figures.length || slots.orderNumbers.length > 0) return false;
  if (clues.has("measured") || clues.has("summed")) return words.length <= MEASURED_NAME;
  return words.length <= MODEL_NAME && !figures.some(({ folded }) => YEAR.test(folded));
}

const NAMING: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "off-topic",
  "find-products",
  "product-question",
]);
const MEASURED_NAME = 10;
const MODEL_NAME = 3;
const INDEFINITE = /^\s*(?:an?|some|ein(?:e|en|em|er)?|une?|des|un[ao]?s?|uma?)\s/i;
/** "A tent for two people". */
const SHORT_NAME = 6;
const YEAR = /^(?:1[0-9]|20)\d\d$/;

/** "Jigsaw puzzle 2000 pieces", "windows 10": a few words that ask and tell nothing are most likely a thing's name. */
function isBareName(reading: MessageReading): boolean {
  return reading.words.length <= BARE_WORDS && !isAsking(reading) && !reading.clues.has("offtopic");
}

function isAsking({ text, concepts }: MessageReading): boolean {
  return QUESTION_WORDS.some((concept) => concepts.has(concept)) || text.includes("?");
}

const BARE_WORDS = 5;
const QUESTION_WORDS: readonly Concept[] = [
  ...(["where", "when", "howlong", "howmuch", "which", "how", "why", "can", "want", "talk"] as const),
];

/** "Do you sell bath bombs?" asks a shop, whatever a bath bomb may be. */
const PLAIN_WISH = 8;
const VAGUE: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "find-products",
  "product-question",
  "compare-products",
  "store-question",
  "order-status",
  "capabilities",
]);

function thresholdFor(topic: Topic, { clues, recognition }: MessageReading): number {
  if (topic === "prompt_attack" && clues.has("attack")) return MEANT;
  if (REFUSED.has(topic) && clues.has("shown") && recognition.intent === "order-status") return NEVER;
  if (REFUSED.has(topic) && SHOP_CLUES.some((clue) => clues.has(clue))) return CERTAIN;
  if (REFUSED.has(topic)) return topic === "prompt_attack" ? QUITE_SURE : VERY_SURE;
  const isWish = recognition.intent === "find-products" && recognition.confidence >= PLAIN_WISH;
  return recognition.confidence >= PLAIN || isWish ? VERY_SURE : SURE;
}

/** Of which the rules, the products before the shopper and the store's own words tell more. */
const ABOUT_GOODS: ReadonlySet<Topic> = new Set<Topic>(["product_search", "product_question"]);
const REFUSED: ReadonlySet<Topic> = new Set<Topic>(["off_topic", "prompt_attack", "others_data"]);
const REFUSING: ReadonlySet<Intent> = new Set<Intent>(["off-topic", "prompt-attack", "others-data"]);

const MOVES: ReadonlySet<Intent> = new Set<Intent>([
  "affirm",
  "decline",
  "details-given",
  "more-products",
  "cheaper-products",
  "choose-product",
  "compare-products",
  "add-to-cart",
  "view-cart",
  "related-products",
]);
