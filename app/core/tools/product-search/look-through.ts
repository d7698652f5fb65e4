import type { ProductMatch, ProductMatches } from "../../knowledge/product-query";
import type { ToolContext } from "../tool";
import { type JudgedProduct, judgeProduct } from "./judge-product";
import { queryOf } from "./readings";
import type { SearchWish } from "./search-wish";

export type Searcher = Pick<ToolContext, "shop" | "store" | "knowledge" | "signal">;

/** Looked at besides those that are wanted, for those that are gone or changed; many where words rule products out. */
const RESERVE = 2;
const RESERVE_FOR_EXCLUDED = 20;
const MAX_ROUNDS = 3;
const MAX_BATCH = 50;
const MAX_NEAR = 12;

export interface LiveMatch extends JudgedProduct {
  /** Words that the index finds nowhere in the product, and those that only another version of it answers. */
  missing: string[];
}

/** What the index gave, held against the shop as it is now. */
export interface Looked {
  shown: LiveMatch[];
  /** Matches of the index that no longer meet the wish, or only in part. */
  rejected: LiveMatch[];
  /** How many of the index's matches have been looked at, those before `offset` included. */
  offset: number;
  hasMore: boolean;
  /** Null only when the index does not know the shop. */
  first: ProductMatches;
}

/**
 * Goes through the index's matches from `offset` on until `limit` of them stand as they are now. Prices, stock and what
 * is published are the platform's own, asked for in one request a round; where that fails the search fails.
 */
export async function lookThrough(
  wish: SearchWish,
  offset: number,
  limit: number,
  searcher: Searcher,
): Promise<Looked | null> {
  const reserve = wish.without.length > 0 ? RESERVE_FOR_EXCLUDED : RESERVE;
  const batch = Math.min(MAX_BATCH, limit + reserve);
  const looked = { shown: [] as LiveMatch[], rejected: [] as LiveMatch[], offset };
  let first: ProductMatches | null = null;
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const query = { ...queryOf(wish), limit: batch, offset: looked.offset };
    const found = await searcher.knowledge.findProducts(searcher.shop, query, searcher.signal);
    if (!found) return null;
    first ??= found;
    for (const { match, live } of await loadLive(found.matches, wish, searcher)) {
      if (looked.shown.length === limit) break;
      looked.offset += 1;
      if (live && live.unmet.length === 0) looked.shown.push(withMissing(live, match));
      else if (live) looked.rejected.push(withMissing(live, match));
    }
    // The index may have passed over some of its own.
    if (looked.shown.length < limit) looked.offset = Math.max(looked.offset, query.offset + batch);
    const isOver = looked.offset >= found.total || found.matches.length === 0;
    if (isOver || looked.shown.length === limit) return { ...looked, first, hasMore: !isOver };
  }
  return first && { ...looked, first, hasMore: true };
}

/** The products that come near, as they are now. */
export async function lookAtNear(
  near: readonly ProductMatch[],
  wish: SearchWish,
  searcher: Searcher,
): Promise<LiveMatch[]> {
  const live = await loadLive(near.slice(0, MAX_NEAR), wish, searcher);
  return live.flatMap(({ match, live }) => (live ? withMissing(live, match) : []));
}

async function loadLive(
  matches: readonly ProductMatch[],
  wish: SearchWish,
  { shop, store, signal }: Searcher,
) {
  if (matches.length === 0) return [];
  const ids = matches.map(({ product }) => product.id);
  const byId = new Map((await store.loadProducts(shop, ids, signal)).map((product) => [product.id, product]));
  return matches.map((match) => {
    const product = byId.get(match.product.id);
    return { match, live: product ? judgeProduct(product, wish) : null };
  });
}

function withMissing(live: JudgedProduct, match: ProductMatch): LiveMatch {
  return { ...live, missing: [...new Set([...match.missing, ...live.missing])] };
}
