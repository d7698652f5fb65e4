import { findMeasures } from "../../knowledge/product-words/measures";
import { namesWord } from "../../knowledge/product-words/negations";
import type { OptionWish } from "../../knowledge/product-words/options";
import { colourOf, fitColour } from "../../store/colours";
import { comparable, comparableWords } from "../../store/option-words";
import type { Product, Variant } from "../../store/product";
import { queryWords } from "../../store/query-words";
import type { Unmet } from "../results";
import type { SearchWish } from "./search-wish";

/** A product as it is now, held against a wish. */
export interface JudgedProduct {
  product: Product;
  /** The one that meets most of the wish. */
  variant: Variant;
  /** What this variant does not meet; never "thing", which only the index can tell. */
  unmet: Exclude<Unmet, "thing">[];
  /** Words that the product has in some version, but not in this one. */
  missing: string[];
}

/** Holds a product with its variants as they are now against the wish. Null for one without variants. */
export function judgeProduct(product: Product, wish: SearchWish): JudgedProduct | null {
  const terms = queryWords(wish.words).map((word) => ({ word, key: comparable(word) }));
  const general = isVendorUnmet(product, wish) ? (["vendor"] as const) : [];
  const judged = product.variants.map((variant, index) => {
    const unmet = [...general, ...unmetBy(product, variant, wish)];
    const missing = missingIn(product, variant, terms);
    const exact = wish.options.filter(({ names, values }) => hasValue(variant, names, values)).length;
    const rank = [
      unmet.length,
      distance(variant, wish),
      missing.length,
      -exact,
      variant.available ? 0 : 1,
      inOrder(variant, wish),
      index,
    ];
    return { product, variant, unmet, missing, rank };
  });
  const [best] = judged.sort((a, b) => compareRanks(a.rank, b.rank));
  return best ? { product, variant: best.variant, unmet: best.unmet, missing: best.missing } : null;
}

/** Minor units beyond the price limits. */
function distance({ price }: Variant, { filters: { minPrice = 0, maxPrice = price } }: SearchWish): number {
  return Math.max(minPrice - price, price - maxPrice, 0);
}

/** Of one product, too, the cheapest version is shown where the cheapest is asked for. */
function inOrder({ price }: Variant, { sort }: SearchWish): number {
  return sort === "price-ascending" ? price : sort === "price-descending" ? -price : 0;
}

function compareRanks(a: number[], b: number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

function unmetBy(product: Product, variant: Variant, wish: SearchWish): JudgedProduct["unmet"] {
  const { minPrice = 0, maxPrice = Number.POSITIVE_INFINITY, availableOnly } = wish.filters;
  const unmet: JudgedProduct["unmet"] = [];
  if (variant.price < minPrice || variant.price > maxPrice) unmet.push("price");
  if (availableOnly && !variant.available) unmet.push("stock");
  if (wish.options.some((option) => !meetsOption(product, variant, option))) unmet.push("option");
  if (wish.measures.some((measure) => !meetsMeasure(product, variant, measure))) unmet.push("measure");
  if (wish.without.some((word) => isNamed(product, variant, word))) unmet.push("excluded");
  return unmet;
}

function isVendorUnmet({ vendor }: Product, { filters }: SearchWish): boolean {
  return filters.vendors !== undefined && !filters.vendors.includes(vendor);
}

/** By the variant's own option, or, where the product has no such option, by what it is called. */
function meetsOption(product: Product, variant: Variant, { names, values, nearValues }: OptionWish): boolean {
  const admitted = [...values, ...nearValues];
  if (names.some((name) => variant.options[name] !== undefined)) return hasValue(variant, names, admitted);
  const called = ` ${comparableWords([product.title, product.productType, ...product.tags].join(" ")).join(" ")} `;
  return admitted.some((value) => called.includes(` ${comparableWords(value).join(" ")} `));
}

function hasValue({ options }: Variant, names: string[], values: string[]): boolean {
  return names.some((name) => {
    const value = options[name];
    return value !== undefined && values.includes(value);
  });
}

/** A measure that the product comes in by option must be this variant's own. */
function meetsMeasure(
  product: Product,
  variant: Variant,
  { unit, min, max }: SearchWish["measures"][number],
): boolean {
  const meets = (text: string) =>
    findMeasures(text).some(
      (measure) => measure.unit === unit && measure.value >= min && measure.value <= max,
    );
  const own = Object.values(variant.options).join(" / ");
  if (meets(own) || meets(product.title)) return true;
  const isChosen = findMeasures(own).some((measure) => measure.unit === unit);
  return !isChosen && (meets(product.description) || product.tags.some(meets));
}

/** Whether title, type, tags, text or this variant's options name what is ruled out. */
function isNamed(product: Product, variant: Variant, word: string): boolean {
  const own = Object.values(variant.options);
  const colour = colourOf(word);
  if (colour !== null && own.some((value) => fitColour(colour, value) !== "other")) return true;
  const key = comparable(word);
  const isWord = (folded: string) => comparable(folded) === key;
  const texts = [product.title, product.productType, product.vendor, ...product.tags, ...own];
  // What a text says of colours is of all versions together.
  if (colour === null) texts.push(product.description);
  return texts.some((text) => namesWord(text, isWord));
}

/** Words that only the options answer, and not those of this variant. */
function missingIn(product: Product, variant: Variant, terms: { word: string; key: string }[]): string[] {
  const offered = new Set(product.options.flatMap(({ values }) => values.flatMap(comparableWords)));
  if (terms.every(({ key }) => !offered.has(key))) return [];
  const own = new Set(Object.values(variant.options).flatMap(comparableWords));
  const said = new Set(
    comparableWords([product.title, product.productType, product.vendor, ...product.tags].join(" ")),
  );
  return terms
    .filter(({ key }) => offered.has(key) && !own.has(key) && !said.has(key))
    .map(({ word }) => word);
}
