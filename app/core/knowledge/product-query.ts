import type { Product } from "../store/product";

/** What a shopper wants of a product besides its words, as code read it from them or a tool call set it. */
export interface ProductFilters {
  /** Minor units of the shop's currency, inclusive. */
  minPrice?: number;
  maxPrice?: number;
  availableOnly?: boolean;
  /**
   * Option values that one and the same variant must have, as the merchant writes them: in any one of the options of
   * `names` any one of `values`. A product that has none of these options meets the wish when its title, type or tags
   * name one of `values` in whole words.
   */
  options?: { names: string[]; values: string[] }[];
  /** Vendors, any of which will do. */
  vendors?: string[];
  /**
   * Measures that the texts, options included, of the product must name, as `findMeasures` (product-words/measures)
   * reads them; `min` and `max` are equal for "64 GB" and apart for "at least 64 GB" (UNBOUNDED is no limit).
   */
  measures?: { unit: string; min: number; max: number }[];
}

export interface ProductQuery {
  /** The shopper's words for the thing, without what became a filter; empty lists by `sort`, else the newest. */
  words: string;
  filters: ProductFilters;
  sort: "relevance" | "price-ascending" | "price-descending" | "newest";
  /** At most 50. */
  limit: number;
  /** Matches to leave out in front. */
  offset: number;
}

export interface ProductMatch {
  /** As the index knows it: price and stock may have changed since. */
  product: Product;
  /** The variant that fits words and filters best. */
  variantId: string;
  /** Higher is better; comparable within one answer only. */
  score: number;
  /** Words of the query that nothing in this product answers. */
  missing: string[];
}

export interface ProductMatches {
  /** Products that are what was asked for and meet every filter. Best first. */
  matches: ProductMatch[];
  /** How many there are in all. */
  total: number;
  /**
   * Only when nothing matched: products that come near. `unmet` names what had to be given up for them; with "thing" in
   * it they are not even the thing that was asked for, and must never be presented as such.
   */
  near: ProductMatch[];
  unmet: ("thing" | "price" | "stock" | "option" | "vendor" | "measure")[];
  /** Words that were misspelt, as written and as searched. */
  repaired: { from: string; to: string }[];
  /** Words that neither the shop's vocabulary nor its synonyms know. */
  unknown: string[];
}
