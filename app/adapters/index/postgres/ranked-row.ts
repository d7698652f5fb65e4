import type { RankedProduct } from "~/core/knowledge/product-ranking/rank-products";
import { decodeTitle } from "./title-code";

/** What a product's row says to ranking. */
export interface RankedRow {
  /** Made by `encodeTitle`. */
  title: readonly number[];
  type: readonly number[];
  strong: ArrayLike<number>;
  /** In the order of "counts". */
  terms: ArrayLike<number>;
  counts: ArrayLike<number>;
  length: number;
  available: boolean;
}

export function toRanked({
  title,
  type,
  strong,
  terms,
  counts,
  length,
  available,
}: RankedRow): RankedProduct {
  const own = Int32Array.from(strong);
  const all = Int32Array.from(terms);
  const often = Int32Array.from(counts);
  return {
    ...decodeTitle(title),
    type: [...type],
    isStrong: (term) => own.includes(term),
    count: (term) => often[all.indexOf(term)] ?? 0,
    length,
    available,
  };
}
