import { productCard } from "../store/product-card";
import { allowEverybody } from "./authorise";
import { productFacts } from "./facts";
import { readCursor } from "./product-search/search-cursor";
import { searchIndex } from "./product-search/search-index";
import type { SearchPage } from "./product-search/search-page";
import { searchPlatform } from "./product-search/search-platform";
import { requestOf, type SearchWish } from "./product-search/search-wish";
import {
  type SearchProductsData,
  type SearchProductsInput,
  searchProductsInputSchema,
  type WishFacts,
} from "./results";
import type { Tool } from "./tool";

export const searchProducts: Tool<SearchProductsInput> = {
  name: "search_products",
  description:
    "Finds products of the shop and shows a card for each. query: the shopper's own words for what she wants, with colour, size, " +
    'measures, brand, limits and what she does not want ("red jacket in M under $50, not wool"): code reads them; leave it empty ' +
    "to list the newest. For a follow-up pass the former query with the change. Prices are in major units of the shop's currency. " +
    "For more of the same pass only the nextCursor of the last result as cursor. `unmet` is what had to be given up: the products " +
    'then only come near, and with "thing" the shop does not carry it: say so. `unmatched` are words that nothing answers, ' +
    "`repaired` words that were searched for in other words: say so. `foreignPrice` is a limit in another currency, which was not applied.",
  input: searchProductsInputSchema,
  authorise: allowEverybody("search_products"),
  async execute(input, context) {
    const position = input.cursor ? readCursor(input.cursor) : null;
    const request = position ?? requestOf(input, context);
    const before = position && "index" in position ? position.index : null;
    const onPlatform = position && !("index" in position) ? position : null;
    const indexed = onPlatform ? null : await searchIndex(request, before, input.limit, context);
    const { page, wish } = indexed ?? (await searchPlatform(request, onPlatform, input.limit, context));
    const { shown, exact, unmatched, unmet, repaired, nextCursor } = page;
    const data: SearchProductsData = {
      query: wish.fullWords,
      products: shown.map(productFacts),
      nextCursor,
      totalShown: request.totalShown + shown.length,
      exact,
      unmatched,
      unmet,
      wishes: wishesOf(wish, page),
      repaired,
      foreignPrice: wish.foreignPrice?.words ?? null,
    };
    if (input.hidden) return { status: "ok", data };
    return { status: "ok", data, cards: shown.map(({ product, variant }) => productCard(product, variant)) };
  },
};

/** What was read out of the words, each with whether these products meet it. */
function wishesOf(wish: SearchWish, { unmet }: Pick<SearchPage, "unmet">): WishFacts[] {
  const { minPrice, maxPrice, availableOnly, vendors } = wish.filters;
  const told: Omit<WishFacts, "met">[] = [
    ...wish.options.map(({ words }) => ({ kind: "option" as const, words })),
    ...wish.measures.map(({ words }) => ({ kind: "measure" as const, words })),
    ...(vendors ?? []).map((words) => ({ kind: "vendor" as const, words })),
    ...wish.without.map((words) => ({ kind: "excluded" as const, words })),
    ...(minPrice === undefined && maxPrice === undefined ? [] : [{ kind: "price" as const, words: "" }]),
    ...(availableOnly ? [{ kind: "stock" as const, words: "" }] : []),
  ];
  return told.map((one) => ({ ...one, met: !unmet.includes(one.kind) }));
}
