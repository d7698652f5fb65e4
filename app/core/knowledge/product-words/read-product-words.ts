import { toMinor } from "../../store/money";
import { saysNothing, withoutFillers } from "../../store/query-words";
import type { CatalogueVocabulary } from "../knowledge-index";
import type { ProductFilters, ProductQuery } from "../product-query";
import { type MeasureWish, readMeasureWishes } from "./measure-wishes";
import { readNegations } from "./negations";
import { optionValuesOf } from "./option-values";
import { type OptionWish, readOptions } from "./options";
import { readSort, readStock } from "./ordering";
import { type PriceWish, plainPriceAt, priceAt } from "./prices";
import { createReading, type Reading } from "./reading";
import { readVendors } from "./vendors";

/** What a shopper's words for a product come to. */
export interface ProductWish {
  /** What names the thing; all that became no filter, as it was written. */
  words: string;
  /** The same with the colours, sizes and measures that became filters. */
  fullWords: string;
  /** Without options and measures, which are told more closely below. */
  filters: Omit<ProductFilters, "options" | "measures">;
  options: OptionWish[];
  measures: MeasureWish[];
  sort: ProductQuery["sort"] | null;
  /** Folded words that the thing must not be or contain. */
  without: string[];
  /** A price in a currency that is not the shop's, which no filter came of, and ISO codes that may be meant. */
  foreignPrice: { words: string; codes: readonly string[] } | null;
}

export interface ReadingOptions {
  /** ISO 4217, the shop's. */
  currency: string;
  /** BCP 47, the shopper's. */
  locale: string;
}

export const NO_VOCABULARY: CatalogueVocabulary = { options: [], vendors: [], productTypes: [] };

/**
 * Tells a product's name from wishes about its price, measures, colour, size, brand and stock, in any of the six
 * languages. What may be part of a name stays a word: "Nintendo 64", "Windows 10", "aa battery".
 */
export function readProductWords(
  text: string,
  vocabulary: CatalogueVocabulary,
  { currency, locale }: ReadingOptions,
): ProductWish {
  const reading = createReading(text);
  const isGiftCard =
    /gift ?card|voucher|gutschein|carte cadeau|tarjeta regalo|vale[- ]presente|buono regalo|carta regalo/i.test(
      text,
    );
  const measures = readMeasureWishes(reading);
  const prices = readPrices(reading, priceAt);
  const without = readNegations(reading, locale);
  const options = readOptions(reading, optionValuesOf(vocabulary));
  const plain = prices.length === 0 && !isGiftCard ? readPrices(reading, plainPriceAt) : [];
  const sort = readSort(reading);
  const isInStock = readStock(reading);
  const vendors = readVendors(reading, vocabulary.vendors);
  const { own, foreign } = sortPrices([...prices, ...plain], currency);
  // "Something from Hansen" is whatever Hansen makes.
  const isAnything = vendors.length + options.length + own.length > 0 && saysNothing(reading.rest());
  return {
    words: isAnything ? "" : withoutFillers(reading.rest(), locale),
    fullWords: withoutFillers(reading.rest(true), locale),
    filters: {
      ...limitsOf(own, currency),
      ...(isInStock ? { availableOnly: true } : {}),
      ...(vendors.length > 0 ? { vendors } : {}),
    },
    options,
    measures,
    sort,
    without,
    foreignPrice: foreign ? { words: foreign.words, codes: foreign.codes ?? [] } : null,
  };
}

type FoundPrice = PriceWish & { words: string };

function readPrices(reading: Reading, at: typeof priceAt): FoundPrice[] {
  const found: FoundPrice[] = [];
  for (let index = 0; index < reading.tokens.length; index += 1) {
    const price = at(reading.tokens, index);
    if (!price || !reading.isFree(index, price.length)) continue;
    reading.claim(index, price.length, "selling");
    found.push({ ...price, words: reading.textOf(index, price.length) });
  }
  return found;
}

function sortPrices(prices: readonly FoundPrice[], currency: string) {
  const isForeign = ({ codes }: FoundPrice) => codes !== null && !codes.includes(currency);
  return { own: prices.filter((price) => !isForeign(price)), foreign: prices.find(isForeign) ?? null };
}

/** All that was said together; a lower limit above the upper one is a slip, and given up. */
function limitsOf(
  prices: readonly FoundPrice[],
  currency: string,
): Pick<ProductFilters, "minPrice" | "maxPrice"> {
  const min = Math.max(...prices.flatMap(({ min }) => min ?? []), 0);
  const max = Math.min(...prices.flatMap(({ max }) => max ?? []));
  const hasMax = Number.isFinite(max);
  return {
    ...(min > 0 && (!hasMax || min <= max) ? { minPrice: toMinor(min, currency) } : {}),
    ...(hasMax ? { maxPrice: toMinor(max, currency) } : {}),
  };
}
