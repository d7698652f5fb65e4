import { plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusProduct, findListedProducts, findShownOrders } from "../dialogue";
import type { Step } from "../step";
import { findFields } from "../understanding/fields";
import { namesOnly } from "../understanding/names-only";
import { splitWords } from "../understanding/words";
import { readWishArguments } from "./product-wish";
import { reply, suggest } from "./reply";
import { admitConfusion, declineOffTopic } from "./small-talk";

/** Characters of what may leave out its subject. */
const SHORT = 60;
/** From here on it is no part of a talk about the shop's matters, however short. */
const SURELY_OUTSIDE = 0.97;

/**
 * Ends what nothing in the shop answers. That it is none of the shop's business is said only where nothing speaks for
 * the shop: a bare name asks for goods, and a few words after something was shown may be about that.
 */
export function turnAway(dialogue: Dialogue): Step {
  if (namesOnly(dialogue.ask)) return tellNotFound(dialogue);
  return mayGoOn(dialogue) ? admitConfusion(dialogue) : declineOffTopic(dialogue);
}

export function tellNotFound(dialogue: Dialogue): Step {
  const asked = readWishArguments(dialogue).query || dialogue.ask.thingWords.join(" ");
  const query = `“${plainName(asked)}”`;
  const phrases = phrasesOf(dialogue);
  return reply([phrases.say("product.none", { query })], suggest(dialogue, phrases, "suggest.person"));
}

function mayGoOn(dialogue: Dialogue): boolean {
  const { ask, earlier } = dialogue;
  if (ask.text.length > SHORT || ask.outside >= SURELY_OUTSIDE || ask.concepts.has("offtopic")) return false;
  if (ask.topic === "prompt_attack" || findFields(splitWords(ask.text, ask.language), ask.language).size > 0)
    return false;
  const isAfterText = earlier.at(-1)?.name === "search_policies" && earlier.at(-1)?.status === "ok";
  return (
    isAfterText ||
    findShownOrders(earlier).length > 0 ||
    findFocusProduct(earlier) !== null ||
    findListedProducts(earlier).length > 0
  );
}
