import type { TextToken } from "~/core/knowledge/product-ranking/searchable-words";
import type { TitleItem } from "~/core/knowledge/product-ranking/title-item";

const BREAK = -1;
const FOR = -2;
/** A term's number leaves room for what it is here: term * 4 + one of these. */
const WORD = 0;
const THING = 1;
const CODE = 2;

/** Between the title and the beginning of the description. */
export const LEAD = -3;

/** A title in one row of numbers. Words without a term, which are stop words, are left out. */
export function encodeTitle(
  title: readonly TextToken[],
  things: ReadonlySet<number>,
  termOf: (word: string) => number | undefined,
): number[] {
  return title.flatMap((token, at) => {
    if (token.kind === "break") return [BREAK];
    if (token.kind === "for") return [FOR];
    const term = termOf(token.word);
    if (term === undefined) return [];
    return [term * 4 + (token.kind === "code" ? CODE : things.has(at) ? THING : WORD)];
  });
}

/** What `encodeTitle` made of a title and, behind `LEAD`, of the beginning of a description. */
export function decodeTitle(numbers: readonly number[]): { title: TitleItem[]; lead: TitleItem[] } {
  const end = numbers.indexOf(LEAD);
  return end === -1
    ? { title: decode(numbers), lead: [] }
    : { title: decode(numbers.slice(0, end)), lead: decode(numbers.slice(end + 1)) };
}

function decode(numbers: readonly number[]): TitleItem[] {
  return numbers.map((number) => {
    if (number === BREAK) return { kind: "break" };
    if (number === FOR) return { kind: "for" };
    const term = number >> 2;
    return (number & 3) === CODE
      ? { kind: "code", term }
      : { kind: "word", term, isThing: (number & 3) === THING };
  });
}
