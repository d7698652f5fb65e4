import { fold, words as wordsIn } from "~/lib/words";
import goods from "./goods.json";
import qualities from "./qualities.json";
import traits from "./traits.json";
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
  "balance regal trombone bank korb uhr angel brief rat art pie red sale pain coin chat main vis sol box bus note mobile hose rock hut pull robe four fer the or collar gilet coin pan bote fan cap pilot slip body mist gift four ring plan pile course".split(
    " ",
  ),
);
const ENGLISH = 0;
/** Folded phrases of up to this many words are looked up. */
const MAX_PHRASE = 4;
const GERMAN = 1;
/** Letters of either part of a compound, and one more of its end. */
const MIN_PART = 3;
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

const toNames = (row: readonly string[]): Names => row.map((names) => names.split("|"));
const things: Names[] = [...table, ...goods].map(toNames);
const byName = new Map<string, Entry[]>();
/** The same by `rootOf` the name in its own language. */
const byRoot = new Map<string, Entry>();
for (const names of [...things, ...[...traits, ...qualities].map(toNames)]) {
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

/** Names of which a language has several, and names of several things, are tried so far. */
const CHOICES = [
  { choice: 0, sense: 0 },
  { choice: 0, sense: 1 },
  { choice: 1, sense: 0 },
  { choice: 2, sense: 0 },
];

/**
 * The text with the names of things that `isStrange` put in each of `targets`: "Regenjacke" as "rain jacket". Each with the
 * words that it replaced; empty where no strange word is known in any language.
 */
export function translationsOf(
  text: string,
  locale: string,
  isStrange: (folded: string) => boolean,
  targets: readonly string[] = LANGUAGES,
): { words: string; translated: { from: string; to: string }[] }[] {
  const parts = readParts(text, locale.slice(0, 2).toLowerCase(), isStrange);
  if (parts.every(({ senses }) => senses.length === 0)) return [];
  const places = targets.map((target) => LANGUAGES.indexOf(target)).filter((place) => place !== -1);
  const found = CHOICES.flatMap(({ choice, sense }) =>
    places.map((place) => translateTo(place, parts, choice, sense)),
  );
  const distinct = new Map(found.map((one) => [one.words, one]));
  return [...distinct.values()].filter(
    ({ words, translated }) => translated.length > 0 && words !== fold(text),
  );
}

interface Part {
  written: string;
  /** What it may mean, each as the thing that it names, or as each element of a compound; none for words that stay. */
  senses: Entry[][];
}

function readParts(text: string, language: string, isStrange: (folded: string) => boolean): Part[] {
  const all = wordsIn(text);
  const parts: Part[] = [];
  for (let index = 0; index < all.length; ) {
    const { senses, length } = longestAt(all, index, language, isStrange);
    parts.push({ written: all.slice(index, index + length).join(" "), senses });
    index += length;
  }
  return parts;
}

function longestAt(
  all: readonly string[],
  index: number,
  language: string,
  isStrange: (folded: string) => boolean,
) {
  for (let length = Math.min(MAX_PHRASE, all.length - index); length > 0; length -= 1) {
    const phrase = all.slice(index, index + length);
    if (!phrase.some(isStrange)) continue;
    const key = phrase.join(" ");
    const isFalse = language === "en" && FALSE_FRIENDS.has(key);
    const entries = findAll(key, LANGUAGES.indexOf(language)).filter(
      (entry) => !isFalse || entry.language === ENGLISH,
    );
    if (entries.length > 0) return { senses: entries.map((entry) => [entry]), length };
  }
  const word = all[index] ?? "";
  const parted = isStrange(word) ? compound(word) : [];
  return { senses: parted.length > 0 ? [parted] : [], length: 1 };
}

/** A name as it stands, or in another number, gender or case; in the shopper's own language first. */
function findAll(key: string, own: number): Entry[] {
  const found = byName.get(key) ?? LANGUAGES.flatMap((_, language) => findForm(key, language, own) ?? []);
  if (found.length < 2) return found;
  const distinct = [
    ...new Map(found.toReversed().map((entry) => [entry.names, entry])).values(),
  ].toReversed();
  return [
    ...distinct.filter(({ language }) => language === own),
    ...distinct.filter(({ language }) => language !== own),
  ];
}

function findForm(key: string, language: number, own: number): Entry | undefined {
  return mayBeInflected(key, language, own) ? byRoot.get(`${language} ${rootOf(key, language)}`) : undefined;
}

/** "Jack" is no form of "Jacke", nor "set" of "seta", unless the shopper speaks that language. */
const mayBeInflected = (key: string, language: number, own: number) => language === own || key.length > 4;

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
    const head = findGerman(word.slice(cut));
    const first = findGerman(word.slice(0, cut)) ?? findGerman(word.slice(0, cut).replace(/(?:s|n|-)$/, ""));
    if (head && first) return [first, head];
  }
  return [];
}

function findGerman(key: string): Entry | undefined {
  const exact = byName.get(key)?.find(({ language }) => language === GERMAN);
  return exact ?? findForm(key, GERMAN, GERMAN);
}

function translateTo(language: number, parts: readonly Part[], choice: number, sense: number) {
  const translated: { from: string; to: string }[] = [];
  const words = parts.map(({ written, senses }) => {
    const entries = senses[sense] ?? senses[0] ?? [];
    const names = entries.map(({ names }) => names[language]?.[choice] ?? names[language]?.[0] ?? "");
    const to = names.join(" ");
    // In its own language it may still have a commoner name: a "mic" is a microphone.
    const isSame = rootOf(to, language) === rootOf(written, language);
    if (entries.length === 0 || to === "" || isSame) return written;
    translated.push({ from: written, to });
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

const GOODS_ROOTS = new Set(
  things.flatMap((names) =>
    names.flatMap((ofLanguage, language) =>
      ofLanguage.map((name) => `${language} ${rootOf(keyOf(name), language)}`),
    ),
  ),
);
const GOODS = new Set(things.flat(2).map(keyOf));

/** Whether the words name, in any language, something that is bought, rather than what it is made of or for. */
export function isGoods(phrase: string): boolean {
  const key = keyOf(phrase);
  return (
    GOODS.has(key) ||
    LANGUAGES.some(
      (_, language) =>
        mayBeInflected(key, language, ENGLISH) && GOODS_ROOTS.has(`${language} ${rootOf(key, language)}`),
    )
  );
}

/** Whether a word is, or ends in, a German name of something that is bought: "Stoffpuppe". */
export function endsInGoods(word: string): boolean {
  const folded = fold(word);
  const isKnown = (part: string) => GOODS_ROOTS.has(`${GERMAN} ${rootOf(part, GERMAN)}`);
  return (
    isKnown(folded) ||
    Array.from({ length: Math.max(0, folded.length - 2 * MIN_PART) }, (_, at) =>
      folded.slice(MIN_PART + at),
    ).some(isKnown)
  );
}

/** Whether the words name a thing of the table in that language. */
export function isThing(phrase: string, language: string): boolean {
  const place = LANGUAGES.indexOf(language);
  return (byName.get(keyOf(phrase)) ?? []).some((entry) => entry.language === place);
}
