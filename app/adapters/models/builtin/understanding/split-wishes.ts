import { namesDefinite } from "./general-question";
import type { Intent } from "./intent";
import { FIRM_SHOP_CLUES } from "./intents";
import type { Concept } from "./lexicon";
import type { Before } from "./read-message";
import { type Understanding, understand } from "./understand";
import { fold, type Language } from "./words";

/** What joins two wishes, besides the marks between sentences. */
const JOINING: Record<Language, string> = {
  en: "and|also|plus|then",
  es: "y|también|además|luego",
  fr: "et|aussi|puis|ensuite",
  de: "und|außerdem|auch|dann",
  pt: "e|também|depois",
  it: "e|anche|inoltre|poi",
};

/** Intents that can stand beside others in one message. */
const WISHES: ReadonlySet<Intent> = new Set<Intent>([
  "order-status",
  "cancel-order",
  "change-order",
  "return-item",
  "exchange-item",
  "refund-status",
  "order-problem",
  "payment-problem",
  "find-products",
  "product-question",
  "view-cart",
  "related-products",
  "store-question",
  "service-matter",
  "handover",
]);
/** What shall be done about something that was ordered. */
const CARE: ReadonlySet<Intent> = new Set<Intent>([
  "cancel-order",
  "change-order",
  "return-item",
  "exchange-item",
  "refund-status",
  "order-problem",
]);
/** Whoever attacks asks for nothing else. */
const NEVER_PARTED: ReadonlySet<Intent> = new Set<Intent>(["prompt-attack", "others-data"]);
/** A hint is no wish of its own. */
const PLAIN = 6;
const LONGEST = 600;
/** Above this it is no part of a wish at a shop. */
const OUTSIDE = 0.3;
/** "I received order #1001" asks nothing; with one of these it would. */
const ASKING: readonly Concept[] = [
  ...(["where", "when", "howlong", "status", "track", "late", "all", "search"] as const),
];

/**
 * The wishes of one message in their order ("where is my order and can I return the lamp?"), each understood by itself;
 * the message as a whole where it holds but one. What asks nothing of its own belongs to the wish beside it, and what
 * points ("… and can I cancel it?") means what the wish before it named.
 */
export function splitWishes(whole: Understanding, context: Before): Understanding[] {
  if (whole.text.length > LONGEST || NEVER_PARTED.has(whole.intent)) return [whole];
  const wishes: Understanding[] = [];
  let waiting = "";
  for (const clause of splitClauses(whole.text, whole.language)) {
    const text = `${waiting}${clause}`;
    const own = asSearch(understand(text, whole.language, context));
    const before = wishes.at(-1);
    waiting = "";
    if (isWish(own) && !(before && goesOn(before, own))) wishes.push(before ? withMeant(before, own) : own);
    else if (before) wishes[wishes.length - 1] = extend(before, text, context);
    else waiting = text;
  }
  const [only] = wishes;
  const isParted = wishes.length > 1 && waiting === "";
  const parted = isParted ? wishes : only && isHidden(whole) ? [only] : [whole];
  return parted
    .flatMap(byOrder)
    .map((wish) => (wish.intent === "handover" ? { ...wish, text: whole.text } : wish));
}

/** Words of two sentences together may sound like something else than each: "where is my order? it is late". */
function isHidden({ intent, text }: Understanding): boolean {
  return !WISHES.has(intent) && MOVED.has(intent) && /[.!?]\s/.test(text);
}

const MOVED: ReadonlySet<Intent> = new Set<Intent>(["add-to-cart", "compare-products"]);

function extend(before: Understanding, text: string, context: Before): Understanding {
  const joined = understand(`${before.text}${text}`, before.language, context);
  if (joined.intent === before.intent) return joined;
  return { ...before, text: joined.text, concepts: new Set([...before.concepts, ...joined.concepts]) };
}

/** "Cancel #1001 and #1002": the same for two orders. */
function byOrder(wish: Understanding): Understanding[] {
  const { orderNumbers } = wish.slots;
  if (!CARE.has(wish.intent) || orderNumbers.length < 2) return [wish];
  return orderNumbers.map((number) => ({ ...wish, slots: { ...wish.slots, orderNumbers: [number] } }));
}

/** With what stands between them kept at their beginnings, so that they can be joined again. */
function splitClauses(text: string, language: Language): string[] {
  const joint = new RegExp(
    `(?<=[.!?;]["”»)]?)\\s+|(?=,\\s)|(?=\\s&\\s)|\\s+(?=(?:${JOINING[language]})\\s)|\\n+`,
    "giu",
  );
  return text
    .split(joint)
    .filter((clause) => /[\p{L}\p{N}]/u.test(clause))
    .map((clause, index) => (index === 0 ? clause : ` ${clause}`));
}

/** "… and tell me if you have one in blue" */
const ASKS_IF: Record<Language, RegExp> = {
  en: /\b(?:if|whether) you (?:have|sell|stock|carry|do)\b/,
  es: /\bsi (?:teneis|tienes|tienen|tiene|hay|vendeis|venden)\b/,
  fr: /\bsi vous (?:avez|vendez|auriez)\b/,
  de: /\bob (?:ihr|sie|du|es)\b/,
  it: /\bse (?:avete|vendete|ce|c'e)\b/,
  pt: /\bse (?:tem|ha|vendem|voces tem)\b/,
};

/** That she asks whether there is one makes it a search, whatever it is. */
function asSearch(own: Understanding): Understanding {
  const isAsked = own.thingWords.length > 0 && ASKS_IF[own.language].test(fold(own.text));
  if (!isAsked || !VAGUE.has(own.intent)) return own;
  return { ...own, intent: "find-products", confidence: PLAIN, topic: "product_search", outside: 0 };
}

const VAGUE: ReadonlySet<Intent> = new Set<Intent>(["unclear", "off-topic", "find-products"]);

function isWish(own: Understanding): boolean {
  const { intent, confidence, concepts, text, outside, slots } = own;
  if (!WISHES.has(intent) || confidence < PLAIN) return false;
  // "Cancel the hammock" is said to a shop, whatever a hammock may be.
  const isOfHers = CARE.has(intent) && namesDefinite(own);
  if (outside >= OUTSIDE && slots.orderNumbers.length === 0 && !isOfHers) return false;
  return intent !== "order-status" || text.includes("?") || ASKING.some((one) => concepts.has(one));
}

/** Whether it only says more of the wish before it. */
function goesOn(before: Understanding, own: Understanding): boolean {
  // "A gift for my dad, he likes coffee": what is wished for comes after whom it is for.
  if (isAboutProduct(before) && isAboutProduct(own) && before.thingWords.length === 0) return true;
  if (own.intent === before.intent) return !isAnother(before, own);
  const isSameCare = CARE.has(before.intent) && CARE.has(own.intent);
  // "Do you ship to Canada and how much is it?"
  const isOfRule = before.intent === "store-question" && (CARE.has(own.intent) || isAboutProduct(own));
  return (isSameCare || isOfRule) && !namesSomething(own);
}

function isAboutProduct({ intent }: Understanding): boolean {
  return intent === "product-question" || intent === "find-products";
}

function namesSomething({ slots, thingWords }: Understanding): boolean {
  return slots.orderNumbers.length > 0 || thingWords.length > 0;
}

/** The same kind of wish for another order, or a question about something else. */
function isAnother(before: Understanding, own: Understanding): boolean {
  if (own.intent === "order-status" || own.intent === "handover") return false;
  if (CARE.has(own.intent)) {
    const [known, other] = [before.slots.orderNumbers, own.slots.orderNumbers];
    return known.length > 0 && other.some((number) => !known.includes(number));
  }
  return subjectsOf(own).some((one) => !subjectsOf(before).includes(one));
}

const SUBJECTS: readonly string[] = [...FIRM_SHOP_CLUES, "contact", "hours", "location", "paymethod"];

function subjectsOf({ concepts, thingWords }: Understanding): string[] {
  return [...SUBJECTS.filter((clue) => concepts.has(clue as Concept)), ...thingWords];
}

function withMeant(before: Understanding, own: Understanding): Understanding {
  const isPointing = own.concepts.has("it") && !namesSomething(own);
  if (!isPointing || !(CARE.has(own.intent) || own.intent === "order-status")) return own;
  const { itemWords, thingWords, slots } = before;
  return { ...own, itemWords, thingWords, slots: { ...own.slots, orderNumbers: slots.orderNumbers } };
}
