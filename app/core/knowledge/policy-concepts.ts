import { conceptWords, createConceptFinder, readEntries } from "./concept-counter";
import de from "./concept-words/de.json";
import en from "./concept-words/en.json";
import es from "./concept-words/es.json";
import fr from "./concept-words/fr.json";
import itWords from "./concept-words/it.json";
import pt from "./concept-words/pt.json";
import { CONCEPT_ENTRIES } from "./concepts";

const WHOLE_UP_TO = 4;
const INFLECTED_UP_TO = 5;
const MAX_INFLECTION = 2;
const MIN_COMPOUND_END = 5;

/** Short words begin too many others: "paga" is no "pagamento". */
function reachOf({ length }: string): number {
  if (length <= WHOLE_UP_TO) return 0;
  return length <= INFLECTED_UP_TO ? MAX_INFLECTION : Infinity;
}

/** The endings of nouns and verbs that a word of the list may stand with others of. */
const ENDING = /(?:[aei]re?|[ae]n|[oae]s|[oaeis])$/;
const MIN_ROOT = 5;

/** "trabajo" also for "trabaja" and "trabajar". */
function rootOf(first: string): string {
  const root = first.replace(ENDING, "");
  return root.length >= MIN_ROOT ? root : first;
}

const readWords = (lines: Readonly<Record<string, string>>) =>
  readEntries(lines, reachOf).map((entry) =>
    entry.reach === 0 ? entry : { ...entry, first: rootOf(entry.first), rest: entry.rest.map(rootOf) },
  );

const german = readWords(de).map((entry) => ({
  ...entry,
  endsCompounds: entry.first.length >= MIN_COMPOUND_END,
}));

/**
 * What a shop's texts and questions about them speak of. It knows many more everyday words than `countConcepts`, on
 * which judgements about what is said rest: a word too many only costs a place in a list here.
 */
export const findPolicyConcepts = createConceptFinder([
  ...CONCEPT_ENTRIES,
  ...german,
  ...[en, es, fr, pt, itWords].flatMap(readWords),
]);

/** The concepts of a text with how often each comes up. */
export function countPolicyConcepts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { concept } of findPolicyConcepts(conceptWords(text)))
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return counts;
}
