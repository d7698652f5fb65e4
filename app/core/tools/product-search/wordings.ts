import { words as wordsIn } from "~/lib/words";
import type { ProductMatches } from "../../knowledge/product-query";
import { translationsOf } from "../../knowledge/product-words/translations";

/** The words to search for in another language than the shopper's. */
export interface Wording {
  words: string;
  translated: { from: string; to: string }[];
}

const MAX_WORDINGS = 3;

/**
 * Other words for those that the shop does not know: "Regenjacke" in an English shop is a rain jacket, and no
 * misspelling of what happens to be spelt alike.
 */
export function wordingsFor(asked: string, { unknown, repaired, matches }: ProductMatches): Wording[] {
  const strange = new Set([...unknown, ...repaired.map(({ from }) => from)].flatMap(wordsIn));
  if (strange.size === 0 && matches.length > 0) return [];
  return translationsOf(asked, (word) => strange.has(word) || matches.length === 0).slice(0, MAX_WORDINGS);
}
