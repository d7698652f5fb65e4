import { isEverydayWord, isSpokenWord } from "~/core/knowledge/everyday-words";
import { countGoods, findFields } from "./fields";
import type { Concept } from "./lexicon";
import type { Understanding } from "./understand";
import { fold, type Language, splitWords } from "./words";

/** Words of a name with what it is for. */
const LONGEST = 6;
/** Articles, and what ties the words of a name together. */
const TYING: Record<Language, ReadonlySet<string>> = {
  en: setOf("a an the some any for of with in and"),
  es: setOf("un una unos unas el la los las de del para con por en y"),
  fr: setOf("un une des du de d la le les l pour avec a au aux en et"),
  de: setOf("ein eine einen einem einer der die das den dem fur mit aus von zum zur und"),
  pt: setOf("um uma uns umas o a os as de do da dos das para com em e"),
  it: setOf("un uno una il lo la i gli le l di da del della dei per con in e"),
};
/** What may describe a thing that is named. */
const DESCRIBING: ReadonlySet<Concept> = new Set<Concept>([
  "colour",
  "size",
  "feature",
  "gift",
  "item",
  "optionname",
]);

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

/**
 * "Gafas de sol", "a saddle for a pony": the name of a thing, and nothing asked or told of it. Words that no language has
 * name nothing that we know of.
 */
export function namesOnly({ text, language, concepts, thingWords }: Understanding): boolean {
  const words = splitWords(text, language);
  if (thingWords.length === 0 || words.length > LONGEST) return false;
  if ([...concepts].some((concept) => !DESCRIBING.has(concept))) return false;
  const things = new Set(thingWords.map(fold));
  if (![...things].some((word) => isEverydayWord(word) || isSpokenWord(word))) return false;
  const isOfName = (folded: string) => things.has(folded) || TYING[language].has(folded);
  if (!words.every(({ folded }) => isOfName(folded))) return false;
  // "Gafas de sol" has the sun in it, and is a thing that shops sell.
  return findFields(words, language).size === 0 || countGoods(words, language) > 0;
}
