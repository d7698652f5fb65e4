import { words } from "~/lib/words";

/** A word or a phrase that stands for a concept. */
export interface ConceptEntry {
  concept: string;
  /** Folded. */
  first: string;
  /** The beginnings of the words that follow it soon. */
  rest: readonly string[];
  /** How many letters a word may have beyond `first`; 0 for the whole word alone. */
  reach: number;
  /** Whether it may end a longer word: "frist" in "rucksendefrist". */
  endsCompounds?: boolean;
  /** Whether its words say nothing else where they stand together: "send back" is no shipping. */
  isWhole?: boolean;
}

/** A concept that a text names, and the places of the words that name it. */
export interface ConceptMention {
  concept: string;
  /** Places among the text's words, in order. */
  places: readonly number[];
  /** Whether the words say nothing else there. */
  isWhole: boolean;
}

/** The mentions of concepts in a text, as words of `conceptWords`. */
export type ConceptFinder = (all: readonly string[]) => ConceptMention[];

/** How often a text speaks of each concept. */
export type ConceptCounter = (text: string) => Map<string, number>;

/** How many words further on the next word of a phrase may stand. */
const MAX_DISTANCE = 4;
/** After so short a word of a phrase the next one has to follow at once. */
const TIGHT = 2;
const MAX_BEGINNING = 20;
/** Parts of compounds; shorter ones are in too many words. */
const MIN_FRONT = 3;
const MIN_END = 5;
const MAX_COMPOUND = 40;
/** How much inflection a compound's end may carry. */
const MAX_INFLECTION = 2;
/** What French and Italian put before a vowel, with its apostrophe. */
const ELISION =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|un|dell|all|nell|sull|dall|quell|quest|cos|dov|com)['’](?=\p{L}{2})/giu;

/** A text with "l'envoi" as two words; "don't" stays one. */
export const splitElisions = (text: string) => text.replace(ELISION, " ");

/**
 * Lines of words by concept: "_" joins the words of a phrase that may stand a little apart, "+" those that follow at
 * once, a full stop ends a word that has to be whole, an exclamation mark a phrase whose words say nothing by themselves.
 */
export function readEntries(
  lines: Readonly<Record<string, string>>,
  reachOf: (beginning: string) => number,
): ConceptEntry[] {
  return Object.entries(lines).flatMap(([concept, line]) =>
    line.split(" ").map((entry) => {
      const [first = "", ...rest] = entry.replace(/[.!]$/, "").split(/[_-]|(?=\+)/);
      const reach = entry.endsWith(".") ? 0 : reachOf(first);
      return { concept, first, rest, reach, ...(entry.endsWith("!") && { isWhole: true }) };
    }),
  );
}

/** The words of a text as concepts are looked for in them: "l'envoi" is two, "don't" is one. */
export const conceptWords = (text: string) =>
  words(splitElisions(text).replace(/['’]/g, "").replace(/-/g, " "));

export function createConceptFinder(entries: readonly ConceptEntry[]): ConceptFinder {
  const byFirst = new Map<string, ConceptEntry[]>();
  for (const entry of entries) byFirst.set(entry.first, [...(byFirst.get(entry.first) ?? []), entry]);

  function mentionsAt(all: readonly string[], index: number): ConceptMention[] {
    const word = all[index] ?? "";
    const found = new Map<string, ConceptMention>();
    const add = ({ concept, isWhole = false }: ConceptEntry, places: number[] | null) => {
      if (places && (isWhole || !found.has(concept))) found.set(concept, { concept, places, isWhole });
    };
    for (const beginning of beginningsOf(word)) {
      for (const entry of byFirst.get(beginning) ?? [])
        if (word.length - beginning.length <= entry.reach) add(entry, follow(entry.rest, all, index));
    }
    for (const end of endsOf(word)) {
      for (const entry of byFirst.get(end) ?? [])
        if (entry.endsCompounds && entry.rest.length === 0) add(entry, [index]);
    }
    return [...found.values()];
  }

  return (all) => {
    const mentions = all.flatMap((_, index) => mentionsAt(all, index));
    const taken = new Set(mentions.filter(({ isWhole }) => isWhole).flatMap(({ places }) => places));
    return mentions.filter(
      ({ isWhole, places }) => isWhole || places.length > 1 || !taken.has(places[0] ?? -1),
    );
  };
}

export function createConceptCounter(entries: readonly ConceptEntry[]): ConceptCounter {
  const find = createConceptFinder(entries);
  return (text) => {
    const counts = new Map<string, number>();
    for (const { concept } of find(conceptWords(text))) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    return counts;
  };
}

function beginningsOf(word: string): string[] {
  const longest = Math.min(word.length, MAX_BEGINNING);
  const beginnings = [word];
  for (let length = 2; length < longest; length += 1) beginnings.push(word.slice(0, length));
  return beginnings;
}

/** What a compound may end with, without up to a few letters of inflection. */
function endsOf(word: string): string[] {
  if (word.length > MAX_COMPOUND) return [];
  const ends: string[] = [];
  for (let start = MIN_FRONT; start <= word.length - MIN_END; start += 1) {
    for (let cut = 0; cut <= MAX_INFLECTION; cut += 1) {
      const end = word.slice(start, word.length - cut);
      if (end.length >= MIN_END) ends.push(end);
    }
  }
  return ends;
}

/** The places of a phrase's words from `index` on; null where it does not go on like that. */
function follow(rest: readonly string[], all: readonly string[], index: number): number[] | null {
  const places = [index];
  for (const beginning of rest) {
    const last = places.at(-1) ?? index;
    const isTight = beginning.startsWith("+") || (all[last] ?? "").length <= TIGHT;
    const near = all.slice(last + 1, last + 1 + (isTight ? 1 : MAX_DISTANCE));
    const next = near.findIndex((word) => beginsWith(word, beginning.replace("+", "")));
    if (next === -1) return null;
    places.push(last + 1 + next);
  }
  return places;
}

/** So short that only the whole word counts. */
const MIN_BEGINNING = 4;
const beginsWith = (word: string, beginning: string) =>
  word === beginning || (beginning.length >= MIN_BEGINNING && word.startsWith(beginning));
