import { conceptWords } from "~/core/knowledge/concept-counter";
import { findPolicyConcepts } from "~/core/knowledge/policy-concepts";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { type Skill, withResults } from "../step";
import type { Intent } from "../understanding/intent";
import { fold } from "../understanding/words";
import { reply, suggest } from "./reply";
import { askPolicies, quotePolicies } from "./store-question";

/** What is asked of a shop itself, in whatever words: no goods are called so. */
const MATTERS = new Set(
  "hours location parking contact jobs price-match wholesale press loyalty newsletter preorder language".split(
    " ",
  ),
);
/** What shops do for people, and mostly to some thing that is named beside it. */
const SERVICES = new Set("repair rental trade-in events assembly".split(" "));
/** What is asked of a matter. */
const MEASURES = new Set(["duration", "cost"]);
const VAGUE: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "store-question",
  "find-products",
  "product-question",
  "off-topic",
]);
/** "Rent a board for a day" */
const MOST_WITH_SERVICE = 2;
const SURELY_OUTSIDE = 0.9;
/** What a quotation must share with the question to go before anything else. */
const FITTING = 0.5;

/** Whether it asks after a matter of the shop's own, though it may sound like a wish for goods: "habt ihr sonntags offen". */
export function namesShopMatter({ ask }: Dialogue): boolean {
  if (ask.concepts.has("gift") || ask.slots.maxPrice !== null) return false;
  if (!VAGUE.has(ask.intent) || ask.outside >= SURELY_OUTSIDE || ask.slots.orderNumbers.length > 0)
    return false;
  const all = conceptWords(ask.text);
  const found = findPolicyConcepts(all, [ask.language]);
  const named = (concepts: ReadonlySet<string>) => found.filter(({ concept }) => concepts.has(concept));
  const matters = named(MATTERS);
  const services = named(SERVICES);
  if (matters.length + services.length === 0) return false;
  const explained = new Set(
    [...matters, ...services, ...named(MEASURES)].flatMap(({ places }) => places.map((at) => all[at])),
  );
  const others = ask.thingWords.filter((word) => !explained.has(fold(word)));
  return others.length <= (services.length > 0 ? MOST_WITH_SERVICE : 0);
}

/** The shop's own texts go first; where they say nothing, `otherwise` goes on. */
export function answerShopMatter(otherwise: Skill): Skill {
  return (dialogue) =>
    withResults(dialogue, [askPolicies(dialogue)], ([result]) => {
      const phrases = phrasesOf(dialogue);
      const quoted = quotePolicies(dialogue, phrases, result);
      if (quoted.status !== "found" || quoted.score < FITTING) return otherwise(dialogue);
      return reply([quoted.text], suggest(dialogue, phrases, "suggest.person"));
    });
}
