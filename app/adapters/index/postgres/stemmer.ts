import { LRUCache } from "lru-cache";
import { fold } from "~/lib/words";
import type { Sql } from "./sql";

/** Snowball's languages by the names of PostgreSQL's dictionaries; those that an older server lacks are left out. */
const DICTIONARIES: Record<string, string> = {
  ar: "arabic_stem",
  hy: "armenian_stem",
  eu: "basque_stem",
  ca: "catalan_stem",
  da: "danish_stem",
  nl: "dutch_stem",
  en: "english_stem",
  et: "estonian_stem",
  fi: "finnish_stem",
  fr: "french_stem",
  de: "german_stem",
  el: "greek_stem",
  hi: "hindi_stem",
  hu: "hungarian_stem",
  id: "indonesian_stem",
  ga: "irish_stem",
  it: "italian_stem",
  lt: "lithuanian_stem",
  ne: "nepali_stem",
  no: "norwegian_stem",
  pt: "portuguese_stem",
  ro: "romanian_stem",
  ru: "russian_stem",
  sr: "serbian_stem",
  es: "spanish_stem",
  sv: "swedish_stem",
  ta: "tamil_stem",
  tr: "turkish_stem",
  yi: "yiddish_stem",
};
const CACHED_WORDS = 200_000;
/** Codes and very long runs stay as they are. */
const MAX_WORD = 40;
const CODE = /\p{N}/u;

/** Stems by PostgreSQL's own dictionaries, folded, so that words with and without accents meet. */
export interface Stemmer {
  /** Every word with its stems, one a language and fewer where they agree. Stop words have none. */
  stem(words: readonly string[], languages: readonly string[]): Promise<Map<string, string[]>>;
  /** Whether there is a dictionary of the language; words of others are their own stems. */
  knows(language: string): Promise<boolean>;
  /** How to stem the word in a statement of one's own; null where its stem is known. */
  unstemmed(word: string, language: string): Promise<{ dictionary: string } | null>;
  /** Keeps what such a statement said. */
  learn(word: string, language: string, stem: string): void;
}

export function createStemmer(sql: Sql): Stemmer {
  const cache = new LRUCache<string, string>({ max: CACHED_WORDS });
  let available: Promise<Set<string>> | undefined;

  async function readAvailable(): Promise<Set<string>> {
    const rows = await sql.query<{ name: string }>(`SELECT dictname AS name FROM pg_ts_dict`);
    return new Set(rows.map(({ name }) => name));
  }

  async function knows(language: string): Promise<boolean> {
    available ??= readAvailable().catch((error) => {
      available = undefined;
      throw error;
    });
    const dictionary = DICTIONARIES[language];
    return dictionary !== undefined && (await available).has(dictionary);
  }

  async function fill(words: readonly string[], language: string): Promise<void> {
    const missing = words.filter((word) => !cache.has(key(language, word)));
    if (missing.length === 0) return;
    if (!(await knows(language))) {
      for (const word of missing) cache.set(key(language, word), fold(word));
      return;
    }
    const rows = await sql.query<{ word: string; stem: string | null }>(
      `SELECT word, CASE WHEN lexemes IS NULL THEN word ELSE coalesce(lexemes[1], '') END AS stem
       FROM (SELECT word, ts_lexize($1::regdictionary, word) AS lexemes FROM unnest($2::text[]) AS word) AS stemmed`,
      [DICTIONARIES[language], missing],
    );
    for (const { word, stem } of rows) cache.set(key(language, word), foldStem(stem ?? word, language));
  }

  return {
    knows,
    async unstemmed(word, language) {
      if (!isStemmed(word) || cache.has(key(language, word)) || !(await knows(language))) return null;
      return { dictionary: DICTIONARIES[language] as string };
    },
    learn: (word, language, stem) => void cache.set(key(language, word), foldStem(stem, language)),
    async stem(words, languages) {
      const plain = [...new Set(words)];
      const toStem = plain.filter(isStemmed);
      for (const language of languages) await fill(toStem, language);
      const stemmed = new Set(toStem);
      return new Map(
        plain.map((word) => {
          if (!stemmed.has(word)) return [word, [fold(word).slice(0, MAX_WORD)]];
          const stems = languages.map((language) => cache.get(key(language, word)) ?? fold(word));
          return [word, [...new Set(stems)].filter(Boolean)];
        }),
      );
    },
  };
}

/** French takes more off "fumée" than off "fumee", which is how many people write it. */
export function foldStem(stem: string, language: string): string {
  const folded = fold(stem);
  return language === "fr" && folded.length > 3 ? folded.replace(/e$/, "") : folded;
}

const isStemmed = (word: string) => !CODE.test(word) && word.length <= MAX_WORD;
const key = (language: string, word: string) => `${language} ${word}`;
