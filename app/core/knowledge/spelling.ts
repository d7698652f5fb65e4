import { isEverydayWord, isSpokenWord } from "./everyday-words";

/** A word as a shop writes it, folded, and in how many products. */
export interface KnownWord {
  word: string;
  count: number;
}

/** Shorter words are too near to too many others. */
const MIN_LENGTH = 4;
/** Of shorter words too many are one letter apart: only letters that changed places are put right. */
const LENGTH_FOR_ONE = 5;
/** From this length on two slips are forgiven. */
const LENGTH_FOR_TWO = 10;

/** The shop's own slip of the pen: a word that another one, so many times as common, is a single letter away from. */
const OWN_SLIP = 50;

/**
 * What a shop's own words make of a misspelt one; null where none is near enough, where the shop uses the word as it is
 * written, and where it is an everyday word: no bread is a slip for "read".
 */
export function chooseSpelling(written: string, known: readonly KnownWord[]): string | null {
  if (!mayBeMisspelt(written)) return null;
  const own = known.find(({ word }) => word === written)?.count ?? 0;
  const allowed = own === 0 && written.length >= LENGTH_FOR_TWO ? 2 : 1;
  const least = Math.max(1, OWN_SLIP * own);
  const [best] = known
    .filter(({ word, count }) => word !== written && count >= least && isPlain(word))
    .map(({ word, count }) => ({ word, count, slips: countSlips(written, word, allowed) }))
    .filter(
      ({ word, slips }) => slips <= allowed && (written.length >= LENGTH_FOR_ONE || isSwapped(word, written)),
    )
    .sort((a, b) => cost(a, written) - cost(b, written));
  return best?.word ?? null;
}

/** Whether a folded word may be a slip at all: neither a code, nor too short, nor a word that everybody knows. */
export function mayBeMisspelt(written: string): boolean {
  if (written.length < MIN_LENGTH || /\p{N}/u.test(written)) return false;
  return !isEverydayWord(written) && !isSpokenWord(written);
}

const isSwapped = (one: string, other: string) =>
  one.length === other.length && [...one].sort().join("") === [...other].sort().join("");

const isPlain = (word: string) => word.length >= MIN_LENGTH - 1 && !/\p{N}/u.test(word);

/** People seldom miss the first letter, and the commoner word is likelier meant. */
function cost({ word, count, slips }: KnownWord & { slips: number }, written: string): number {
  return slips + (word[0] === written[0] ? 0 : 0.7) - 0.12 * Math.log(1 + count);
}

/** Letters left out, put in, changed or swapped with their neighbour; more than `most` counts as most + 1. */
export function countSlips(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      let slips = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (isSwap && row > 1 && column > 1) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      next.push(slips);
    }
    before = last;
    last = next;
  }
  return Math.min(last[other.length] ?? 0, most + 1);
}
