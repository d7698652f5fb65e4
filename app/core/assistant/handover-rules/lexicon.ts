import { fold } from "~/lib/words";
import type { Language } from "../../settings/phrases";
import { LANGUAGES } from "../../settings/settings";
import de from "./lexicon/de.json";
import en from "./lexicon/en.json";
import es from "./lexicon/es.json";
import fr from "./lexicon/fr.json";
import it from "./lexicon/it.json";
import pt from "./lexicon/pt.json";

/** Ideas that matter to whether a person is called in, whatever words name them. */
export type Idea = keyof typeof en;

/** Entries are comma-separated phrases without accents or apostrophes; `*` at a word's end takes any ending. */
type Source = Record<Idea, string>;

const SOURCES: Record<Language, Source> = { en, es, fr, de, pt, it };

/** A phrase in a text: `words` are the text's, from `start` up to (not including) `end`. */
export interface Mention {
  start: number;
  end: number;
}

/** A word of a phrase; an open one takes any ending. */
interface Part {
  text: string;
  isOpen: boolean;
}
type Phrase = Part[];

/** The phrases of an idea by their first word, so that a word of a text is held against few of them. */
interface Phrasebook {
  closed: ReadonlyMap<string, Phrase[]>;
  /** Those whose first word is open. */
  open: Phrase[];
}

const compiled = new Map<string, Phrasebook>();

function phrasesOf(language: Language, idea: Idea): Phrasebook {
  const key = `${language} ${idea}`;
  const known = compiled.get(key);
  if (known) return known;
  const phrasebook = compile(SOURCES[language][idea]);
  compiled.set(key, phrasebook);
  return phrasebook;
}

function compile(source: string): Phrasebook {
  const phrases = source.split(",").map((phrase) => phrase.trim().split(" ").map(readPart));
  const closed = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const [first] = phrase;
    if (!first || first.isOpen) continue;
    closed.set(first.text, [...(closed.get(first.text) ?? []), phrase]);
  }
  return { closed, open: phrases.filter(([first]) => first?.isOpen) };
}

function readPart(part: string): Part {
  return part.endsWith("*") ? { text: part.slice(0, -1), isOpen: true } : { text: part, isOpen: false };
}

/** The words of a text as the lexicon writes them. French elides ("j'exige"): there an apostrophe parts words as well. */
export function readWords(text: string, language: Language): string[] {
  const parts = language === "fr" || language === "it" ? " " : "";
  return (
    fold(text)
      .replace(/['’‘`´]/g, parts)
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Where the words speak of the idea; a place that two phrases name counts once. */
export function findMentions(words: readonly string[], language: Language, idea: Idea): Mention[] {
  const { closed, open } = phrasesOf(language, idea);
  return words.flatMap((word, start) => {
    const lengths = [...(closed.get(word) ?? []), ...open]
      .filter((phrase) => phrase.every((part, offset) => matches(part, words[start + offset])))
      .map(({ length }) => length);
    return lengths.length > 0 ? { start, end: start + Math.max(...lengths) } : [];
  });
}

function matches({ text, isOpen }: Part, word: string | undefined): boolean {
  if (word === undefined) return false;
  return isOpen ? word.startsWith(text) : text === word;
}

/** The language in which `score` finds most in the text, the likely one where several find as much; null where none does. */
export function findLanguage(
  text: string,
  likely: Language,
  score: (words: string[], language: Language) => number,
): Language | null {
  const inOrder = [likely, ...LANGUAGES.filter((language) => language !== likely)];
  const scored = inOrder.map((language) => ({ language, found: score(readWords(text, language), language) }));
  const best = scored.reduce((top, one) => (one.found > top.found ? one : top));
  return best.found > 0 ? best.language : null;
}
