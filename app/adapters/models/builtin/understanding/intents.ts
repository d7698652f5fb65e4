import type { Concept } from "./lexicon";

export const INTENTS = [
  "order-status",
  "cancel-order",
  "change-order",
  "return-item",
  "exchange-item",
  "refund-status",
  "order-problem",
  "payment-problem",
  "find-products",
  "more-products",
  "cheaper-products",
  "choose-product",
  "product-question",
  "compare-products",
  "add-to-cart",
  "store-question",
  "handover",
  "complaint",
  "greeting",
  "thanks",
  "goodbye",
  "affirm",
  "decline",
  "identity",
  "capabilities",
  "prompt-attack",
  "others-data",
  "off-topic",
  "details-given",
  "unclear",
] as const;
export type Intent = (typeof INTENTS)[number];

/** What else a rule may ask for: slots that are filled, and what the conversation is at. */
export type Signal =
  /** An order number, an email, or words that no concept explains (mostly names of things). */
  | "number"
  | "email"
  | "items"
  /** One of the listed products is picked by its place. */
  | "ordinal"
  /** At most five words. */
  | "short"
  /** Products were shown before, or one is on the page. */
  | "product";

export type Clue = Concept | Signal;

interface Rule {
  intent: Intent;
  weight: number;
  /** Each group needs one of its clues. */
  needs: Clue[][];
  excludes: Clue[];
}

/**
 * How ideas make up an intent, whatever the language: "weight  clues", where a|b is either and ! is neither.
 * The heaviest rule whose clues are all there wins; around 10 is a plain request, under 6 a mere hint.
 */
const TABLE: Record<Exclude<Intent, "unclear">, string[]> = {
  "order-status": [
    "9 where order|parcel|delivery !buy|location",
    "9 where order|parcel mine",
    "10 status order|parcel|delivery|number",
    "10 when order|parcel|number arrive|ship|delivery|parcel",
    "9 when arrive|ship|delivery mine",
    "9 when parcel|number",
    "8 when order mine",
    "9 track order|parcel|delivery|number|mine|latest",
    "7 track",
    "10 late order|parcel|delivery|mine|number",
    "8 late it|arrive|ship",
    "9 arrive order|parcel|number mine|order",
    "9 howlong order|parcel|arrive mine",
    "9 howlong parcel arrive",
    "9 ship number",
    "9 ship order|parcel mine|number",
    "7 ship it",
    "7 when arrive it",
    "6.5 when arrive !stock",
    "8 where mine items",
    "8 arrive mine items !return|refund|damaged|wrong",
    "8 when arrive items !stock|search",
    "8 order latest|all mine",
    "8 status mine",
    "7 order number",
    "7 latest order|parcel",
    "7 search|details order mine",
    "5 order mine",
    "5 parcel mine",
    "6 where it",
  ],
  "cancel-order": [
    "11 cancel order|number|parcel|item|latest !newsletter|account|fee|policy",
    "10 cancel mine !newsletter|account|fee|policy",
    "9 cancel !newsletter|account|fee|policy",
  ],
  "change-order": [
    "12 change address",
    "12 wrong address",
    "12 wrong change order|number|address",
    "10 change order|number|parcel !account|password|exchange|newsletter",
    "10 exchange order|number item !return|damaged|wrong|fit",
    "10 remove order|number|item order|number|mine|item !account",
    "11 addto order|number item|items|order !cart",
    "8 address order|delivery|mine",
    "7 address !contact|about",
  ],
  "return-item": [
    "9 return",
    "8 refund",
    "10 return mine|it|number|items",
    "10 refund number|want mine|it|number|items",
  ],
  "exchange-item": ["10 exchange", "9 fit !sizeguide", "11 exchange mine|it|number"],
  "refund-status": [
    "11 refund where|when|status|late|track|arrive",
    "11 refund howlong mine",
    "11 return status|track mine|number",
  ],
  "order-problem": [
    "11 damaged|wrong|missing arrive|order|parcel|mine|number",
    "10 damaged|wrong|missing item|items|it",
    "8 damaged",
  ],
  "payment-problem": ["11 problem pay|paymethod", "9 problem cart"],
  "find-products": [
    "8 search items !order|parcel",
    "7 search items",
    "6 search !order|parcel",
    "7 buy items !mine|number",
    "7 buy item !mine|number",
    "6 want items !order",
    "7 want colour|size|optionname items",
    "8 popular|newest !order",
    "8 under items !order",
    "8 cheapest|cheaper|dearer items|search|item",
    "6 cheapest",
    "7 sale search|items|which|item",
    "8 gift search|items|which",
    "8 search feature",
    "5 colour items",
    "5 size items",
  ],
  "more-products": [
    "9 more short product !order|details|howmuch|cheaper|dearer",
    "8 more search product !items",
  ],
  "cheaper-products": [
    "10 cheaper|dearer|cheapest product !delivery|items",
    "9 cheaper|dearer short product",
  ],
  "choose-product": ["9 ordinal product", "7 ordinal short"],
  "product-question": [
    "10 stock items|product|it|ordinal|item",
    "8 stock",
    "9 howmuch it|items|product|ordinal|item !delivery|ship|return|fee|giftwrap|warranty",
    "8 details items|it|product|ordinal|item !order|policy",
    "9 feature items|it|product|ordinal",
    "7 colour|size|optionname product short !search",
    "9 colour|size|optionname which product|items|it !search",
    "11 sizeguide product it",
  ],
  "compare-products": ["10 compare items|product|ordinal|it|item !exchange"],
  "add-to-cart": [
    "11 cart",
    "9 addto it|ordinal|items !order|number",
    "9 buy it|ordinal",
    "8 want it|ordinal product !return|cancel|refund|details|exchange|change",
  ],
  "store-question": [
    "12 paymethod !problem",
    "8 pay !problem",
    "11 delivery howmuch|free|fee|abroad|express|policy|which",
    "11 ship howmuch|free|abroad|express|howlong",
    "10 howlong delivery|ship|arrive !mine|number|parcel",
    "10 howlong order !mine|number",
    "11 abroad delivery|ship|order",
    "9 abroad",
    "6 delivery",
    "6 express",
    "13 cancel fee|policy",
    "12 cancel|remove|change|problem newsletter|account|password",
    "12 return|refund|exchange policy|howlong|free|fee|sale|howmuch|which",
    "10 policy",
    "11 privacy",
    "10 warranty",
    "10 sizeguide",
    "9 about !complaint",
    "9 giftcard|giftwrap|discount|hours|location|invoice|newsletter|review|subscription",
    "12 invoice order|number|mine|want|how|search",
    "11 password",
    "9 account",
    "10 account problem|how|want|change|buy",
    "9 contact",
    "10 contact service|how|email",
    "12 hours service|contact|location",
    "7 sale",
    "9 fee !order|number|return|refund",
  ],
  handover: [
    "12 person talk",
    "9 person short !items|search",
    "9 person want !items|search|buy",
    "8 person !items|search|size|about",
    "10 person service",
    "10 service talk",
    "7 service",
    "11 service want talk",
  ],
  complaint: ["10 complaint", "12 complaint want|how|service", "6 problem"],
  greeting: ["4 greeting"],
  thanks: ["5 thanks"],
  goodbye: ["6 bye"],
  affirm: ["5.5 yes short"],
  decline: ["5.5 no short"],
  identity: ["13 identity"],
  capabilities: ["5 capability", "8 capability how|which|can !order|items|account"],
  "prompt-attack": ["15 attack !return|order|parcel|delivery"],
  "others-data": [
    "14 others order|address|account|privacy|email|contact|all|password|search|number",
    "11 others",
  ],
  "off-topic": ["9 offtopic !order|parcel|search"],
  "details-given": ["6 number !order", "6 email"],
};

const RULES: Rule[] = Object.entries(TABLE).flatMap(([intent, lines]) =>
  lines.map((line) => readRule(intent as Intent, line)),
);

function readRule(intent: Intent, line: string): Rule {
  const [weight = "0", ...groups] = line.split(" ");
  return {
    intent,
    weight: Number(weight),
    needs: groups.filter((group) => !group.startsWith("!")).map((group) => group.split("|") as Clue[]),
    excludes: groups
      .filter((group) => group.startsWith("!"))
      .flatMap((group) => group.slice(1).split("|") as Clue[]),
  };
}

export interface Recognition {
  intent: Intent;
  /** Around 10 for a plain request, below 5 for a guess. */
  confidence: number;
  /** The clues that decided. */
  clues: Set<Clue>;
}

export function recogniseIntent(clues: ReadonlySet<Clue>): Recognition {
  const fitting = RULES.filter(
    ({ needs, excludes }) =>
      needs.every((group) => group.some((clue) => clues.has(clue))) &&
      !excludes.some((clue) => clues.has(clue)),
  );
  const best = fitting.reduce<Rule | null>(
    (top, rule) => (top && strength(top) >= strength(rule) ? top : rule),
    null,
  );
  if (!best) return { intent: "unclear", confidence: 0, clues: new Set() };
  const decisive = best.needs.flat().filter((clue) => clues.has(clue));
  return { intent: best.intent, confidence: best.weight, clues: new Set(decisive) };
}

/** Of equally heavy rules the one that explains more of what was said. */
function strength(rule: Rule): number {
  return rule.weight + rule.needs.length * 0.1;
}
