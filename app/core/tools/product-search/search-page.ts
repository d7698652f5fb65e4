import type { Product, Variant } from "../../store/product";
import type { SearchProductsData } from "../results";

export interface ShownProduct {
  product: Product;
  variant: Variant;
  /** Words that nothing in this product answers. */
  missing: string[];
}

/** One page of a search, with what has to be said about it. */
export interface SearchPage
  extends Pick<SearchProductsData, "exact" | "unmatched" | "unmet" | "repaired" | "nextCursor"> {
  shown: ShownProduct[];
}

/** Words that none of the products answers. */
export function unmatchedBy(shown: readonly ShownProduct[], words: readonly string[]): string[] {
  return words.filter((word) => shown.every(({ missing }) => missing.includes(word)));
}
