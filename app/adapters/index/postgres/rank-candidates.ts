import type { ProductQuery } from "~/core/knowledge/product-query";
import { judgeThing } from "~/core/knowledge/product-ranking/judge-thing";
import {
  type RankedProduct,
  rankProduct,
  type SoughtWord,
} from "~/core/knowledge/product-ranking/rank-products";
import type { AskedTerm } from "./asked-term";
import { type CandidateQuery, findCandidates } from "./candidates";
import { type KnownPostings, type Postings, placesIn } from "./known-postings";
import type { Candidate, KnownProducts } from "./known-products";
import type { KnownShop } from "./known-shops";
import type { Ranked, RankedCandidates } from "./ranked-candidates";
import type { ReadQuery } from "./read-query";
import type { Sql } from "./sql";

/** Ranked in one answer; more are only counted. What postings say of them is what each word adds to their rank. */
const RANKED = 80;
/** A listing by price or age ranks more, since the cheapest of the thing may stand anywhere. */
const RANKED_TO_SORT = 2_000;
/** Fewer whole answers than this, and descriptions are looked into. */
const ENOUGH = 30;

export interface RankingTables {
  sql: Sql;
  postings: KnownPostings;
  products: KnownProducts;
}

/** `filters`: what `encodeFilters` gave. */
export async function rankCandidates(
  tables: RankingTables,
  shop: KnownShop,
  query: ProductQuery,
  read: ReadQuery,
  filters: string | null,
): Promise<RankedCandidates> {
  const limit =
    query.sort === "relevance" ? Math.max(RANKED, query.offset + 2 * query.limit) : RANKED_TO_SORT;
  const enough = Math.max(ENOUGH, query.offset + query.limit);
  const key = JSON.stringify([query.words, filters, query.sort, limit, enough]);
  const known = shop.answers.get(key);
  if (known) return known;
  const ranked = await rank(tables, shop, query.sort, read, { filters, limit, enough });
  shop.answers.set(key, ranked);
  return ranked;
}

async function rank(
  { sql, postings, products }: RankingTables,
  shop: KnownShop,
  sort: ProductQuery["sort"],
  read: ReadQuery,
  { filters, limit, enough }: Pick<CandidateQuery, "filters" | "limit" | "enough">,
): Promise<RankedCandidates> {
  const known = read.sought.filter(({ alternatives }) => alternatives.length > 0);
  const places = await postings.read(sql, shop.version, termsOf(known));
  const found = await findCandidates(sql, places, {
    asked: askedTerms(read),
    words: known.length,
    filters,
    limit,
    enough: known.length === read.sought.length ? enough : 0,
  });
  const candidates = await products.read(sql, shop.version, found.numbers);
  const all = candidates.map((candidate) => ({
    candidate,
    rank: rankProduct(toRanked(candidate, places), read.sought, shop.averageLength),
  }));
  all.sort(byScore);
  const isThing = judgeThing(read.sought, read.terms, shop.products);
  const matches = all.filter(({ rank }) => isThing(rank));
  const others = all.filter(({ rank }) => !isThing(rank));
  return {
    matches: inOrder(matches, sort),
    others,
    total: found.complete > all.length ? found.complete : matches.length,
  };
}

const byScore = (a: Ranked, b: Ranked) =>
  b.rank.score - a.rank.score || b.candidate.number - a.candidate.number;

function inOrder(matches: Ranked[], sort: ProductQuery["sort"]): Ranked[] {
  if (sort === "relevance") return matches;
  const value = {
    "price-ascending": (a: Candidate, b: Candidate) => a.minPrice - b.minPrice,
    "price-descending": (a: Candidate, b: Candidate) => b.minPrice - a.minPrice,
    newest: (a: Candidate, b: Candidate) => Number(b.age - a.age),
  }[sort];
  // Of guitars the cheapest is no strings for guitars.
  const isNamed = ({ rank }: Ranked) => (rank.named.length > 0 ? 0 : 1);
  return matches.toSorted(
    (a, b) => isNamed(a) - isNamed(b) || value(a.candidate, b.candidate) || byScore(a, b),
  );
}

/** All that may stand for the words. */
export function termsOf(sought: readonly SoughtWord[]): number[] {
  return [
    ...new Set(sought.flatMap(({ alternatives }) => alternatives.flatMap(({ terms }) => terms.flat()))),
  ];
}

/** Each term that some word may be; of words that have to stand together, the rarest. */
function askedTerms({ sought, terms: known }: ReadQuery): AskedTerm[] {
  const asked = new Map<string, AskedTerm>();
  const heldBy = (term: number) => known.get(term)?.held ?? 0;
  sought.forEach(({ alternatives, rarity }, slot) => {
    for (const { terms, weight } of alternatives) {
      const [rarest = []] = terms.toSorted((a, b) => Math.max(...a.map(heldBy)) - Math.max(...b.map(heldBy)));
      const worth = (rarity + 0.1) * (terms.length > 1 ? weight / 2 : weight);
      for (const term of rarest) {
        const found = asked.get(`${slot} ${term}`);
        if (!found || found.weight < worth) asked.set(`${slot} ${term}`, { term, slot, weight: worth });
      }
    }
  });
  return [...asked.values()];
}

function toRanked(
  { number, length, available }: Candidate,
  postings: ReadonlyMap<number, Postings>,
): RankedProduct {
  return { length, available, placesOf: (term) => placesIn(postings.get(term), number) };
}
