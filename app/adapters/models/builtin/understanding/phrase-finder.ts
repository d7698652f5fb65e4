import { fold, type Language, splitWords, stem, type Word } from "./words";

/** Words `start` up to (not including) `end` are one of the phrases that stand under `name`. */
export interface FoundPhrase<Name extends string> {
  concept: Name;
  start: number;
  end: number;
}

interface Phrase<Name extends string> {
  concept: Name;
  /** Stems; one that ends in * stands for every word that begins so, one that begins with = for that very form. */
  stems: string[];
}

/** Finds the phrases of a list by the stems of their words. */
export interface PhraseFinder<Name extends string> {
  /** Stems of single words. */
  vocabulary: ReadonlySet<string>;
  /** Every word of the phrases, folded, with its stem. */
  forms: ReadonlyMap<string, string>;
  /** Whether the word begins as an entry with * does. */
  hasBeginning(word: Word): boolean;
  find(words: Word[]): FoundPhrase<Name>[];
}

/**
 * @param source comma-separated words and phrases under each name; `*` after a word's beginning takes any ending, `=`
 *   before it none but its own
 */
export function createPhraseFinder<Name extends string>(
  language: Language,
  source: Iterable<[name: Name, list: string]>,
  isStopWord: (word: Word) => boolean,
): PhraseFinder<Name> {
  const byFirst = new Map<string, Phrase<Name>[]>();
  const prefixes = new Map<string, Phrase<Name>[]>();
  const vocabulary = new Set<string>();
  const forms = new Map<string, string>();
  for (const [concept, list] of source) {
    for (const entry of entriesOf(list)) {
      const stems = stemsOf(entry, language);
      const first = stems[0];
      if (first === undefined) continue;
      const index = first.endsWith("*") ? prefixes : byFirst;
      const key = first.endsWith("*") ? first.slice(0, 3) : first;
      index.set(key, [...(index.get(key) ?? []), { concept, stems }]);
      for (const one of stems) if (!/^=|\*$/.test(one)) vocabulary.add(one);
      for (const word of splitWords(entry.replace(/[*=]/g, ""), language)) forms.set(word.folded, word.stem);
    }
  }
  const begins = (word: Word) => prefixes.get(word.folded.slice(0, 3)) ?? [];
  return {
    vocabulary,
    forms,
    hasBeginning: (word) => begins(word).some(({ stems }) => stemMatches(stems[0] ?? "", word)),
    find: (words) =>
      words.flatMap((word, start) =>
        [
          ...(byFirst.get(word.stem) ?? []),
          ...(byFirst.get(`=${word.folded}`) ?? []),
          ...begins(word),
        ].flatMap(({ concept, stems }) => {
          const end = endOfPhrase(stems, words, start, isStopWord);
          return end === null ? [] : { concept, start, end };
        }),
      ),
  };
}

/** Where the phrase that begins at `start` ends; one stop word may stand in it ("send something back"). Null when it is another. */
function endOfPhrase(
  stems: string[],
  words: Word[],
  start: number,
  isStopWord: (word: Word) => boolean,
): number | null {
  let at = start;
  let gaps = words.slice(start, start + stems.length).every(isStopWord) ? 0 : 1;
  for (const one of stems) {
    const skipped = words[at];
    if (at > start && gaps > 0 && skipped && !stemMatches(one, skipped) && isStopWord(skipped)) {
      gaps -= 1;
      at += 1;
    }
    if (!stemMatches(one, words[at])) return null;
    at += 1;
  }
  return at;
}

export function entriesOf(list: string): string[] {
  return list.split(",").flatMap((entry) => entry.trim() || []);
}

function stemsOf(entry: string, language: Language): string[] {
  return entry
    .split(/\s+/)
    .flatMap((part) =>
      part.endsWith("*")
        ? [`${fold(part.slice(0, -1))}*`]
        : part.startsWith("=")
          ? [`=${fold(part.slice(1))}`]
          : splitWords(part, language).map(({ folded }) => stem(folded, language)),
    );
}

function stemMatches(wanted: string, word: Word | undefined): boolean {
  if (!word) return false;
  if (wanted.startsWith("=")) return word.folded === wanted.slice(1);
  return wanted.endsWith("*") ? word.folded.startsWith(wanted.slice(0, -1)) : word.stem === wanted;
}
