import { type Claim, FALSE, type Sentence, TRUE } from "./claim";
import { type FoundAmount, findAmounts, includesAmount } from "./find-amounts";
import { readNumber, writeLike } from "./number-text";
import { FREE, LIMIT, NOT_REALLY_FREE, ROUGHLY } from "./phrases";
import { PERCENT } from "./text-facts";

/** How far "about" reaches. */
const ROUGH_SHARE = 0.05;

/** Prices and other sums: of the product that is named, else of anything in evidence. */
export function checkAmounts(sentence: Sentence): Claim[] {
  return findAmounts(sentence.folded).map((amount) => ({
    kind: "amount",
    start: amount.numberStart,
    end: amount.numberStart + amount.number.length,
    verdict: judgeAmount(amount, sentence),
  }));
}

function judgeAmount(amount: FoundAmount, sentence: Sentence): Claim["verdict"] {
  const { facts, shopper, products, folded } = sentence;
  const before = folded.slice(Math.max(0, amount.start - 30), amount.start);
  const isLimit = LIMIT.test(before);
  if (isRepeated(sentence, isLimit) && includesAmount(shopper.amounts, amount.values)) return TRUE;
  const named = products.filter((product) => product.isNamed).map(({ product }) => product);
  const ofNamed = named.flatMap((product) => [...product.amounts]);
  const others = [
    ...facts.amounts,
    ...[...facts.products.values()].flatMap((product) => [...product.amounts]),
  ];
  const isKnown = (known: Iterable<number>) =>
    includesAmount(known, amount.values) || (ROUGHLY.test(before) && isNear(known, amount.values));
  if (named.length > 0 ? isKnown(ofNamed) || isKnown(facts.amountsOfOthers(named)) : isKnown(others))
    return TRUE;
  if (isLimit && keepsLimit(others, amount.values, before)) return TRUE;
  const [only] = products;
  if (products.length === 1 && only?.product.price && !isLimit) {
    return { is: "replace", by: writeLike(amount.number, only.product.price) };
  }
  return FALSE;
}

function isRepeated({ isQuestion, isNegated }: Sentence, isLimit: boolean): boolean {
  return isLimit || isNegated || isQuestion;
}

function isNear(known: Iterable<number>, values: number[]): boolean {
  for (const amount of known)
    if (values.some((value) => Math.abs(value - amount) <= ROUGH_SHARE * amount)) return true;
  return false;
}

/** "All under $60" holds when nothing that is known costs more. */
function keepsLimit(known: number[], values: number[], before: string): boolean {
  const prices = known.filter((amount) => amount > 0);
  if (prices.length === 0) return false;
  const isFloor =
    /\b(?:over|above|more than|at least|uber|mehr als|mas de|plus de|mais de|oltre|piu di)\s*$/.test(before);
  return values.some((value) => prices.every((price) => (isFloor ? price >= value : price <= value)));
}

export function checkPercents(sentence: Sentence): Claim[] {
  const { facts, shopper } = sentence;
  return [...sentence.folded.matchAll(PERCENT)].map((match) => {
    const values = readNumber(match[1] ?? "");
    const isKnown =
      values.some((value) => facts.percents.has(value)) ||
      values.some((value) => facts.discounts.has(value)) ||
      (isRepeated(sentence, false) && values.some((value) => shopper.percents.has(value)));
    return {
      kind: "percentage",
      start: match.index,
      end: match.index + match[0].length,
      verdict: isKnown ? TRUE : FALSE,
    };
  });
}

/** "Free returns" where nothing says so. */
export function checkFree({ folded, facts, isQuestion, isNegated }: Sentence): Claim[] {
  const match = FREE.exec(folded.replace(NOT_REALLY_FREE, (found) => " ".repeat(found.length)));
  if (!match || isQuestion || isNegated) return [];
  const isKnown = FREE.test(facts.text);
  return [
    {
      kind: "amount",
      start: match.index,
      end: match.index + match[0].length,
      verdict: isKnown ? TRUE : FALSE,
    },
  ];
}
