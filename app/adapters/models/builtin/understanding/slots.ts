import { findMeasures } from "~/core/knowledge/product-words/measures";
import type { Lexicon, Mention } from "./lexicon";
import type { Word } from "./words";

/** What the shopper named: the arguments of the tools, as she wrote them. */
export interface Slots {
  orderNumbers: string[];
  email: string | null;
  /** Major units of the shop's currency. */
  minPrice: number | null;
  maxPrice: number | null;
  /** 1 for "the first one"; -1 for "the last one". */
  ordinal: number | null;
  quantity: number | null;
}

/** Bounded, so that a long run of letters costs no more than a short one. */
const EMAIL = /(?<![^\s<>,;:"'()[\]])[^\s@<>,;:"'()[\]]{1,64}@[^\s@<>,;:"'()[\]]{1,189}\.[\p{L}\d-]{2,24}/u;
/** With a hash, or letters and digits mixed ("W2611340", "EU-1042-B"), or digits alone. */
const HASHED = /#\s?([\p{L}\d][\p{L}\d_/-]*\d[\p{L}\d]*|\d+)/gu;
const MIXED = /(?<![\p{L}\d#])(\p{L}{1,5}-?\d{3,}(?:-?[\p{L}\d]+)*)(?![\p{L}\d])/gu;
const DIGITS = /(?<![\p{L}\d#.,$€£¥-])(\d{3,})(?![\p{L}\d%]|[.,]\d|\s?(?:[$€£¥]|[a-z]{3}\b))/giu;
const MONEY =
  /[$€£¥]|\b(?:usd|eur|gbp|dollars?|bucks|euros?|pounds?|dolares|dólares|reais|libras|franken|chf)\b/iu;

/** "15% of 340", "12 * 7": a sum names no order. */
const SUM = /\d\s*(?:[+*×÷=^]|\/(?=\s*\d)|%)/u;
/** "in 1914" */
const YEAR = /(?<=\b(?:in|en|em|im|nel|anno|année|jahr|año|ano)\s)[12]\d{3}\b/giu;

export function findEmail(text: string): string | null {
  return EMAIL.exec(text)?.[0].replace(/[.-]+$/, "") ?? null;
}

/**
 * Order numbers in the text, most certain first. Bare digits count only where an order is spoken of or nothing else is said
 * (`isLikely`), since they may as well be a price, a size or a house number.
 */
export function findOrderNumbers(text: string, isLikely: boolean): string[] {
  const bare = text.replace(EMAIL, " ").replace(/https?:\/\/\S+/g, " ");
  const certain = [...bare.matchAll(HASHED)].map((match) => match[1] ?? "");
  const rest = withoutMeasures(bare.replace(HASHED, " ").replace(YEAR, " "));
  const likely =
    isLikely && !SUM.test(rest)
      ? [MIXED, DIGITS].flatMap((pattern) => [...rest.matchAll(pattern)].map((match) => match[1] ?? ""))
      : [];
  return [...new Set([...certain, ...likely])];
}

/** "750 ml" and "2000 pieces" name no order. */
function withoutMeasures(text: string): string {
  return findMeasures(text).reduceRight(
    (rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`,
    text,
  );
}

const NUMBER = String.raw`(\d{1,3}(?:[., ]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?)`;

export function findPriceLimits(
  text: string,
  mentions: Mention[],
  words: Word[],
): Pick<Slots, "minPrice" | "maxPrice"> {
  const amountAfter = (mention: Mention) =>
    words.slice(mention.end, mention.end + 3).flatMap((word) => parseAmount(word.written) ?? [])[0] ?? null;
  const of = (concept: Mention["concept"]) => mentions.filter((mention) => mention.concept === concept);

  const range = new RegExp(
    `${NUMBER}\\s?[$€£]?\\s?(?:-|–|to|and|a|y|e|et|und|bis|à)\\s?[$€£]?\\s?${NUMBER}`,
    "iu",
  ).exec(text);
  if (range && (of("between").length > 0 || MONEY.test(text))) {
    const [low, high] = [parseAmount(range[1] ?? ""), parseAmount(range[2] ?? "")];
    if (low !== null && high !== null && low < high) return { minPrice: low, maxPrice: high };
  }
  const max = of("under").flatMap((mention) => amountAfter(mention) ?? [])[0] ?? null;
  const min = of("over").flatMap((mention) => amountAfter(mention) ?? [])[0] ?? null;
  return { minPrice: max === null ? min : min !== null && min < max ? min : null, maxPrice: max };
}

/** A number as people write it: the last separator is decimal when one or two digits follow. */
export function parseAmount(text: string): number | null {
  if (!/^\d[\d., ]*$/.test(text)) return null;
  const decimal = /[.,](\d{1,2})$/.exec(text);
  const whole = (decimal ? text.slice(0, decimal.index) : text).replace(/[., ]/g, "");
  return Number(decimal ? `${whole}.${decimal[1]}` : whole);
}

const ORDINALS = [
  ["first", 1],
  ["second", 2],
  ["third", 3],
  ["fourth", 4],
  ["fifth", 5],
  ["final", -1],
] as const;

export function findOrdinal(mentions: Mention[], text: string): number | null {
  const named = ORDINALS.find(([concept]) => mentions.some((mention) => mention.concept === concept));
  if (named) return named[1];
  const numbered =
    /^(?:the |option |number |no\.? |nr\.? |n[º°] ?|num[eé]ro |n[uú]mero |nummer |#)?([1-9])[.)]?$/iu.exec(
      text.trim(),
    );
  return numbered ? Number(numbered[1]) : null;
}

const NUMERALS: Record<string, number> = {};
for (const [value, names] of [
  [2, "two dos deux zwei dois duas due couple pair"],
  [3, "three tres trois drei tre"],
  [4, "four cuatro quatre vier quatro quattro"],
  [5, "five cinco cinq funf cinque"],
  [6, "six seis sechs sei"],
  [12, "dozen docena douzaine dutzend duzia dozzina"],
] as const) {
  for (const name of names.split(" ")) NUMERALS[name] = value;
}

/** How many pieces: a small number that is neither a size nor an amount, so only right at the start of what is wanted. */
export function findQuantity(words: Word[], lexicon: Lexicon): number | null {
  const found = words.findIndex(({ folded }) => NUMERALS[folded] !== undefined || /^\d{1,2}$/.test(folded));
  const word = words[found];
  if (!word) return null;
  const before = words[found - 1];
  const isMeasured =
    before !== undefined && lexicon.findMentions([before]).some(({ concept }) => concept === "size");
  return isMeasured ? null : (NUMERALS[word.folded] ?? Number(word.folded));
}
