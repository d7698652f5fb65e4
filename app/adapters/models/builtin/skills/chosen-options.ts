import { colourOf, fitColour } from "~/core/store/colours";
import type { ProductFacts, VariantFacts } from "~/core/tools/results";
import type { Dialogue } from "../dialogue";
import { fold, splitWords } from "../understanding/words";

/** Earlier messages whose colour or size still holds for the product that is talked about. */
const MEMORY = 3;

/**
 * The words that pick a version of this product: those of this message, and for options that it leaves open those of
 * the messages before. "Size M?", "in charcoal" is charcoal in M; "same in L" is charcoal in L.
 */
export function chosenWords(dialogue: Dialogue, product: ProductFacts): string[] {
  const { ask } = dialogue;
  return [...new Set([...ask.itemWords, ...sizesIn(dialogue, product), ...carriedWords(dialogue, product)])];
}

/** "Brown belt 105": a figure that the product comes in, whatever else a figure may be. */
function sizesIn({ ask }: Dialogue, { options }: ProductFacts): string[] {
  if (ask.slots.maxPrice !== null || ask.slots.minPrice !== null) return [];
  const values = options.flatMap((option) => option.values);
  const figures = ask.text.match(/(?<![\p{L}\d.,])\d{2,}(?![\p{L}\d.,])/gu) ?? [];
  return figures.filter((figure) => isAnyOf(values, figure));
}

/** Those of the messages before. */
export function carriedWords({ ask, pastAsks }: Dialogue, product: ProductFacts): string[] {
  const open = product.options.filter(({ values }) => !ask.itemWords.some((word) => isAnyOf(values, word)));
  return open.flatMap(({ values }) => {
    const answers = pastAsks
      .slice(-MEMORY)
      .map(({ itemWords }) => itemWords.filter((word) => isAnyOf(values, word)));
    return answers.findLast((words) => words.length > 0) ?? [];
  });
}

/** Keeps the variants whose options answer the words; words that no option answers decide nothing. */
export function narrow(variants: VariantFacts[], words: string[]): VariantFacts[] {
  return words.reduce((left, word) => {
    const fits = left.filter(({ options }) => isAnyOf(Object.values(options), word));
    return fits.length > 0 ? fits : left;
  }, variants);
}

/** The product's options with the values that are left among these variants. */
export function openOptions(product: ProductFacts, left: VariantFacts[]): ProductFacts["options"] {
  return product.options.map(({ name, values }) => ({
    name,
    values: values.filter((value) => left.some(({ options }) => options[name] === value)),
  }));
}

export function isAnyOf(values: string[], word: string): boolean {
  const wanted = fold(word);
  const colour = colourOf(wanted);
  return values.some(
    (value) =>
      fold(value) === wanted ||
      (colour !== null && fitColour(colour, value) !== "other") ||
      splitWords(value, "en").some(({ folded, stem }) => folded === wanted || stem === wanted),
  );
}
