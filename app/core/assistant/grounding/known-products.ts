import { fold } from "~/lib/words";
import { findMeasures, type Measure } from "../../knowledge/product-words/measures";
import { comparableWords } from "../../store/option-words";
import { splitAt } from "./clauses";
import { isObject, type Json, list, readAmount } from "./json-facts";

import { deniesRule, type Rule, tellingWords } from "./rules";
import { languageOf } from "./sentence-language";

export interface KnownVariant {
  id: string;
  /** Each option's value as comparable words. */
  options: string[][];
  price: number[];
  /** What it cost before. */
  former: number[];
  available: boolean | null;
  quantity: number | null;
}

export interface KnownProduct {
  /** Folded. */
  title: string;
  /** What kind of thing it is, such as "Mugs". */
  kind: string;
  currency: string | null;
  /** Comparable words of all its option values. */
  optionWords: Set<string>;
  /** Comparable words of its title, maker, kind, tags and description. */
  words: Set<string>;
  /** Title, description and options, folded. */
  text: string;
  /** What its description says that it is or is not, clause by clause. */
  statements: Rule[];
  /** Figures with units that these have. */
  measures: Measure[];
  optionCounts: Set<number>;
  variants: KnownVariant[];
  /** Major units: what it or any variant of it costs. */
  prices: Set<number>;
  formers: Set<number>;
  /** Whether any of it can be had. */
  available: boolean | null;
  /** How many the shopper wants, where a tool was asked to put it into the cart. */
  wanted: number;
}

/** A product as a tool gave it, joined with what was known of it before; null where the object is none. */
export function readProduct(value: Json, former: KnownProduct | undefined): KnownProduct | null {
  if (typeof value.title !== "string" || !("price" in value || "priceFrom" in value)) return null;
  if (!("currency" in value)) return null;
  const owners = [...list(value.variants), ...(isObject(value.variant) ? [value.variant] : [])];
  const single = "variantId" in value ? [value] : [];
  const variants = joinVariants(former?.variants ?? [], [...owners, ...single].map(readVariant));
  const options = list(value.options);
  const texts = [value.title, value.vendor, value.productType, value.description, ...asTexts(value.tags)];
  const text = fold(
    [value.title, value.description, ...options.flatMap(({ values }) => asTexts(values))].join(" | "),
  );
  const isLonger = former === undefined || text.length > former.text.length;
  const prices = ["price", "priceFrom", "priceTo"].flatMap((key) => readAmount(value[key]));
  return {
    title: fold(value.title),
    kind: typeof value.productType === "string" ? value.productType : (former?.kind ?? ""),
    currency: typeof value.currency === "string" ? value.currency : null,
    optionWords: new Set([
      ...(former?.optionWords ?? []),
      ...options.flatMap(({ values }) => asTexts(values)).flatMap(comparableWords),
      ...variants.flatMap((variant) => variant.options.flat()),
    ]),
    words: new Set([
      ...(former?.words ?? []),
      ...texts.flatMap((text) => comparableWords(String(text ?? ""))),
    ]),
    text: isLonger ? text : former.text,
    statements: isLonger ? readStatements(String(value.description ?? "")) : former.statements,
    measures: isLonger ? findMeasures(withEveryUnit(text)) : former.measures,
    optionCounts: new Set([
      ...(former?.optionCounts ?? []),
      ...options.map(({ values }) => asTexts(values).length),
      variants.length,
      ...(typeof value.variantCount === "number" ? [value.variantCount] : []),
    ]),
    variants,
    prices: new Set([...(former?.prices ?? []), ...prices, ...variants.flatMap(({ price }) => price)]),
    formers: new Set([...(former?.formers ?? []), ...variants.flatMap((variant) => variant.former)]),
    available: typeof value.available === "boolean" ? value.available : (former?.available ?? null),
    wanted: typeof value.quantity === "number" && "price" in value ? value.quantity : (former?.wanted ?? 1),
  };
}

function readStatements(description: string): Rule[] {
  const language = languageOf(description, "en");
  return splitAt(fold(description)).map((clause) => ({
    words: tellingWords(clause),
    isDenied: deniesRule(clause, language),
  }));
}

/** "180 × 35 cm" as "180 cm 35 cm". */
function withEveryUnit(text: string): string {
  return text.replace(
    /(\d[\d.,]*)\s?[x×]\s?(?=(?:\d[\d.,]*\s?[x×]\s?)?\d[\d.,]*\s?(mm|cm|m|inch(?:es)?|in|ft)\b)/g,
    "$1 $2 ",
  );
}

function readVariant(value: Json): KnownVariant {
  const options = isObject(value.options) ? Object.values(value.options) : [];
  const words = options.length > 0 ? options : String(value.variantTitle ?? value.title ?? "").split(" / ");
  return {
    id: String(value.variantId ?? value.title ?? ""),
    options: words.map((option) => comparableWords(String(option))).filter((option) => option.length > 0),
    price: readAmount(value.price),
    former: readAmount(value.compareAtPrice),
    available: typeof value.available === "boolean" ? value.available : null,
    // What stands beside "available" is stock; elsewhere it is what the shopper wants.
    quantity: typeof value.quantity === "number" && "available" in value ? value.quantity : null,
  };
}

function joinVariants(known: readonly KnownVariant[], added: readonly KnownVariant[]): KnownVariant[] {
  const byId = new Map(known.map((variant) => [variant.id, variant]));
  for (const variant of added) {
    const former = byId.get(variant.id);
    byId.set(variant.id, {
      ...variant,
      former: variant.former.length > 0 ? variant.former : (former?.former ?? []),
      available: variant.available ?? former?.available ?? null,
      quantity: variant.quantity ?? former?.quantity ?? null,
    });
  }
  return [...byId.values()];
}

function asTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
