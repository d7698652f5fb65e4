import { type Claim, claimAt, FALSE, isAsked, isNegatedNear, type Sentence, TRUE } from "./claim";
import { findAmounts } from "./find-amounts";
import type { KnownFacts } from "./known-facts";
import { FREE, NOT_REALLY_FREE } from "./phrases";
import type { Term } from "./stated-terms";

/** What is free, by the noun beside it: other than that of any text that calls something free. */
const FREE_OF: [concepts: string[], words: RegExp][] = [
  [
    ["@return", "@exchange"],
    /\b(?:returns?|exchanges?|return labels?|ruck\w*|retour\w*|umtausch|devoluci\w*|devoluc\w*|cambios?|troca\w*|echanges?|res[oi])\b/,
  ],
  [
    ["@shipping", "@free-shipping"],
    /\b(?:shipping|delivery|postage|shipped|delivered|versand\w*|liefer\w*|envios?|entrega\w*|livraison\w*|expedition|frete|spedizion\w*|consegn\w*)\b/,
  ],
  [["@wrapping"], /\b(?:gift[- ]?wrap\w*|geschenkverpackung|envoltorio|emballage|embrulho|confezione)\b/],
];
const LIMITED =
  /\b(?:over|above|from|more than|at least|minimum|when|if|ab|uber|mindestens|wenn|a partir|desde|superior\w*|mas de|des|plus de|partir de|acima|mais de|oltre|superior\w*|da|sopra)\b|\d/;

/** "Free returns" where nothing says so; "all shipping is free" where it is from a sum on. */
export function checkFree(sentence: Sentence): Claim[] {
  const { folded, facts } = sentence;
  const match = FREE.exec(folded.replace(NOT_REALLY_FREE, (found) => " ".repeat(found.length)));
  if (!match || isAsked(sentence, match.index) || isNegatedNear(sentence, match.index, match.index))
    return [];
  const concepts = FREE_OF.find(([, words]) => words.test(folded))?.[0];
  if (concepts === undefined && isPrice(folded, match.index, sentence))
    return [claimAt("amount", match, FALSE)];
  const stated = facts.terms.filter(
    (term) =>
      isFree(term) && (concepts === undefined || concepts.some((each) => term.context.wide.has(each))),
  );
  const isUnlimited = !LIMITED.test(folded);
  const isTrue = stated.some((term) => !isUnlimited || !isLimited(term) || isReached(sentence));
  return [claimAt("amount", match, isTrue ? TRUE : FALSE)];
}

const IS =
  /\b(?:is|are|it's|they're|be|ist|sind|gibt es|est|sont|es|esta|son|e|sao|sono|get (?:it|them))\b[^,;.:]{0,30}$/;

/** "It is free": of something that has a price. */
function isPrice(folded: string, at: number, { products, namedProducts, isNegated }: Sentence): boolean {
  if (isNegated || products.length === 0 || !IS.test(folded.slice(0, at))) return false;
  const isOfProduct = namedProducts.some((mention) => mention.at < at) || namedProducts.length === 0;
  return isOfProduct && products.every(({ prices }) => prices.size > 0 && ![...prices].includes(0));
}

const isFree = ({ kind, context }: Term) => kind === "amount" && context.near.has("@free");
const isLimited = ({ values, context }: Term) =>
  context.near.has("@threshold") || values.some((value) => Number(value) > 0);

/** Sums from which something is free. */
export function thresholdsOf({ terms }: KnownFacts): number[] {
  return terms.filter(isFree).flatMap(({ values }) => values.map(Number).filter((value) => value > 0));
}

/** A sum that was said reaches what something is free from. */
function isReached({ facts, saidSums, folded }: Sentence): boolean {
  const sums = [...saidSums, ...findAmounts(folded).flatMap(({ values }) => values)];
  return thresholdsOf(facts).some((threshold) => sums.some((sum) => sum >= threshold));
}
