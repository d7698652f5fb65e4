import { contextAt, type Sentence } from "./claim";
import { type FoundAmount, findAmounts, includesAmount } from "./find-amounts";
import { findPercents } from "./find-figures";
import { COMPARING, SAVING_AFTER, SAVING_BEFORE, TOTAL } from "./money-words";
import { knownSums } from "./product-sums";
import { telling } from "./term-context";

/** Longer sums than these nobody says. */
const MAX_PARTS = 4;
const MAX_POOL = 9;
const MANY = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12];

const EACH =
  /\b(?:each|apiece|a piece|je (?=\p{L})|jeweils|cada|chacun\w*|la piece|l'unite|l'uno|ciascun\w*|a testa|(?:per|pro|por|par|al) \p{L}{4,})/u;
const MISSING =
  /\b(?:away|short|missing|need|to go|left|fehl\w*|noch|falta\w*|manqu\w*|restam?|manca\w*|differen\w*|diferen\w*|unterschied)\b/;

/** Every sum of a sentence that stands in evidence, is a multiple of one that does, or the total of such in the sentence. */
export function soundSums(folded: string, known: readonly number[]): number[] {
  const multiples = known.flatMap((sum) => MANY.map((count) => sum * count));
  const said = findAmounts(folded).flatMap(({ values }) => values);
  const parts = said.filter((value) => includesAmount([...known, ...multiples], [value]));
  const totals = sumsOf([...new Set([...parts, ...known.slice(0, MAX_POOL)])].slice(0, MAX_POOL), 3);
  return said.filter((value) => includesAmount([...parts, ...totals], [value]));
}

/**
 * Whether a sum comes of others by arithmetic that its sentence speaks of: a total of what was named, several of one, one
 * of a set, a share of
 * one, what is missing to another.
 * @param parts sums that the reply has named so far, and those of what the sentence names
 */
export function isDerived(
  { values, start, end }: FoundAmount,
  { folded }: Sentence,
  parts: readonly number[],
): boolean {
  const pool = [...new Set(parts)].filter((sum) => sum > 0).slice(0, MAX_POOL);
  const equals = (sum: number) => includesAmount([sum], values);
  const isTotal = TOTAL.test(folded);
  if (isTotal && sumsOf(pool, MAX_PARTS).some(equals)) return true;
  const counts = countsIn(folded);
  if (counts.some((count) => pool.some((sum) => equals(sum * count)))) return true;
  if (isTotal && sumsOf([...pool, ...multiples(pool, counts)].slice(0, MAX_POOL), MAX_PARTS).some(equals))
    return true;
  if (EACH.test(folded) && MANY.some((count) => pool.some((sum) => equals(round(sum / count))))) return true;
  const shares = findPercents(folded).flatMap((share) => share.values.map((value) => value / 100));
  if (
    shares.some((share) => pool.some((sum) => equals(round(sum * share)) || equals(round(sum * (1 - share)))))
  )
    return true;
  const isDifference =
    SAVING_BEFORE.test(folded.slice(0, start)) ||
    SAVING_AFTER.test(folded.slice(end)) ||
    COMPARING.test(folded.slice(end, end + 14)) ||
    MISSING.test(folded);
  if (INSTALMENTS.test(folded) && counts.some((count) => pool.some((sum) => equals(round(sum / count)))))
    return true;
  const whole = [...pool, ...multiples(pool, counts)];
  return isDifference && whole.some((a) => pool.some((b) => a !== b && equals(Math.abs(round(a - b)))));
}

const INSTALMENTS =
  /\b(?:instal?ments?|payments?|rates?|raten|plazos|cuotas|fois|mensualites|echeances|parcelas?|vezes|rate|\d{1,2}x)\b/;

/** "With PIX it comes to 370.50": a share that the shop's texts have for what the sentence speaks of, taken off or left. */
export function isRuledShare(
  { values, start }: FoundAmount,
  sentence: Sentence,
  parts: readonly number[],
): boolean {
  const shares = sentence.facts.terms.filter(({ kind }) => kind === "percentage");
  if (shares.length === 0) return false;
  const { near, wide } = contextAt(sentence, start);
  const spoken = telling(new Set([...near, ...wide]));
  const pool = [...new Set([...parts, ...knownSums(sentence.facts)])];
  return shares
    .filter(({ context }) => [...telling(context.wide)].some((word) => spoken.has(word)))
    .flatMap((term) => term.values.map((value) => Number(value) / 100))
    .some((share) =>
      pool.some((sum) => includesAmount([round(sum * share), round(sum * (1 - share))], values)),
    );
}

function multiples(pool: readonly number[], counts: readonly number[]): number[] {
  return pool.flatMap((sum) => counts.map((count) => sum * count));
}

/** Sums of two and more of them. */
function sumsOf(pool: readonly number[], most: number): number[] {
  let sums: { sum: number; parts: number }[] = [{ sum: 0, parts: 0 }];
  for (const part of pool)
    sums = [
      ...sums,
      ...sums
        .filter(({ parts }) => parts < most)
        .map(({ sum, parts }) => ({ sum: sum + part, parts: parts + 1 })),
    ];
  return sums.filter(({ parts }) => parts > 1).map(({ sum }) => sum);
}

/** "Three mugs", "4 ×": counts that the sentence names itself. */
function countsIn(folded: string): number[] {
  return [...folded.matchAll(/(?<![\d.,$€£])(\d{1,2})(?![\d.,%]|\s?[$€£])/g)]
    .map(([, count]) => Number(count))
    .filter((count) => count > 1);
}

const round = (sum: number): number => Math.round(sum * 100) / 100;

const MAX_THINGS = 4;

/** "Together that's $52", where no thing is named: one of each that is known, in any variant. */
export function isOneOfEach({ values }: FoundAmount, { folded, namedProducts, facts }: Sentence): boolean {
  const things = [...facts.products.values()];
  if (!TOTAL.test(folded) || namedProducts.length > 0 || things.length < 2 || things.length > MAX_THINGS)
    return false;
  const sums = things.reduce(
    (soFar, { prices }) => soFar.flatMap((sum) => [...prices].map((price) => sum + price)),
    [0],
  );
  return includesAmount(sums.map(round), values);
}
