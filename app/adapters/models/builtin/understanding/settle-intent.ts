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
  const outside = isGibberish(reading) ? 0 : chanceOf(["off_topic"], guesses);
  return { ...settle(reading, guesses, outside), outside };
}

function settle(reading: MessageReading, guesses: Guess<Topic>[], outside: number): Omit<Settled, "outside"> {
  const { intent, confidence } = reading.recognition;
  const best = guesses[0];
  const agreeing = guesses.find(
    ({ label, probability }) => probability >= 0.1 && INTENTS_OF[label].includes(intent),
  );
  const byRule = { intent, confidence, topic: agreeing?.label ?? null };
  if (!best || best.probability < LIKELY) return byRule;
  if (isGibberish(reading)) {
    return ABOUT_GOODS.has(best.label) && best.probability >= SURE
      ? { ...byRule, topic: best.label }
      : byRule;
  }
  if (INTENTS_OF[best.label].includes(intent)) return { intent, confidence, topic: best.label };
  if (isOutside(best, reading)) {
    return { intent: "unclear", confidence: 5 * (1 - best.probability), topic: best.label };
  }
  if (REFUSING.has(intent) && chanceOf([...REFUSED], guesses) < HARDLY) {
    return { intent: INTENTS_OF[best.label][0], confidence: 5, topic: best.label };
  }
  if (intent === "prompt-attack" && best.probability >= SURE) {
    return { intent: "unclear", confidence: 0, topic: best.label };
  }
  const isMove = MOVES.has(intent) || reading.slots.ordinal !== null;
  if (isMove && !(REFUSED.has(best.label) && best.probability >= VERY_SURE)) return byRule;
  if (ABOUT_GOODS.has(best.label) || best.probability < thresholdFor(best.label, reading)) {
    const isRefused = intent === "prompt-attack" && outside < SURE && best.probability < MEANT;
    if (isRefused) return { intent: "unclear", confidence: 0, topic: null };
    return intent === "unclear" ? { intent, confidence, topic: best.label } : byRule;
  }
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
  if (isBareName(reading)) return true;
  if (FIRM_SHOP_CLUES.some((clue) => clues.has(clue))) return probability >= CERTAIN;
  if (SHOP_CLUES.some((clue) => clues.has(clue))) return probability >= VERY_SURE;
  return probability >= (recognition.confidence >= PLAIN_WISH ? SURE : LIKELY);
}

/** "Jigsaw puzzle 2000 pieces", "windows 10": a few words that ask and tell nothing are most likely a thing's name. */
function isBareName({ text, words, concepts, clues }: MessageReading): boolean {
  const isAsking = QUESTION_WORDS.some((concept) => concepts.has(concept)) || text.includes("?");
  return words.length <= BARE_WORDS && !isAsking && !clues.has("offtopic");
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
]);
