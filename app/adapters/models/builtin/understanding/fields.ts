import { isThing } from "~/core/knowledge/product-words/translations";
import de from "../fields/de.json";
import en from "../fields/en.json";
import es from "../fields/es.json";
import fr from "../fields/fr.json";
import it from "../fields/it.json";
import pt from "../fields/pt.json";
import { lexiconOf } from "./lexicon";
import { createPhraseFinder, type PhraseFinder } from "./phrase-finder";
import type { Language, Word } from "./words";

/** What people talk about when it is no shop's business: medicine, code, politics … */
export type Field = keyof typeof en;

const SOURCES: Record<Language, Record<Field, string>> = { en, es, fr, de, pt, it };
const cache = new Map<Language, PhraseFinder<Field>>();

function finderOf(language: Language): PhraseFinder<Field> {
  const known = cache.get(language);
  if (known) return known;
  const lexicon = lexiconOf(language);
  const entries = Object.entries(SOURCES[language]) as [Field, string][];
  const built = createPhraseFinder(language, entries, (word) => lexicon.isStopWord(word));
  cache.set(language, built);
  return built;
}

/** The fields that the words belong to. None of them decides anything alone: many a shop sells what belongs to one. */
export function findFields(words: Word[], language: Language): Set<Field> {
  return new Set(
    finderOf(language)
      .find(words)
      .map(({ concept }) => concept),
  );
}

/** Words of a thing's name at most. */
const LONGEST_NAME = 3;
const PLURAL = /(?:en|es|[snxei])$/;

/** How many things that shops sell are named. */
export function countGoods(words: Word[], language: Language): number {
  let count = 0;
  for (let at = 0; at < words.length; ) {
    const length = lengthOfName(words.slice(at, at + LONGEST_NAME), language);
    count += length > 0 ? 1 : 0;
    at += Math.max(1, length);
  }
  return count;
}

function lengthOfName(words: Word[], language: Language): number {
  for (let length = words.length; length > 0; length -= 1) {
    const name = words
      .slice(0, length)
      .map(({ folded }) => folded)
      .join(" ");
    if (isThing(name, language) || isThing(name.replace(PLURAL, ""), language)) return length;
  }
  return 0;
}
