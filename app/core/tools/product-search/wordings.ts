import { words as wordsIn } from "~/lib/words";
import { namesGoods } from "../../knowledge/everyday-words";
import type { CatalogueVocabulary } from "../../knowledge/knowledge-index";
import type { ProductMatches } from "../../knowledge/product-query";
import { optionValuesOf } from "../../knowledge/product-words/option-values";
import { translationsOf } from "../../knowledge/product-words/translations";
import { comparable } from "../../store/option-words";

/** The words to search for in another language than the shopper's. */
export interface Wording {
  words: string;
  translated: { from: string; to: string }[];
  /** Words of the shopper's that it leaves out, since nothing in the shop has them. */
  left?: string[];
}

const MAX_WORDINGS = 6;

/**
 * Other words for those that the shop does not know: "Regenjacke" in an English shop is a rain jacket, and no
 * misspelling of what happens to be spelt alike.
 */
export function wordingsFor(
  asked: string,
  locale: string,
  { unknown, repaired, matches }: ProductMatches,
  { languages }: Pick<CatalogueVocabulary, "languages">,
): Wording[] {
  const strange = new Set([...unknown, ...repaired.map(({ from }) => from)].flatMap(wordsIn));
  if (strange.size === 0 && matches.length > 0) return [];
  const isStrange = (word: string) => strange.has(word) || matches.length === 0;
  // Many shops give their things English names.
  const targets = languages && [...languages, "en"];
  return translationsOf(asked, locale, isStrange, targets).slice(0, MAX_WORDINGS);
}

/**
 * A translated wording without what stayed foreign: of "facas de pão" a French shop knows the knives. A thing of which it
 * knows but a part of the name it does not know. Null where nothing that was translated is left.
 */
export function withoutForeign(wording: Wording, { unknown }: ProductMatches): Wording | null {
  const strange = new Set(unknown.flatMap(wordsIn));
  const things = wording.translated.map(({ to }) => wordsIn(to));
  const lacking = things.filter((words) => words.some((word) => strange.has(word))).flat();
  const foreign = new Set([...strange, ...lacking]);
  const words = wordsIn(wording.words);
  const kept = words.filter((word) => !foreign.has(word));
  const isTranslated = (word: string) => things.some((names) => names.includes(word));
  if (kept.length === words.length || !kept.some(isTranslated)) return null;
  return { ...wording, words: kept.join(" "), left: words.filter((word) => foreign.has(word)) };
}

/**
 * The words without those that the shop does not know, where these name nothing that is bought: whoever wants "toys for a dog
 * that destroys everything" wants dog toys, but "tennis rackets" are no rackets for anything else. Null where nothing is left.
 */
export function withoutUnknown(asked: string, { unknown }: ProductMatches): Wording | null {
  const strange = new Set(unknown.flatMap(wordsIn));
  const words = wordsIn(asked);
  const isStrange = (word: string | undefined) => word !== undefined && strange.has(word);
  const isNeeded = words.some(
    (word, at) =>
      (isStrange(word) && namesGoods(word)) ||
      ((isStrange(word) || isStrange(words[at + 1])) && namesGoods(`${word} ${words[at + 1]}`)),
  );
  const kept = words.filter((word) => !isStrange(word));
  if (isNeeded || kept.length === 0 || kept.length === words.length) return null;
  return { words: kept.join(" "), translated: [], left: words.filter(isStrange) };
}

/** The words without those that name an option: in "laptop with 16 GB ram" no laptop need say "ram". */
export function withoutOptionNames(asked: string, vocabulary: CatalogueVocabulary): Wording[] {
  const names = new Set(optionValuesOf(vocabulary).names.flatMap(({ key }) => key.split(" ")));
  const parts = asked.split(/\s+/);
  const kept = parts.filter((part) => !wordsIn(part).every((word) => names.has(comparable(word))));
  return kept.length > 0 && kept.length < parts.length ? [{ words: kept.join(" "), translated: [] }] : [];
}
