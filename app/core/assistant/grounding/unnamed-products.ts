import { comparableWords } from "../../store/option-words";
import type { Sentence } from "./claim";
import { type FoundAmount, includesAmount } from "./find-amounts";

/** "… $129 for kids, and adult suits at $249": a clause of its own, that has words of another product that costs so. */
export function isOfUnnamed(
  { start, values }: FoundAmount,
  { folded, namedProducts, facts }: Sentence,
): boolean {
  const from = [...folded.slice(0, start).matchAll(/[,;]\s|\s(?:and|und|y|et|e)\s/g)].at(-1)?.index ?? 0;
  const clause = folded.slice(from, start);
  const isNamed = namedProducts.some(
    ({ product, at, end }) => at >= from && end - at === product.title.length,
  );
  if (from === 0 || isNamed) return false;
  const named = new Set(namedProducts.filter(({ at }) => at < from).map(({ product }) => product));
  const words = comparableWords(clause).filter((word) => word.length > 3);
  return [...facts.products.values()].some(
    (product) =>
      !named.has(product) &&
      includesAmount(product.prices, values) &&
      words.some((word) => product.words.has(word) && ![...named].some((other) => other.words.has(word))),
  );
}
