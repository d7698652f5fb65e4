import { comparableWords } from "../../store/option-words";
import type { Sentence } from "./claim";
import type { KnownProduct, KnownVariant } from "./known-products";

/**
 * Variants whose options are named around a place: in its part of the sentence ("sand is in stock; blue is sold out"),
 * else in all of it; all variants where no option is named.
 */
export function variantsSpokenOf(
  { folded, text }: Sentence,
  products: readonly KnownProduct[],
  at: number,
): KnownVariant[] {
  const variants = products.flatMap((product) => product.variants);
  if (variants.length < 2) return variants;
  const plain = withoutTitles(folded, products);
  const { start, end } = partAround(folded, at);
  const inPart = namedIn(variants, plain.slice(start, end), text.slice(start, end));
  // What is named only after a break is said of what comes after it.
  return inPart ?? namedIn(variants, plain.slice(0, end), text.slice(0, end)) ?? variants;
}

/** The variants that have most of the options named; null where none is. */
function namedIn(variants: readonly KnownVariant[], folded: string, text: string): KnownVariant[] | null {
  const words = optionWordsIn(folded, text);
  const named = variants.map(
    ({ options }) => options.filter((option) => option.every((word) => words.has(word))).length,
  );
  const most = Math.max(0, ...named);
  return most === 0 ? null : variants.filter((_, index) => named[index] === most);
}

const VERB = "(?:is|are|isn't|aren't|ist|sind|esta|estan|est|sont|e|sao|son|sono)";
const BREAK = new RegExp(
  `[;!?\\n]|\\.\\s|\\)\\s|,\\s(?=(?:\\S+\\s){1,3}?${VERB}\\b)|\\s(?:and|und|y|et|e)\\s(?=(?:\\S+\\s){1,3}?${VERB}\\s)|\\b(?:but|while|whereas|aber|wahrend|pero|mientras|mais|tandis|mas|enquanto|ma|mentre)\\b`,
  "g",
);

function partAround(folded: string, at: number): { start: number; end: number } {
  const breaks = [...folded.matchAll(BREAK)].map((match) => match.index + match[0].length);
  return {
    start: breaks.filter((place) => place <= at).at(-1) ?? 0,
    end: breaks.find((place) => place > at) ?? folded.length,
  };
}

/** Comparable words; single letters only where they are sizes: "size M", "(L)". */
function optionWordsIn(folded: string, text: string): Set<string> {
  const all = comparableWords(folded).filter((word) => word.length > 1 || /\d/.test(word));
  const worded = (folded.match(/\p{L}{3,}/gu) ?? []).flatMap(comparableWords);
  const letters = text.match(/(?<![\p{L}\p{N}'’])[SML](?![\p{L}\p{N}'’])/gu) ?? [];
  return new Set([...all, ...worded, ...letters.map((letter) => letter.toLowerCase())]);
}

/** What stands in a title names no option. */
export function withoutTitles(folded: string, products: readonly KnownProduct[]): string {
  return products.reduce(
    (rest, { title }) => (title === "" ? rest : rest.replaceAll(title, " ".repeat(title.length))),
    folded,
  );
}
