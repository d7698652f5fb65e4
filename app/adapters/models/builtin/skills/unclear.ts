import { type SearchProductsData, searchProductsDataSchema } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { readAs, type Step, withResults } from "../step";
import { namesOnly } from "../understanding/names-only";
import { splitWords } from "../understanding/words";
import { searchCall, searchFor, tellFound } from "./find-products";
import { reply, suggest } from "./reply";
import { isLikelyOurs, isPerhapsOutside, speaksOfService } from "./scope";
import { isKnownToShop } from "./shop-evidence";
import { admitConfusion, declineOffTopic } from "./small-talk";
import { askPolicies, quotePolicies } from "./store-question";
import { tellNotFound, turnAway } from "./turn-away";

/** A quotation must share that many ideas and words with a question that nobody recognised. */
const FITTING_QUOTE = 2;
/** From here on no text of the shop's that sounds alike makes it the shop's business. */
const SURELY_OUTSIDE = 0.7;
/** And more where products come near, too. */
const SURE_QUOTE = 3;

/**
 * What no pattern explains is put to the store itself: if its products answer every word, they are the answer; else its
 * policies and pages, if they share enough with the question; else products that come near; else we say so.
 */
export function tryEverything(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const { ask } = dialogue;
  if (ask.searchWords.every((word) => /^[\d.,]+$/.test(word)))
    return giveUp(dialogue, isAttack(dialogue) || !isLikelyOurs(dialogue));
  const search = searchCall(searchFor(dialogue));
  const look = { ...search, arguments: { ...search.arguments, hidden: true } };
  // Cards come with the words that present them, and with no others.
  const present = (data: SearchProductsData) =>
    withResults(dialogue, [search], () => reply([tellFound(data, phrases)], chips));
  const chips = suggest(dialogue, phrases, "suggest.more", "suggest.details");
  return withResults(dialogue, [look, askPolicies(dialogue)], ([found, rules]) => {
    const products = readAs(found, searchProductsDataSchema);
    const data = products.status === "ok" && products.data.products.length > 0 ? products.data : null;
    if (data && data.unmatched.length === 0 && data.exact) return present(data);
    const isOutside =
      isAttack(dialogue) || (!isLikelyOurs(dialogue) && !isKnownToShop(dialogue, data, rules));
    const quoted = quotePolicies(dialogue, phrases, rules);
    const isNear = !isOutside && data !== null && data.unmatched.length * 2 <= ask.searchWords.length;
    const mayBeOurs = !isOutside || speaksOfService(dialogue) || ask.outside < SURELY_OUTSIDE;
    const isQuotable = quoted.status === "found" && mayBeOurs && !isAttack(dialogue);
    if (isQuotable && quoted.score >= (isNear || isOutside ? SURE_QUOTE : FITTING_QUOTE)) {
      return reply([quoted.text], suggest(dialogue, phrases, "suggest.person"));
    }
    if (data && isNear && ask.searchWords.length <= 6) return present(data);
    return giveUp(dialogue, isOutside);
  });
}

const isAttack = ({ ask }: Dialogue) => ask.topic === "prompt_attack";

function giveUp(dialogue: Dialogue, isOutside: boolean): Step {
  if (isAttack(dialogue)) return declineOffTopic(dialogue);
  if (isOutside) return turnAway(dialogue);
  return isAboutGoods(dialogue) || namesOnly(dialogue.ask)
    ? tellNotFound(dialogue)
    : admitConfusion(dialogue);
}

function isAboutGoods(dialogue: Dialogue): boolean {
  const { ask } = dialogue;
  if (isPerhapsOutside(dialogue)) return false;
  if (ask.thingWords.length === 0) return false;
  // "Tennis rackets?"
  const isName =
    ask.thingWords.length === splitWords(ask.text, ask.language).length &&
    ask.thingWords.length <= 3 &&
    ask.text.includes("?");
  return isName || ask.topic === "product_search" || ask.topic === "product_question";
}
