import { fold } from "~/lib/words";
import type { Product, Variant } from "../../store/product";
import type { ProductFilters } from "../product-query";
import { findMeasures } from "../product-words/measures";

export type FilterName = "stock" | "price" | "measure" | "option" | "vendor";

/** In the order in which they are given up: what can change tomorrow first, what makes it another thing last. */
export const GIVEN_UP_FIRST: FilterName[] = ["stock", "price", "measure", "option", "vendor"];

export interface FittingVariant {
  variant: Variant;
  /** What even this variant does not meet. */
  unmet: FilterName[];
  /** How many of the wished options it has. */
  options: number;
}

/** The variant that meets most, with what it does not; those of the title's words first, then what is in stock. */
export function findFittingVariant(
  product: Product,
  filters: ProductFilters,
  words: readonly string[],
): FittingVariant | null {
  const general = unmetByProduct(product, filters);
  const judged = product.variants.map((variant) => ({
    variant,
    unmet: [...general, ...unmetByVariant(product, variant, filters)],
    options: (filters.options ?? []).filter((wish) => hasOption(product, variant, wish)).length,
    named: namedOptions(variant, words),
  }));
  const [first, ...others] = judged;
  if (!first) return null;
  return others.reduce((best, next) => (isBetter(next, best) ? next : best), first);
}

type Judged = FittingVariant & { named: number };

function isBetter(next: Judged, best: Judged): boolean {
  const difference = cost(best.unmet) - cost(next.unmet);
  if (difference !== 0) return difference > 0;
  if (next.options !== best.options) return next.options > best.options;
  if (next.named !== best.named) return next.named > best.named;
  return next.variant.available && !best.variant.available;
}

/** Giving up a later one weighs more than all the earlier ones together. */
export function cost(unmet: readonly FilterName[]): number {
  return unmet.reduce((sum, name) => sum + 2 ** GIVEN_UP_FIRST.indexOf(name), 0);
}

function unmetByProduct(product: Product, { vendors, measures }: ProductFilters): FilterName[] {
  const vendor = fold(product.vendor.trim());
  const isVendor = !vendors?.length || vendors.some((name) => fold(name.trim()) === vendor);
  return [
    ...(isVendor ? [] : ["vendor" as const]),
    ...(hasMeasures(product, measures) ? [] : ["measure" as const]),
  ];
}

function hasMeasures(product: Product, measures: ProductFilters["measures"] = []): boolean {
  if (measures.length === 0) return true;
  const texts = [product.title, product.description, ...product.options.flatMap(({ values }) => values)];
  const found = texts.flatMap(findMeasures);
  return measures.every(({ unit, min, max }) =>
    found.some((measure) => measure.unit === unit && measure.value >= min && measure.value <= max),
  );
}

function unmetByVariant(product: Product, variant: Variant, filters: ProductFilters): FilterName[] {
  const { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, availableOnly, options = [] } = filters;
  return [
    ...(variant.price >= minPrice && variant.price <= maxPrice ? [] : ["price" as const]),
    ...(!availableOnly || variant.available ? [] : ["stock" as const]),
    ...(options.every((wish) => hasOption(product, variant, wish)) ? [] : ["option" as const]),
  ];
}

function hasOption(
  product: Product,
  variant: Variant,
  { names, values }: NonNullable<ProductFilters["options"]>[number],
): boolean {
  const wanted = new Set(values.map(plain));
  const known = new Set(names.map(plain));
  const own = Object.entries(variant.options).filter(([name]) => known.has(plain(name)));
  if (own.length > 0) return own.some(([, value]) => wanted.has(plain(value)));
  const text = wordsOf([product.title, product.productType, ...product.tags].join(" "));
  return values.some((value) => wordsOf(value).trim() !== "" && text.includes(wordsOf(value)));
}

const plain = (text: string) => fold(text.trim());
const wordsOf = (text: string) =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;

function namedOptions(variant: Variant, words: readonly string[]): number {
  const own = wordsOf([variant.sku, ...Object.values(variant.options)].join(" "));
  return words.filter((word) => own.includes(` ${fold(word)} `)).length;
}
