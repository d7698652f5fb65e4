import { toMinor } from "../store/money";
import { productCard } from "../store/product-card";
import type { ProductFit } from "../store/product-fit";
import { queryWords } from "../store/query-words";
import { allowEverybody } from "./authorise";
import { productFacts } from "./facts";
import { findProducts, type RankedPage } from "./product-search/find-products";
import { readCursor, type SearchPosition, writeCursor } from "./product-search/search-cursor";
import { type SearchProductsData, type SearchProductsInput, searchProductsInputSchema } from "./results";
import type { Tool, ToolContext } from "./tool";

/** Products that fit less than this share of the best one are noise. */
const WORTH_SHOWING = 0.45;
/** With a sort by price only what fits about as well as the best may come first. */
const WORTH_SORTING = 0.7;

export const searchProducts: Tool<SearchProductsInput> = {
  name: "search_products",
  description:
    "Finds products of the shop and shows a card for each. query: what the thing is, with its colour, size or material, in " +
    "the words of the shop's language; leave it empty to list the newest. Prices are in major units of the shop's currency. " +
    "For more of the same pass only the nextCursor of the last result as cursor. `unmatched` are words that nothing answers: say so.",
  input: searchProductsInputSchema,
  authorise: allowEverybody("search_products"),
  async execute(input, context) {
    const position = (input.cursor ? readCursor(input.cursor) : null) ?? firstPosition(input, context);
    const page = await findProducts(position, context);
    const floor = position.totalShown === 0 ? floorOf(page.fits, position) : position.floor;
    const wanted = order(worthShowing(page.fits, floor, position), position);
    const shown = wanted.slice(position.offset, position.offset + input.limit);
    const terms = queryWords(position.query);
    const data: SearchProductsData = {
      query: position.query,
      products: shown.map(productFacts),
      nextCursor: nextCursor({ ...position, floor }, wanted, shown, page),
      totalShown: position.totalShown + shown.length,
      exact: shown[0] !== undefined && shown[0].missing.length === 0,
      unmatched: terms.filter((term) => wanted.every(({ missing }) => missing.includes(term))),
    };
    return {
      status: "ok",
      data,
      cards: shown.map(({ product, variant }) => productCard(product, variant)),
    };
  },
};

function firstPosition(input: SearchProductsInput, { profile }: ToolContext): SearchPosition {
  const limits = {
    ...(input.minPrice === undefined ? {} : { minPrice: toMinor(input.minPrice, profile.currency) }),
    ...(input.maxPrice === undefined ? {} : { maxPrice: toMinor(input.maxPrice, profile.currency) }),
  };
  const { query, availableOnly, sort } = input;
  return {
    query,
    ...limits,
    availableOnly,
    sort,
    all: null,
    any: null,
    offset: 0,
    totalShown: 0,
    floor: 0,
    seen: [],
  };
}

function floorOf(fits: ProductFit[], { sort }: SearchPosition): number {
  const best = fits[0]?.score ?? 0;
  return best * (sort.startsWith("price") ? WORTH_SORTING : WORTH_SHOWING);
}

function worthShowing(fits: ProductFit[], floor: number, position: SearchPosition): ProductFit[] {
  const isBrowsing = queryWords(position.query).length === 0;
  return fits.filter(
    ({ score, product, variant }) =>
      (isBrowsing || (score > 0 && score >= floor)) &&
      variant.price >= (position.minPrice ?? 0) &&
      variant.price <= (position.maxPrice ?? Number.POSITIVE_INFINITY) &&
      (!position.availableOnly || product.variants.some(({ available }) => available)),
  );
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
