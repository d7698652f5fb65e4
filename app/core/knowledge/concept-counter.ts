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
}

/** How often a text speaks of each concept. */
export type ConceptCounter = (text: string) => Map<string, number>;

/** How many words further on the next word of a phrase may stand. */
const MAX_DISTANCE = 3;
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

/** Lines of words by concept: "_" joins the words of a phrase, a full stop ends a word that has to be whole. */
export function readEntries(
  lines: Readonly<Record<string, string>>,
  reachOf: (beginning: string) => number,
): ConceptEntry[] {
  return Object.entries(lines).flatMap(([concept, line]) =>
    line.split(" ").map((entry) => {
      const [first = "", ...rest] = entry.replace(/\.$/, "").split("_");
      return { concept, first, rest, reach: entry.endsWith(".") ? 0 : reachOf(first) };
    }),
  );
}

export function createConceptCounter(entries: readonly ConceptEntry[]): ConceptCounter {
  const byFirst = new Map<string, ConceptEntry[]>();
  for (const entry of entries) byFirst.set(entry.first, [...(byFirst.get(entry.first) ?? []), entry]);

  function conceptsAt(all: string[], index: number): Set<string> {
    const word = all[index] ?? "";
    const found = new Set<string>();
    for (const beginning of beginningsOf(word)) {
      for (const { concept, rest, reach } of byFirst.get(beginning) ?? [])
        if (word.length - beginning.length <= reach && follow(rest, all, index)) found.add(concept);
    }
    for (const end of endsOf(word)) {
      for (const { concept, rest, endsCompounds } of byFirst.get(end) ?? [])
        if (endsCompounds && rest.length === 0) found.add(concept);
    }
    return found;
  }

  return (text) => {
    const all = words(splitElisions(text).replace(/['’]/g, ""));
    const counts = new Map<string, number>();
    all.forEach((_, index) => {
      for (const concept of conceptsAt(all, index)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    });
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

function follow(rest: readonly string[], all: string[], index: number): boolean {
  let at = index;
  return rest.every((beginning) => {
    const next = all.findIndex(
      (word, place) => place > at && place <= at + MAX_DISTANCE && beginsWith(word, beginning),
    );
    at = next;
    return next !== -1;
  });
}

/** So short that only the whole word counts. */
const MIN_BEGINNING = 4;
const beginsWith = (word: string, beginning: string) =>
  word === beginning || (beginning.length >= MIN_BEGINNING && word.startsWith(beginning));
