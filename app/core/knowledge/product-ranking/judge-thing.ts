import { namesGoods } from "../everyday-words";
import type { ProductRank, SoughtWord } from "./rank-products";

export interface TermUse {
  /** Products that have the term where it tells what they are. */
  held: number;
  /** Products that it names. */
  things: number;
  /** Products whose vendor has it in its name. */
  brands: number;
}

/** A word that describes so many products is one to ask for by itself, such as "wireless". */
const DESCRIBING = { products: 5, share: 0.0005 };

/**
 * Whether a product is what was asked for, rather than something that shares words with it. It has to answer every word,
 * and some word has to name it: in a shop of doll's things, a "bicycle doll seat" is no bicycle. Or else all words have to stand where it tells
 * what it is: a bag that "is cleaned with the garden hose" is none.
 */
export function judgeThing(
  sought: readonly SoughtWord[],
  terms: ReadonlyMap<number, TermUse>,
  products: number,
): (rank: ProductRank) => boolean {
  const stands = sought.length > 1 || sought.every((word) => standsAlone(word, terms, products));
  return ({ missing, named, isTold }) => missing.length === 0 && (named.length > 0 || (stands && isTold));
}

/** Codes, vendors, words that name nothing that is bought, and words that describe many products need not be the thing's name. */
function standsAlone(
  { word, isCode, alternatives }: SoughtWord,
  terms: ReadonlyMap<number, TermUse>,
  products: number,
): boolean {
  if (isCode || !namesGoods(word)) return true;
  return alternatives.some(({ terms: places }) =>
    places.flat().some((id) => {
      const { held = 0, brands = 0 } = terms.get(id) ?? {};
      return brands > 0 || held >= Math.max(DESCRIBING.products, DESCRIBING.share * products);
    }),
  );
}
