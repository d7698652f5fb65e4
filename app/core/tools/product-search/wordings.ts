import { words as wordsIn } from "~/lib/words";
import type { CatalogueVocabulary } from "../../knowledge/knowledge-index";
import type { ProductMatches } from "../../knowledge/product-query";
import { optionValuesOf } from "../../knowledge/product-words/option-values";
import { translationsOf } from "../../knowledge/product-words/translations";
import { comparable } from "../../store/option-words";

/** The words to search for in another language than the shopper's. */
export interface Wording {
  words: string;
  translated: { from: string; to: string }[];
}

const MAX_WORDINGS = 4;

/**
 * Other words for those that the shop does not know: "Regenjacke" in an English shop is a rain jacket, and no
 * misspelling of what happens to be spelt alike.
 */
export function wordingsFor(
  asked: string,
  locale: string,
  { unknown, repaired, matches }: ProductMatches,
): Wording[] {
  const strange = new Set([...unknown, ...repaired.map(({ from }) => from)].flatMap(wordsIn));
  if (strange.size === 0 && matches.length > 0) return [];
  return translationsOf(asked, locale, (word) => strange.has(word) || matches.length === 0).slice(
    0,
    MAX_WORDINGS,
  );
}

/** The words without those that name an option: in "laptop with 16 GB ram" no laptop need say "ram". */
export function withoutOptionNames(asked: string, vocabulary: CatalogueVocabulary): Wording[] {
  const names = new Set(optionValuesOf(vocabulary).names.flatMap(({ key }) => key.split(" ")));
  const parts = asked.split(/\s+/);
  const kept = parts.filter((part) => !wordsIn(part).every((word) => names.has(comparable(word))));
  return kept.length > 0 && kept.length < parts.length ? [{ words: kept.join(" "), translated: [] }] : [];
}
