import type { ProductRank } from "~/core/knowledge/product-ranking/rank-products";
import type { Candidate } from "./known-products";

export interface Ranked {
  candidate: Candidate;
  rank: ProductRank;
}

export interface RankedCandidates {
  /** The products that are the thing, ordered. */
  matches: Ranked[];
  /** The best of what is not. */
  others: Ranked[];
  /** How many matches there are. */
  total: number;
}
