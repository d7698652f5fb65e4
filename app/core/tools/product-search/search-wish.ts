import type { CatalogueVocabulary } from "../../knowledge/knowledge-index";
import type { ProductQuery } from "../../knowledge/product-query";
import {
  NO_VOCABULARY,
  type ProductWish,
  readProductWords,
} from "../../knowledge/product-words/read-product-words";
import { toMinor } from "../../store/money";
import type { SearchProductsInput } from "../results";
import type { ToolContext } from "../tool";
import type { IndexPosition, SearchPosition } from "./search-cursor";

/** What is searched for: the words as they were read, and what the call set besides them. */
export interface SearchWish extends Omit<ProductWish, "sort"> {
  query: string;
  sort: ProductQuery["sort"];
}

/** What a search asks for, whether it begins or goes on. */
export interface SearchRequest
  extends Pick<
    SearchPosition | IndexPosition,
    "query" | "minPrice" | "maxPrice" | "availableOnly" | "sort" | "totalShown"
  > {
  /** Nothing that merely comes near. */
  onlyExact?: boolean;
}

export function requestOf(
  input: SearchProductsInput,
  { profile }: Pick<ToolContext, "profile">,
): SearchRequest {
  const { query, availableOnly, sort, minPrice, maxPrice } = input;
  return {
    query,
    availableOnly,
    sort,
    totalShown: 0,
    onlyExact: input.onlyExact,
    ...(minPrice === undefined ? {} : { minPrice: toMinor(minPrice, profile.currency) }),
    ...(maxPrice === undefined ? {} : { maxPrice: toMinor(maxPrice, profile.currency) }),
  };
}

/** What was said in words and what the call set hold together; of two limits the narrower. */
export function readWish(
  request: SearchRequest,
  vocabulary: CatalogueVocabulary | null,
  { profile, locale }: Pick<ToolContext, "profile" | "locale">,
): SearchWish {
  const { query } = request;
  const wish = readProductWords(query, vocabulary ?? NO_VOCABULARY, { currency: profile.currency, locale });
  const minPrice = Math.max(wish.filters.minPrice ?? 0, request.minPrice ?? 0);
  const maxPrice = Math.min(
    wish.filters.maxPrice ?? Number.POSITIVE_INFINITY,
    request.maxPrice ?? Number.POSITIVE_INFINITY,
  );
  return {
    ...wish,
    query,
    sort: request.sort === "relevance" ? (wish.sort ?? "relevance") : request.sort,
    filters: {
      ...(wish.filters.vendors ? { vendors: wish.filters.vendors } : {}),
      ...(minPrice > 0 ? { minPrice } : {}),
      ...(Number.isFinite(maxPrice) ? { maxPrice } : {}),
      ...(wish.filters.availableOnly || request.availableOnly ? { availableOnly: true } : {}),
    },
  };
}
