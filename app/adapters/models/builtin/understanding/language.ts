import { detectAll } from "tinyld/light";
import { countThingWords } from "~/core/knowledge/product-words/translations";
import { LANGUAGES } from "~/core/settings/settings";
import { lexiconOf } from "./lexicon";
import { type Language, splitWords } from "./words";

/** The page's language counts as much as one telling word; what the shopper wrote before, a little more. */
const PAGE_PRIOR = 1;
const HABIT_PRIOR = 1.2;
/** A lead of so many telling words over the other languages needs no further look at the letters. */
const SURE_LEAD = 2;
/** What the statistics of letters count at most. */
const LETTERS_WEIGHT = 1.2;

/**
 * The language of the newest text, or null when it is one that we do not speak. Short messages ("ok", "#1001") are
 * taken to be in the language of the text before them, then of the page.
 */
export function detectLanguage(texts: string[], locale: string): Language | null {
  const newest = texts.at(-1) ?? "";
  const page = findLanguage(locale);
  const before = texts.slice(0, -1).findLast((text) => splitWords(text, "en").length >= 3);
  const habit = before === undefined ? null : detectLanguage([before], locale);
  const byWords = rank((language) => {
    const prior = (language === page ? PAGE_PRIOR : 0) + (language === habit ? HABIT_PRIOR : 0);
    return countTellingWords(newest, language) + prior;
  });
  const social = socialLanguage(newest, page);
  if (social) return social;
  if (byWords.lead >= SURE_LEAD) return byWords.language;

  const letters = newest.replace(/\S+@\S+|\S*\d\S*/g, " ").trim();
  const guesses = letters.length < 6 ? [] : detectAll(letters);
  const known = Math.max(...LANGUAGES.map((language) => countTellingWords(newest, language)));
  if (isForeign(guesses[0]) && known * 3 <= splitWords(letters, "en").length) return null;
  return rank((language) => {
    const guess = guesses.find(({ lang }) => lang === language)?.accuracy ?? 0;
    return byWords.scoreOf(language) + guess * LETTERS_WEIGHT;
  }).language;
}

/** Words of a courtesy at most. */
const COURTESY = 4;

/** "Danke", "tschüss" on a page in another language: words of courtesy that one language has and the page's has not. */
function socialLanguage(text: string, page: Language | null): Language | null {
  const isSocial = (language: Language) => {
    const words = splitWords(text, language);
    if (words.length > COURTESY) return false;
    const lexicon = lexiconOf(language);
    const said = lexicon
      .findMentions(words)
      .filter(({ concept }) => concept === "greeting" || concept === "thanks" || concept === "bye");
    const explained = new Set(
      said.flatMap(({ start, end }) => words.slice(start, end).map((_, at) => start + at)),
    );
    return said.length > 0 && words.every((word, at) => explained.has(at) || lexicon.isStopWord(word));
  };
  if (page && isSocial(page)) return null;
  const speaking = LANGUAGES.filter(isSocial);
  return speaking.length === 1 ? (speaking[0] ?? null) : null;
}

function rank(score: (language: Language) => number) {
  const ranked = LANGUAGES.map((language) => ({ language, score: score(language) }));
  const sorted = ranked.toSorted((a, b) => b.score - a.score);
  return {
    language: sorted[0]?.language ?? LANGUAGES[0],
    lead: (sorted[0]?.score ?? 0) - (sorted[1]?.score ?? 0),
    scoreOf: (language: Language) => ranked.find((one) => one.language === language)?.score ?? 0,
  };
}

function isForeign(guess: { lang: string; accuracy: number } | undefined): boolean {
  return guess !== undefined && guess.accuracy > 0.5 && findLanguage(guess.lang) === null;
}

function findLanguage(locale: string): Language | null {
  const primary = locale.toLowerCase().split(/[-_]/)[0];
  return LANGUAGES.find((language) => language === primary) ?? null;
}

function countTellingWords(text: string, language: Language): number {
  const lexicon = lexiconOf(language);
  const telling = splitWords(text, language).reduce((sum, word) => {
    // "USB c" speaks no French: what is only ever written with an apostrophe tells nothing without one.
    if (/^[cdjlmnst]$/.test(word.folded) && !word.isElided) return sum;
    if (lexicon.isStopWord(word)) return sum + 1;
    return lexicon.knows(word) ? sum + 0.9 : sum;
  }, 0);
  // The small words in the names of things are words of other languages too: "sac à dos".
  return Math.max(telling, countThingWords(text, language));
}
