import type { ProductFit } from "../../store/product-fit";
import { queryWords } from "../../store/query-words";
import type { ToolContext } from "../tool";
import { findProducts, type RankedPage } from "./find-products";
import { judgeProduct } from "./judge-product";
import { type SearchPosition, writeCursor } from "./search-cursor";
import { type SearchPage, unmatchedBy } from "./search-page";
import { readWish, type SearchRequest, type SearchWish } from "./search-wish";

/** Products that fit less than this share of the best one are noise. */
const WORTH_SHOWING = 0.45;
/** With a sort by price only what fits about as well as the best may come first. */
const WORTH_SORTING = 0.7;

/** The answer of the platform's own search, for as long as the index does not know the shop. */
export async function searchPlatform(
  request: SearchRequest,
  before: SearchPosition | null,
  limit: number,
  context: ToolContext,
): Promise<{ page: SearchPage; wish: SearchWish }> {
  const wish = readWish(request, null, context);
  const position = before ?? firstPosition(request, wish);
  const page = await findProducts(position, context);
  const floor = position.totalShown === 0 ? floorOf(page.fits, position) : position.floor;
  const wanted = order(worthShowing(page.fits, floor, position, wish), position);
  const shown = wanted.slice(position.offset, position.offset + limit);
  const terms = queryWords(position.query);
  return {
    wish,
    page: {
      shown,
      nextCursor: nextCursor({ ...position, floor }, wanted, shown, page),
      exact: shown[0] !== undefined && shown[0].missing.length === 0,
      unmatched: unmatchedBy(wanted, terms),
      unmet: [],
      repaired: [],
    },
  };
}

function firstPosition(request: SearchRequest, wish: SearchWish): SearchPosition {
  const { minPrice, maxPrice, availableOnly = false } = wish.filters;
  const limits = {
    ...(minPrice === undefined ? {} : { minPrice }),
    ...(maxPrice === undefined ? {} : { maxPrice }),
  };
  const query = wish.fullWords;
  const start = { all: null, any: null, offset: 0, totalShown: request.totalShown, floor: 0, seen: [] };
  return { query, ...limits, availableOnly, sort: wish.sort, ...start };
}

function floorOf(fits: ProductFit[], { sort }: SearchPosition): number {
  const best = fits[0]?.score ?? 0;
  return best * (sort.startsWith("price") ? WORTH_SORTING : WORTH_SHOWING);
}

function worthShowing(
  fits: ProductFit[],
  floor: number,
  position: SearchPosition,
  wish: SearchWish,
): ProductFit[] {
  const isBrowsing = queryWords(position.query).length === 0;
  return fits.filter(
    ({ score, product, variant }) =>
      (isBrowsing || (score > 0 && score >= floor)) &&
      variant.price >= (position.minPrice ?? 0) &&
      variant.price <= (position.maxPrice ?? Number.POSITIVE_INFINITY) &&
      (!position.availableOnly || product.variants.some(({ available }) => available)) &&
      !isRuledOut(product, wish),
  );
}

function isRuledOut(product: ProductFit["product"], wish: SearchWish): boolean {
  if (wish.without.length === 0) return false;
  const bare = { ...wish, words: "", filters: {}, options: [], measures: [] };
  return judgeProduct(product, bare)?.unmet.includes("excluded") ?? false;
}

function order(fits: ProductFit[], { sort }: SearchPosition): ProductFit[] {
  if (sort === "price-ascending") return fits.toSorted((a, b) => a.variant.price - b.variant.price);
  if (sort === "price-descending") return fits.toSorted((a, b) => b.variant.price - a.variant.price);
  return fits;
}

/** On within this page of the platform, or to its next one. */
function nextCursor(
  position: SearchPosition,
  wanted: ProductFit[],
  shown: ProductFit[],
  page: RankedPage,
): string | null {
  const offset = position.offset + shown.length;
  const totalShown = position.totalShown + shown.length;
  if (offset < wanted.length) return writeCursor({ ...position, offset, totalShown });
  if (page.next === null || shown.length === 0) return null;
  const { all: _all, any: _any, ...rest } = position;
  const seen = [...position.seen, ...wanted.map(({ product }) => product.id)];
  return writeCursor({ ...rest, ...page.next, offset: 0, totalShown, seen });
}
