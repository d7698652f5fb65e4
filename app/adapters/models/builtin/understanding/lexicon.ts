import de from "../lexicon/de.json";
import en from "../lexicon/en.json";
import es from "../lexicon/es.json";
import fr from "../lexicon/fr.json";
import it from "../lexicon/it.json";
import pt from "../lexicon/pt.json";
import { createMending } from "./mend-words";
import { createPhraseFinder, entriesOf, type FoundPhrase } from "./phrase-finder";
import { fold, type Language, type Word } from "./words";

/** An idea that questions in a shop are made of, whatever words name it. `stop` is no idea: words that say nothing alone. */
export type Concept = Exclude<keyof typeof en, "stop">;

/** Words that name a concept. */
export type Mention = FoundPhrase<Concept>;

/** What one language calls the concepts. */
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

/** "En M ?" asks for a size, "m'en" does not. */
function isSize({ written, isElided = false }: Word): boolean {
  return !isElided && /^[SML]$/.test(written);
}

function buildLexicon(language: Language, { stop = "", ...concepts }: Record<string, string>): Lexicon {
  const stopWords = new Set(entriesOf(stop).map(fold));
  const isStopWord = (word: Word) => stopWords.has(word.folded) && !isSize(word);
  const finder = createPhraseFinder(language, Object.entries(concepts) as [Concept, string][], isStopWord);
  const { vocabulary, forms } = finder;
  const knows = (word: Word) => isStopWord(word) || vocabulary.has(word.stem) || finder.hasBeginning(word);
  const mendWord = createMending({ stopWords, vocabulary, forms, knows, language });
  return {
    isStopWord,
    knows,
    mend: (words) => words.flatMap((word) => mendWord(word)),
    findMentions: (words) => finder.find(words.map((word) => mendWord(word, { mayBreak: false })[0] ?? word)),
  };
}
