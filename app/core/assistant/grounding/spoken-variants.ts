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
  const words = optionWordsIn(folded, text, variants);
  const named = variants.map(
    ({ options }) =>
      options.filter(
        (option, place) =>
          option.every((word) => words.has(word)) || tellsApart(option, place, words, variants),
      ).length,
  );
  const most = Math.max(0, ...named);
  return most === 0 ? null : variants.filter((_, index) => named[index] === most);
}

/** "The 140 cm one" of "140 × 200 cm", "the whole loaf" of "Whole loaf": a word that no other value has. */
function tellsApart(
  option: readonly string[],
  place: number,
  words: ReadonlySet<string>,
  variants: readonly KnownVariant[],
): boolean {
  if (option.length < 2 || !option.some((word) => word.length > 1 && words.has(word))) return false;
  const others = variants.flatMap(({ options }) =>
    options[place] && options[place].join() !== option.join() ? options[place] : [],
  );
  return option.some(
    (word) => word.length > 1 && words.has(word) && !others.some((other) => isAlike(other, word)),
  );
}

/** "140" and "140cm" */
const isAlike = (a: string, b: string): boolean =>
  a === b || (/^\d/.test(b) && a.startsWith(b) && /^\d+\p{L}*$/u.test(a));

const VERB = "(?:is|are|isn't|aren't|ist|sind|esta|estan|est|sont|e|sao|son|sono)";
const BREAK = new RegExp(
  `[;!?\\n]|\\.\\s|\\)\\s|,\\s(?=(?:[^\\s,]+\\s){1,5}?${VERB}\\b)|\\s(?:and|und|y|et|e)\\s(?=(?:\\S+\\s){1,3}?${VERB}\\s)|\\b(?:but|while|whereas|aber|wahrend|pero|mientras|mais|tandis|mas|enquanto|ma|mentre)\\b`,
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
function optionWordsIn(folded: string, text: string, variants: readonly KnownVariant[]): Set<string> {
  const single = new Set(
    variants.flatMap(({ options }) => options.flat()).filter((word) => /^\p{L}$/u.test(word)),
  );
  const all = comparableWords(folded).filter((word) => word.length > 1 || /\d/.test(word));
  const worded = (folded.match(/\p{L}{3,}/gu) ?? []).flatMap(comparableWords);
  const letters = (text.match(/(?<![\p{L}\p{N}'’])\p{Lu}(?![\p{L}\p{N}'’.])/gu) ?? [])
    .map((letter) => letter.toLowerCase())
    .filter((letter) => /[sml]/.test(letter) || single.has(letter));
  // "140 cm" may be said of what is written "140 × 200 cm".
  const figures = folded.match(/(?<![\d.,])\d+(?=[\s-]?(?:cm|mm|m|g|kg|ml|l|inch|er)?\b)/g) ?? [];
  return new Set([...all, ...worded, ...letters, ...figures]);
}

/** What stands in a title names no option. */
export function withoutTitles(folded: string, products: readonly KnownProduct[]): string {
  return products.reduce(
    (rest, { title }) => (title === "" ? rest : rest.replaceAll(title, " ".repeat(title.length))),
    folded,
  );
}
