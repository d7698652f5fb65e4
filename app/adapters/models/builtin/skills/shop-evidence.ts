import { type SearchProductsData, searchPoliciesDataSchema } from "~/core/tools/results";
import type { Dialogue, ToolResult } from "../dialogue";
import { readAs } from "../step";
import { lexiconOf } from "../understanding/lexicon";
import { splitWords } from "../understanding/words";

/** Of the words that name something, how many the shop's goods must know; more where it sounds like another business. */
const KNOWN = 0.5;
const MOSTLY_KNOWN = 0.75;
/** Fewer than that say nothing: many a shop's texts hold "country" or "cook". */
const WORDS = 2;
/** From here on a message sounds like another business, whatever words it shares. */
const FAR_OUTSIDE = 0.95;

/**
 * Whether the shop's own goods or texts know what the message names, however unlike a shop's matter it sounds: "something
 * to stop my dog pulling" in a shop for dogs, "how is suede cleaned" where a page is headed so.
 */
export function isKnownToShop(
  dialogue: Dialogue,
  found: SearchProductsData | null,
  rules: ToolResult | undefined,
): boolean {
  const { ask } = dialogue;
  if (ask.concepts.has("offtopic") || ask.topic === "prompt_attack") return false;
  return knowsGoods(dialogue, found) || isHeaded(dialogue, rules);
}

function knowsGoods({ ask }: Dialogue, found: SearchProductsData | null): boolean {
  const named = ask.thingWords.length;
  if (found === null || found.products.length === 0 || named === 0) return false;
  const unknown = new Set(found.unmatched.map((word) => word.toLowerCase()));
  const known = ask.thingWords.filter((word) => !unknown.has(word.toLowerCase())).length;
  const share = known / named;
  if (known < Math.min(WORDS, named)) return false;
  return share >= (ask.outside >= FAR_OUTSIDE ? MOSTLY_KNOWN : KNOWN);
}

/** One of the sections that come first is headed by a thing that the message names, or by nothing but words of its own. */
function isHeaded({ ask }: Dialogue, rules: ToolResult | undefined): boolean {
  const reading = readAs(rules, searchPoliciesDataSchema);
  if (reading.status !== "ok") return false;
  const lexicon = lexiconOf(ask.language);
  const stemsOf = (text: string) =>
    splitWords(text, ask.language)
      .filter((word) => !lexicon.isStopWord(word))
      .map(({ stem }) => stem);
  const named = new Set(stemsOf(ask.thingWords.join(" ")));
  const said = new Set(stemsOf(ask.text));
  const { sections, nearest = [] } = reading.data;
  return [...sections, ...nearest].some(({ heading, title }) => {
    const headed = stemsOf(heading);
    const isWhole = headed.length >= WORDS && headed.every((stem) => said.has(stem));
    return isWhole || [...headed, ...stemsOf(title)].some((stem) => named.has(stem));
  });
}
