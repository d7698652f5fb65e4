import type { ProductQuery } from "../../knowledge/product-query";
import { optionFilters } from "../../knowledge/product-words/options";
import type { IndexPosition } from "./search-cursor";
import type { SearchWish } from "./search-wish";

/**
 * How a wish may be put to the index: "exact" with its colours and sizes as filters, "shades" with the colours that come
 * near too, "plain" with all of them as words, since "medium" may be a roast and not a size.
 */
export type WishReading = IndexPosition["index"]["reading"];

export function readingsOf({ options, measures }: SearchWish): WishReading[] {
  const hasShades = options.some(({ values, nearValues }) => values.length > 0 && nearValues.length > 0);
  return [
    "exact",
    ...(hasShades ? (["shades"] as const) : []),
    ...(options.length + measures.length > 0 ? (["plain"] as const) : []),
  ];
}

/** The wish as this reading takes it, to ask for and to hold products against. */
export function wishAs(reading: WishReading, wish: SearchWish): SearchWish {
  switch (reading) {
    case "exact":
      return {
        ...wish,
        options: wish.options.map((option) =>
          option.values.length > 0 ? { ...option, nearValues: [] } : option,
        ),
      };
    case "shades":
      return wish;
    case "plain":
      return { ...wish, words: wish.fullWords, options: [], measures: [] };
  }
}

export function queryOf({
  words,
  filters,
  options,
  measures,
  sort,
}: SearchWish): Omit<ProductQuery, "limit" | "offset"> {
  return {
    words,
    sort,
    filters: {
      ...filters,
      ...(options.length > 0 ? { options: optionFilters(options, true) } : {}),
      ...(measures.length > 0
        ? { measures: measures.map(({ unit, min, max }) => ({ unit, min, max })) }
        : {}),
    },
  };
}
