import de from "../lexicon/de.json";
import en from "../lexicon/en.json";
import es from "../lexicon/es.json";
import fr from "../lexicon/fr.json";
import it from "../lexicon/it.json";
import pt from "../lexicon/pt.json";
import { createMending } from "./mend-words";
import { fold, type Language, splitWords, stem, type Word } from "./words";

/** An idea that questions in a shop are made of, whatever words name it. `stop` is no idea: words that say nothing alone. */
export type Concept = Exclude<keyof typeof en, "stop">;

/** Words `start` up to (not including) `end` name the concept. */
export interface Mention {
  concept: Concept;
  start: number;
  end: number;
}

interface Phrase {
  concept: Concept;
  /** Stems; one that ends in * stands for every word that begins so, one that begins with = for that very form. */
  stems: string[];
}

/** What one language calls the concepts. Entries are comma-separated words and phrases; `*` after a word's beginning takes any ending, `=` before it none but its own. */
export interface Lexicon {
  isStopWord(word: Word): boolean;
  /** Whether the language has this very word. */
  knows(word: Word): boolean;
  findMentions(words: Word[]): Mention[];
  /** The same words with slips of the keyboard put right and two that were written as one taken apart. */
  mend(words: Word[]): Word[];
}

const SOURCES: Record<Language, Record<string, string>> = { en, es, fr, de, pt, it };
const cache = new Map<Language, Lexicon>();

export function lexiconOf(language: Language): Lexicon {
  const known = cache.get(language);
  if (known) return known;
  const built = buildLexicon(language, SOURCES[language]);
  cache.set(language, built);
  return built;
}

function buildLexicon(language: Language, source: Record<string, string>): Lexicon {
  const stopWords = new Set(entriesOf(source.stop ?? "").map(fold));
  const byFirst = new Map<string, Phrase[]>();
  const prefixes = new Map<string, Phrase[]>();
  const vocabulary = new Set<string>();
  const forms = new Map<string, string>();
  for (const [concept, list] of Object.entries(source)) {
    if (concept === "stop") continue;
    for (const entry of entriesOf(list)) {
      const stems = stemsOf(entry, language);
      const first = stems[0];
      if (first === undefined) continue;
      const index = first.endsWith("*") ? prefixes : byFirst;
      const key = first.endsWith("*") ? first.slice(0, 3) : first;
      index.set(key, [...(index.get(key) ?? []), { concept: concept as Concept, stems }]);
      for (const one of stems) if (!/^=|\*$/.test(one)) vocabulary.add(one);
      for (const word of splitWords(entry.replace(/[*=]/g, ""), language)) forms.set(word.folded, word.stem);
    }
  }
  const isStopWord = (word: Word) => stopWords.has(word.folded);
  const begins = (word: Word) => prefixes.get(word.folded.slice(0, 3)) ?? [];
  const knows = (word: Word) =>
    isStopWord(word) ||
    vocabulary.has(word.stem) ||
    begins(word).some(({ stems }) => stemMatches(stems[0] ?? "", word));
  const mendWord = createMending({ stopWords, vocabulary, forms, knows, language });
  const mend = (words: Word[]): Word[] => words.flatMap((word) => mendWord(word));

  return {
    isStopWord,
    knows,
    mend,
    findMentions(words) {
      const mended = words.map((word) => mendWord(word, { mayBreak: false })[0] ?? word);
      return mended.flatMap((word, start) =>
        [
          ...(byFirst.get(word.stem) ?? []),
          ...(byFirst.get(`=${word.folded}`) ?? []),
          ...begins(word),
        ].flatMap(({ concept, stems }) => {
          const end = endOfPhrase(stems, mended, start, isStopWord);
          return end === null ? [] : { concept, start, end };
        }),
      );
    },
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

function entriesOf(list: string): string[] {
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
