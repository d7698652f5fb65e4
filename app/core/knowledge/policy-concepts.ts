import {
  type ConceptEntry,
  type ConceptFinder,
  type ConceptMention,
  conceptWords,
  createConceptFinder,
  readEntries,
} from "./concept-counter";
import de from "./concept-words/de.json";
import en from "./concept-words/en.json";
import es from "./concept-words/es.json";
import fr from "./concept-words/fr.json";
import itWords from "./concept-words/it.json";
import pt from "./concept-words/pt.json";
import { POLICY_LANGUAGES, type PolicyLanguage, plausibleLanguages } from "./plausible-languages";
import { placeEntries } from "./policy-places";
import { thingEntries } from "./policy-things";

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

const WORDS: Record<PolicyLanguage, Readonly<Record<string, string>>> = { en, es, fr, de, pt, it: itWords };

function entriesOf(language: PolicyLanguage): ConceptEntry[] {
  const entries = readWords(WORDS[language]).map((entry) => ({
    ...entry,
    endsCompounds: language === "de" && entry.first.length >= MIN_COMPOUND_END,
  }));
  const phrases = language === "de" ? entries.flatMap(turned) : [];
  return [...entries, ...phrases, ...placeEntries(language), ...thingEntries(language)];
}

/** A German verb stands before what belongs to it, or at the very end: "gefällt mir nicht", "wenn es nicht gefällt". */
function turned(entry: ConceptEntry): ConceptEntry[] {
  const [last = "+", ...more] = entry.rest;
  if (more.length > 0 || last.startsWith("+")) return [];
  return [{ ...entry, first: last, rest: [entry.first], reach: 0 }];
}

const finders = new Map<PolicyLanguage, ConceptFinder>(
  POLICY_LANGUAGES.map((language) => [language, createConceptFinder(entriesOf(language))]),
);

/**
 * What a shop's texts and questions about them speak of, read by the words of these languages alone: "sale" leaves in
 * Spanish. It knows many more everyday words than `countConcepts`, on which judgements about what is said rest: a word
 * too many only costs a place in a list here.
 */
export function findPolicyConcepts(
  all: readonly string[],
  languages: readonly PolicyLanguage[],
): ConceptMention[] {
  const mentions = languages.flatMap((language) => finders.get(language)?.(all) ?? []);
  return [...new Map(mentions.map((one) => [`${one.concept} ${one.places[0]}`, one])).values()];
}

/** The concepts of a text with how often each comes up. */
export function countPolicyConcepts(
  text: string,
  languages: readonly PolicyLanguage[] = plausibleLanguages(text),
): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { concept } of findPolicyConcepts(conceptWords(text), languages))
    counts.set(concept, (counts.get(concept) ?? 0) + 1);
  return counts;
}
