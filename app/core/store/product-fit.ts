import { fold } from "~/lib/words";
import { optionWords } from "./colours";
import { comparable, comparableWords } from "./option-words";
import type { Product, Variant } from "./product";

/** Minor units, inclusive. */
export interface PriceLimits {
  minPrice?: number;
  maxPrice?: number;
}

export interface ProductFit {
  product: Product;
  /** The variant that answers most of the words, of those within the price limits where there are any. */
  variant: Variant;
  /** Higher is better; comparable within one ranking. */
  score: number;
  /** Words, as given, that neither the product nor this variant answers. */
  missing: string[];
  /** An option offers a word that none of the variants at hand has: the platform may hold back further ones. */
  mayHaveBetterVariant: boolean;
}

/** What a hit is worth by where it is. */
const WORTH = { sku: 8, title: 5, option: 4, productType: 4, tag: 2.5, vendor: 2.5, description: 1 };
/** A word that is only the beginning of another ("water" in "waterproof"). */
const BEGINNING = 0.5;

/** How well products answer words (folded, as `words` gives them), best first; equals keep their order. */
export function rankProducts(
  products: readonly Product[],
  queryWords: readonly string[],
  limits: PriceLimits = {},
): ProductFit[] {
  const readings = products
    .filter((product) => product.variants.length > 0)
    .map((product) => readProduct(product));
  const terms = [...new Set(queryWords)].map((word) => ({ word, key: comparable(word) }));
  const rarity = new Map(
    terms.map(({ key }) => {
      const holding = readings.filter((reading) => worthOf(reading, key) > WORTH.description).length;
      return [key, Math.log(1 + (readings.length + 1) / (holding + 0.5))];
    }),
  );
  return readings
    .map((reading) => judge(reading, terms, rarity, limits))
    .map((result, index) => ({ result, index }))
    .sort((a, b) => b.result.score - a.result.score || a.index - b.index)
    .map(({ result }) => result);
}

type Reading = ReturnType<typeof readProduct>;

function readProduct(product: Product) {
  return {
    product,
    title: new Set(indexed(product.title)),
    /** What the thing is stands last in most titles: "Water Bottle", before any dash or "with". */
    head: comparableWords(
      product.title.split(/\s[-–|(,]\s?|\s(?:with|for|mit|für|avec|pour|con|para|com|per)\s/i)[0] ?? "",
    ).at(-1),
    productType: new Set(indexed(product.productType)),
    tags: new Set(indexed(product.tags.join(" "))),
    vendor: new Set(indexed(product.vendor)),
    skus: new Set(product.variants.map((variant) => comparable(fold(variant.sku))).filter(Boolean)),
    offered: new Set(product.options.flatMap((option) => option.values.flatMap(optionWords))),
    description: ` ${fold(product.description).replace(/[^\p{L}\p{N}]+/gu, " ")} `,
  };
}

/** Hyphened words count whole and in parts: a "T-Shirt" is a tshirt and a shirt. */
function indexed(text: string): string[] {
  const parts = text.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? [];
  return [...comparableWords(text), ...comparableWords(parts.join(" ").replaceAll("-", " "))];
}

function worthOf(reading: Reading, key: string): number {
  if (reading.skus.has(key)) return WORTH.sku;
  if (reading.title.has(key)) return WORTH.title;
  if (reading.productType.has(key)) return WORTH.productType;
  if (reading.tags.has(key)) return WORTH.tag;
  if (reading.vendor.has(key)) return WORTH.vendor;
  if (key.length > 3 && beginsAny(reading.title, key)) return WORTH.title * BEGINNING;
  if (key.length > 2 && reading.description.includes(` ${key}`)) return WORTH.description;
  return 0;
}

function beginsAny(set: Set<string>, key: string): boolean {
  for (const word of set) if (word.startsWith(key)) return true;
  return false;
}

function judge(
  reading: Reading,
  terms: { word: string; key: string }[],
  rarity: Map<string, number>,
  limits: PriceLimits,
): ProductFit {
  const { product } = reading;
  const keys = terms.map(({ key }) => key);
  const { variant, answered } = bestVariant(product, keys, limits);
  let score = 0;
  const missing: string[] = [];
  for (const { word, key } of terms) {
    const worth = Math.max(worthOf(reading, key), answered.has(key) ? WORTH.option : 0);
    if (worth === 0) missing.push(word);
    score += worth * (rarity.get(key) ?? 1);
  }
  const covered = [...reading.title].filter((word) => keys.includes(word)).length;
  if (reading.title.size > 0) score += (2 * covered) / reading.title.size;
  if (reading.head !== undefined && keys.includes(reading.head)) score += 2;
  if (!variant.available) score -= 1;
  if (!isWithin(variant, limits)) score -= 50;
  const mayHaveBetterVariant = keys.some((key) => reading.offered.has(key) && !answered.has(key));
  return { product, variant, score, missing, mayHaveBetterVariant };
}

/** Within the price limits before all else, then by words answered, then in stock, then in the shop's own order. */
function bestVariant(
  product: Product,
  keys: string[],
  limits: PriceLimits,
): { variant: Variant; answered: Set<string> } {
  const judged = product.variants.map((variant) => {
    const own = new Set([
      ...Object.values(variant.options).flatMap(optionWords),
      comparable(fold(variant.sku)),
    ]);
    const answered = new Set(keys.filter((key) => own.has(key)));
    const rank = (isWithin(variant, limits) ? 1000 : 0) + answered.size * 10 + (variant.available ? 1 : 0);
    return { variant, answered, rank };
  });
  return judged.reduce((best, candidate) => (candidate.rank > best.rank ? candidate : best));
}

function isWithin(variant: Variant, { minPrice, maxPrice }: PriceLimits): boolean {
  return variant.price >= (minPrice ?? 0) && variant.price <= (maxPrice ?? Number.POSITIVE_INFINITY);
}

/** The product's variants, those first that answer most of the words. */
export function variantsByFit(product: Product, queryWords: readonly string[]): Variant[] {
  const keys = new Set(queryWords.map(comparable));
  if (keys.size === 0) return product.variants;
  const hits = (variant: Variant) =>
    Object.values(variant.options)
      .flatMap(optionWords)
      .filter((word) => keys.has(word)).length;
  return product.variants
    .map((variant) => ({ variant, hits: hits(variant) }))
    .sort((a, b) => b.hits - a.hits)
    .map(({ variant }) => variant);
}
