import { fold, words as wordsIn } from "~/lib/words";
import table from "./translations.json";

/** The names of one thing, language by language: English, German, French, Spanish, Italian, Portuguese. */
type Names = readonly (readonly string[])[];

interface Entry {
  names: Names;
  /** The language's place. */
  language: number;
}

/** Words of other languages that mean something else in English. */
const FALSE_FRIENDS = new Set(
  "hose rock hut pull robe four fer the or collar gilet coin pan bote fan cap pilot slip body mist gift four ring plan pile course".split(
    " ",
  ),
);
const ENGLISH = 0;
/** Folded phrases of up to this many words are looked up. */
const MAX_PHRASE = 4;
const GERMAN = 1;
const LANGUAGES = ["en", "de", "fr", "es", "it", "pt"];

/** By language, the endings that a noun takes on or changes; at least three letters are left. */
const ENDINGS = [
  /(?<=.{3})(?:(?<=[sxzh])es|s)$/,
  /(?<=.{3})(?:en|er|es|e|n|s)$/,
  /(?<=.{3})[sx]$/,
  /(?<=.{3})(?:(?<=[^aeiou])es|s)$/,
  /(?<=.{3})(?:hi|he|[oaei])$/,
  /(?<=.{3})(?:oes|aes|ao|(?<=[^aeiou])es|s)$/,
];

const things: Names[] = table.map((row) => row.map((names) => names.split("|")));
const byName = new Map<string, Entry[]>();
/** The same by `rootOf` the name in its own language. */
const byRoot = new Map<string, Entry>();
for (const names of things) {
  for (const [language, ofLanguage] of names.entries()) {
    for (const name of ofLanguage) {
      for (const key of new Set([keyOf(name), withoutSmall(keyOf(name))])) {
        byName.set(key, [...(byName.get(key) ?? []), { names, language }]);
        const root = `${language} ${rootOf(key, language)}`;
        if (!byRoot.has(root)) byRoot.set(root, { names, language });
      }
    }
  }
}

/**
 * The text with the names of things that `isStrange` put in other languages, English first: "Regenjacke" as "rain jacket".
 * Each with the words that it replaced; empty where no strange word is known in any language.
 */
export function translationsOf(
  text: string,
  locale: string,
  isStrange: (folded: string) => boolean,
): { words: string; translated: { from: string; to: string }[] }[] {
  const isEnglish = locale.toLowerCase().startsWith("en");
  const parts = readParts(text, isEnglish, isStrange);
  if (parts.every(({ entries }) => entries.length === 0)) return [];
  const found = Array.from({ length: 6 }, (_, language) => translateTo(language, parts));
  // A second English name, as in jumper and sweater.
  const all = [...found.slice(0, 1), translateTo(0, parts, 1), ...found.slice(1)];
  const distinct = new Map(all.map((one) => [one.words, one]));
  return [...distinct.values()].filter(
    ({ words, translated }) => translated.length > 0 && words !== fold(text),
  );
}

interface Part {
  written: string;
  /** Of the thing that it names, each element of a compound apart; empty for words that stay. */
  entries: Entry[];
}

function readParts(text: string, isEnglish: boolean, isStrange: (folded: string) => boolean): Part[] {
  const all = wordsIn(text);
  const parts: Part[] = [];
  for (let index = 0; index < all.length; ) {
    const { entries, length } = longestAt(all, index, isEnglish, isStrange);
    parts.push({ written: all.slice(index, index + length).join(" "), entries });
    index += length;
  }
  return parts;
}

function longestAt(
  all: readonly string[],
  index: number,
  isEnglish: boolean,
  isStrange: (folded: string) => boolean,
) {
  for (let length = Math.min(MAX_PHRASE, all.length - index); length > 0; length -= 1) {
    const phrase = all.slice(index, index + length);
    if (!phrase.some(isStrange)) continue;
    const entry = find(phrase.join(" "));
    const isFalse = isEnglish && entry?.language !== ENGLISH && FALSE_FRIENDS.has(phrase.join(" "));
    if (entry && !isFalse) return { entries: [entry], length };
  }
  const word = all[index] ?? "";
  return { entries: isStrange(word) ? compound(word) : [], length: 1 };
}

/** A name as it stands, or in another number, gender or case. */
function find(key: string): Entry | undefined {
  const [exact] = byName.get(key) ?? [];
  if (exact) return exact;
  for (const language of LANGUAGES.keys()) {
    const found = byRoot.get(`${language} ${rootOf(key, language)}`);
    if (found) return found;
  }
  return undefined;
}

/** Each word of a name without its ending. */
function rootOf(key: string, language: number): string {
  const ending = ENDINGS[language];
  return ending
    ? key
        .split(" ")
        .map((word) => word.replace(ending, ""))
        .join(" ")
    : key;
}

/** "Lederjacke" is leather and a jacket. */
function compound(word: string): Entry[] {
  for (let cut = 3; cut <= word.length - 3; cut += 1) {
    const head = germanOf(find(word.slice(cut)));
    const first = germanOf(find(word.slice(0, cut)) ?? find(word.slice(0, cut).replace(/(?:s|n|-)$/, "")));
    if (head && first) return [first, head];
  }
  return [];
}

function germanOf(entry: Entry | undefined): Entry | undefined {
  return entry?.language === GERMAN ? entry : undefined;
}

function translateTo(language: number, parts: readonly Part[], choice = 0) {
  const translated: { from: string; to: string }[] = [];
  const words = parts.map(({ written, entries }) => {
    const names = entries.map(({ names }) => names[language]?.[choice] ?? names[language]?.[0] ?? "");
    const to = names.join(" ");
    if (entries.length === 0 || entries.every((entry) => entry.language === language) || to === "")
      return written;
    if (to !== written) translated.push({ from: written, to });
    return to;
  });
  return { words: words.join(" "), translated };
}

/** As searches write it: "sac dos" for "sac à dos". */
function withoutSmall(key: string): string {
  return key.replace(/(?<=\s)(?:a|de|da|di|do|del|en|per|para|pour|of)\s/g, "");
}

function keyOf(name: string): string {
  return wordsIn(name).join(" ");
}

/** How many words of the text are names of things in that language, also in the plural: "sacs à dos" are three of French. */
export function countThingWords(text: string, language: string): number {
  const place = LANGUAGES.indexOf(language);
  if (place === -1) return 0;
  const all = wordsIn(text);
  let count = 0;
  for (let index = 0; index < all.length; index += 1) {
    for (let length = Math.min(MAX_PHRASE, all.length - index); length > 0; length -= 1) {
      const root = rootOf(all.slice(index, index + length).join(" "), place);
      if (!byRoot.has(`${place} ${root}`)) continue;
      count += length;
      index += length - 1;
      break;
    }
  }
  return count;
}

/** Whether the words name a thing of the table in that language. */
export function isThing(phrase: string, language: string): boolean {
  const place = LANGUAGES.indexOf(language);
  return (byName.get(keyOf(phrase)) ?? []).some((entry) => entry.language === place);
}
