import { type Claim, FALSE, isConditionalBefore, isNegatedNear, type Sentence, TRUE } from "./claim";
import type { KnownProduct } from "./known-facts";
import { AVAILABLE, STOCK_COUNT, UNAVAILABLE } from "./phrases";

type Variant = KnownProduct["variants"][number];

/** "Only 3 left": as many as a variant that is spoken of has. */
export function checkStockCounts(sentence: Sentence): Claim[] {
  const { folded, products, isQuestion } = sentence;
  if (isQuestion || products.length === 0) return [];
  const pattern = new RegExp(`(?<![\\d.,#$€£])(\\d{1,5})\\s(?:\\w+\\s){0,2}?(?:${STOCK_COUNT.source})`, "gu");
  return [...folded.matchAll(pattern)].flatMap((match): Claim[] => {
    const variants = spokenOf(sentence);
    const counts = variants.flatMap(({ quantity }) => (quantity === null ? [] : [quantity]));
    const total = counts.reduce((sum, count) => sum + count, 0);
    const said = Number(match[1]);
    const start = match.index;
    const end = start + (match[1] ?? "").length;
    if (counts.includes(said) || said === total || sentence.facts.counts.has(said)) {
      return [{ kind: "stock", start, end, verdict: TRUE }];
    }
    const [only] = new Set(counts);
    const verdict = new Set(counts).size === 1 ? ({ is: "replace", by: String(only) } as const) : FALSE;
    return [{ kind: "stock", start, end, verdict }];
  });
}

/** "Is sold out", "is in stock": true of one of the variants that are spoken of. */
export function checkAvailability(sentence: Sentence): Claim[] {
  const { folded, isQuestion, products } = sentence;
  if (isQuestion || products.length === 0) return [];
  const unavailable = UNAVAILABLE.exec(folded);
  const available = unavailable ? null : AVAILABLE.exec(folded);
  const match = unavailable ?? available;
  if (!match || isConditionalBefore(folded, match.index)) return [];
  const isNegated = available !== null && isNegatedNear(folded, match.index, match.index + match[0].length);
  const wanted = available !== null && !isNegated;
  const known = [
    ...spokenOf(sentence).map(({ available: has }) => has),
    ...products
      .filter(({ product }) => product.variants.length === 0)
      .map(({ product }) => product.available),
  ].filter((has) => has !== null);
  const isTrue = known.length === 0 || known.includes(wanted);
  return [
    { kind: "stock", start: match.index, end: match.index + match[0].length, verdict: isTrue ? TRUE : FALSE },
  ];
}

/** Variants whose options the sentence names; all of them where it names none. */
function spokenOf({ folded, products }: Sentence): Variant[] {
  const variants = products.flatMap(({ product }) => product.variants);
  const named = variants.map((variant) => variant.options.filter((option) => hasWord(folded, option)).length);
  const most = Math.max(0, ...named);
  return variants.filter((_, index) => named[index] === most);
}

function hasWord(folded: string, option: string): boolean {
  const spaced = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, " ").trim()} `;
  return option !== "" && spaced(folded).includes(spaced(option));
}
