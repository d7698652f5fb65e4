import type { Intent } from "./intent";
import { INTENT_RULES } from "./intent-rules";
import type { Concept } from "./lexicon";

/** What else a rule may ask for: slots that are filled, and what the conversation is at. */
export type Signal =
  /** An order number, an email, or words that no concept explains (mostly names of things). */
  | "number"
  | "email"
  | "items"
  /** One of the listed products is picked by its place. */
  | "ordinal"
  /** A limit to the price, as in "under 50". */
  | "priced"
  /** A sum of money, as in "for 50 euros". */
  | "summed"
  /** A figure with its unit, as in "27 inch". */
  | "measured"
  /** A country, or a part or a city of one. */
  | "place"
  /** At most five words. */
  | "short"
  /** Products were shown before, or one is on the page. */
  | "product"
  /** Orders were shown before, and no products since. */
  | "shown";

export type Clue = Concept | Signal;

interface Rule {
  intent: Intent;
  weight: number;
  /** Each group needs one of its clues. */
  needs: Clue[][];
  excludes: Clue[];
}

const RULES: Rule[] = Object.entries(INTENT_RULES).flatMap(([intent, lines]) =>
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

/** What is spoken of in shops, and hardly elsewhere. */
export const SHOP_CLUES: Clue[] = [
  "mine",
  "order",
  "parcel",
  "delivery",
  "return",
  "refund",
  "exchange",
  "cart",
  "stock",
  "number",
  "email",
  "colour",
  "size",
  "under",
  "cheapest",
  "invoice",
  "discount",
  "giftcard",
  "warranty",
  "product",
  "item",
];

/** Of those the ones that are hardly spoken of anywhere else. */
export const FIRM_SHOP_CLUES: Clue[] = [
  "parcel",
  "delivery",
  "return",
  "refund",
  "exchange",
  "cart",
  "stock",
  "invoice",
  "discount",
  "giftcard",
  "warranty",
];
