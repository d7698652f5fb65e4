import { stem, words } from "~/lib/words";
import { countConcepts } from "../concepts";
import type { CatalogueVocabulary } from "../knowledge-index";

/** Shorter ones are "and", "of", "kit". */
const MIN_LENGTH = 4;

/** Stems of the words for what a shop sells: a rule that names one holds for that alone. */
export function productWordsOf(vocabulary: CatalogueVocabulary | null): Set<string> {
  const all = (vocabulary?.productTypes ?? []).flatMap(words);
  return new Set(all.filter((word) => word.length >= MIN_LENGTH && countConcepts(word).size === 0).map(stem));
}
