import { FALSE, type Sentence, TRUE, type Verdict } from "./claim";
import type { FoundAmount } from "./find-amounts";
import type { KnownFacts } from "./known-facts";
import type { KnownProduct } from "./known-products";
import { COMPARING, FORMER, NOW, SAVING_AFTER, SAVING_BEFORE, TOTAL } from "./money-words";
import { variantsSpokenOf } from "./spoken-variants";

/** Every price in evidence. */
export function knownSums({ products }: KnownFacts): number[] {
  return [...products.values()].flatMap(({ prices, formers }) => [...prices, ...formers]);
}

/**
 * A sum that is said of products: what they cost, cost before, are reduced by, differ in, or come to together.
 * `by` of a replacement is a decimal string.
 */
export function judgeProductSum(
  amount: FoundAmount,
  sentence: Sentence,
  products: readonly KnownProduct[],
  isKnown: (sums: readonly number[]) => boolean,
): Verdict {
  const { folded, facts } = sentence;
  const before = folded.slice(0, amount.start);
  const after = folded.slice(amount.end, amount.end + 30);
  const variants = variantsSpokenOf(sentence, products, amount.start);
  const prices = spokenPrices(
    variants.flatMap(({ price }) => price),
    products,
  );
  const formers = variants.flatMap(({ former }) => former);
  const savings = variants.flatMap(({ price, former }) =>
    former.flatMap((then) => price.map((now) => round(then - now))),
  );
  if (SAVING_BEFORE.test(before) || SAVING_AFTER.test(after)) {
    if (isKnown(savings) || (COMPARING.test(folded) && isKnown(differences(facts)))) return TRUE;
    return onlyOne(savings);
  }
  if (isTableRow(folded) && isKnown([...prices, ...formers])) return TRUE;
  if (isFormer(before)) return isKnown(formers) ? TRUE : onlyOne(formers);
  if (COMPARING.test(after.slice(0, 12)) && isKnown(differences(facts))) return TRUE;
  if (isKnown(prices)) return TRUE;
  if (TOTAL.test(folded) && isKnown(totals(prices, products))) return TRUE;
  if (products.some(({ wanted }) => wanted > 1 && isKnown(prices.map((price) => round(price * wanted)))))
    return TRUE;
  return onlyOne(prices);
}

/** Its columns say what its figures are. */
const isTableRow = (folded: string): boolean => /^\s*\|.*\|\s*$/.test(folded);

/** "Now 60, down from 80" and "was 80, now 60": the word that is nearer tells. */
function isFormer(before: string): boolean {
  const former = FORMER.exec(before);
  const now = NOW.exec(before);
  return former !== null && (now === null || former.index > now.index);
}

/** Of the variants that are spoken of; of the whole product where those are all, as "from 20 to 30". */
function spokenPrices(ofVariants: readonly number[], products: readonly KnownProduct[]): number[] {
  const all = products.flatMap(({ prices }) => [...prices]);
  const isPart =
    ofVariants.length > 0 && products.every(({ variants }) => ofVariants.length < variants.length);
  return [...new Set(isPart ? ofVariants : all)];
}

const MANY = [2, 3, 4, 5, 6, 7, 8, 9, 10, 12];

/** Several of one, or one of each. */
function totals(prices: readonly number[], products: readonly KnownProduct[]): number[] {
  const several = prices.flatMap((price) => MANY.map((count) => round(price * count)));
  const each = products.map((product) => Math.min(...product.prices));
  return [...several, round(each.reduce((sum, price) => sum + price, 0))];
}

function differences({ products }: KnownFacts): number[] {
  const prices = [...products.values()].flatMap((product) => [...product.prices]);
  return prices
    .flatMap((a) => prices.map((b) => round(Math.abs(a - b))))
    .filter((difference) => difference > 0);
}

function onlyOne(sums: readonly number[]): Verdict {
  const [only, ...others] = new Set(sums);
  return only === undefined || others.length > 0 ? FALSE : { is: "replace", by: asDecimal(only) };
}

/** With the cents that prices are written with; none where there are none, as of yen. */
function asDecimal(sum: number): string {
  const decimals = String(sum).split(".")[1] ?? "";
  return decimals.length === 0 ? String(sum) : sum.toFixed(Math.max(2, decimals.length));
}

const round = (sum: number): number => Math.round(sum * 1000) / 1000;
