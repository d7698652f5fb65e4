import {
  type Claim,
  clauseStart,
  contextAt,
  FALSE,
  isConditional,
  ordersAt,
  productsAt,
  type Sentence,
  TRUE,
  type Verdict,
} from "./claim";
import { isDerived, isOneOfEach, isRuledShare } from "./derived-sums";
import { type FoundAmount, findAmounts, includesAmount } from "./find-amounts";
import { thresholdsOf } from "./free-things";
import type { KnownProduct } from "./known-products";
import { FEE, ORDER_SUM } from "./money-words";
import { writeLike } from "./number-text";
import { isPaidSum } from "./paid-sums";
import { LIMIT, ROUGHLY, speaksOfOrder } from "./phrases";
import { judgeProductSum, knownSums } from "./product-sums";
import { variantsSpokenOf } from "./spoken-variants";
import { compareTerm, isStatedNear } from "./stated-terms";
import { isOfStranger } from "./stranger-names";
import { isSupposed } from "./supposed-sums";
import { isOfUnnamed } from "./unnamed-products";

/** How far "about" reaches. */
const ROUGH_SHARE = 0.05;

/** Prices and other sums: of the product, order or rule that is spoken of, else of anything in evidence. */
export function checkAmounts(sentence: Sentence): Claim[] {
  const judged = findAmounts(sentence.folded).map((amount) => ({
    amount,
    verdict: judgeAmount(amount, sentence),
  }));
  const sound = judged.flatMap(({ amount, verdict }) => (verdict.is === "true" ? amount.values : []));
  return judged.map(({ amount, verdict }) => ({
    kind: "amount",
    start: amount.numberStart,
    end: amount.isInTwo ? amount.end : amount.numberStart + amount.number.length,
    verdict: isTrueOrDerived(amount, verdict, sentence, sound) ? TRUE : verdict,
  }));
}

function isTrueOrDerived(
  amount: FoundAmount,
  verdict: Verdict,
  sentence: Sentence,
  sound: readonly number[],
): boolean {
  if (verdict.is === "true") return true;
  const parts = partsOf(sentence, sound);
  return (
    isDerived(amount, sentence, parts) ||
    isRuledShare(amount, sentence, parts) ||
    isOneOfEach(amount, sentence)
  );
}

/** What a total may be of: sums of this sentence, prices of what it names, sums that were said before. */
function partsOf(sentence: Sentence, sound: readonly number[]): number[] {
  const named = sentence.products.flatMap((product) =>
    variantsSpokenOf(sentence, [product], 0).flatMap(({ price }) => price),
  );
  return [
    ...sound,
    ...sentence.saidSums.slice(0, 3),
    ...named,
    ...sentence.saidSums,
    ...sentence.shopper.amounts,
    ...thresholdsOf(sentence.facts),
  ];
}

function judgeAmount(amount: FoundAmount, sentence: Sentence): Verdict {
  const { facts, shopper, folded, isNegated, isQuestion } = sentence;
  const before = folded.slice(Math.max(0, amount.start - 30), amount.start);
  const isLimit = LIMIT.test(before);
  const isRepeated = isLimit || isNegated || isQuestion;
  if (isRepeated && includesAmount(shopper.amounts, amount.values)) return TRUE;
  if (!isOfShop(amount, sentence)) return FALSE;
  if (isSupposed(amount, sentence)) return TRUE;
  const isOfRefund = judgeRefund(amount, sentence);
  if (isOfRefund !== null) return isOfRefund;
  if (isPaidSum(amount, sentence)) return TRUE;
  const verdict =
    sentence.language === null ? judgeAs("anything", amount, sentence) : judgeBySubject(amount, sentence);
  if (verdict.is === "true") return TRUE;
  const isOfRule = subjectsOf(amount, sentence).includes("rule");
  if (isStatedNear(facts.terms, "amount", amount.values, contextAt(sentence, amount.start))) return TRUE;
  if (isLimit && isQuestion) return TRUE;
  if (isLimit && !isOfRule && keepsLimit(knownSums(facts), amount.values, before)) return TRUE;
  return isLimit || amount.isInTwo ? FALSE : verdict;
}

const REFUNDED =
  /\b(?:refunded|reimbursed|(?:zuruck)?erstattet|reembols(?:ado|ada|aron|amos|ou)\w*|devolvimos|devuelto|rembourse\w*|rimborsat\w*|zuruckbekommen|(?:went|gone|sent|paid) back)\b/;

/** "You were refunded $40": what was refunded of the orders that are spoken of; null where the sum is another. */
function judgeRefund(amount: FoundAmount, sentence: Sentence): Verdict | null {
  const { folded, orders, isNegated, isQuestion } = sentence;
  if (orders.length === 0 || isNegated || isQuestion || !speaksOfOrder(sentence)) return null;
  const from = clauseStart(folded, amount.start);
  const around = folded.slice(Math.max(from, amount.start - 60), amount.end + 40);
  if (!REFUNDED.test(around) || isConditional(sentence, amount.start)) return null;
  const sums = ordersAt(sentence, amount.start).flatMap(({ refunded }) => (refunded > 0 ? [refunded] : []));
  if (isKnown(sums, amount, sentence)) return TRUE;
  const isAlone = findAmounts(around).length === 1 && sums.length > 0;
  return isAlone && around.search(ORDER_SUM) === -1 && around.search(FEE) === -1 ? FALSE : null;
}

/** A sum in a currency that nothing in evidence is in cannot be right. */
function isOfShop({ currencies, values }: FoundAmount, { facts }: Sentence): boolean {
  if (currencies.length === 0) return true;
  if (currencies.some((code) => facts.currencies.has(code))) return true;
  return findAmounts(facts.folded).some(
    (known) =>
      known.currencies.some((code) => currencies.includes(code)) && includesAmount(known.values, values),
  );
}

function judgeBySubject(amount: FoundAmount, sentence: Sentence): Verdict {
  const subjects = subjectsOf(amount, sentence);
  const verdicts = subjects.map((subject) => judgeAs(subject, amount, sentence));
  return verdicts.find(({ is }) => is === "true") ?? verdicts[0] ?? judgeAs("anything", amount, sentence);
}

type Subject = "rule" | "order" | "product" | "anything";

/** What the sum may be of: what is named nearest before it, or first after it; all that its own clause names. */
function subjectsOf({ start }: FoundAmount, sentence: Sentence): Subject[] {
  const { folded, namedOrders, namedProducts, products } = sentence;
  const places: { subject: Subject; at: number }[] = [
    ...[...folded.matchAll(FEE)].map(({ index }) => ({ subject: "rule" as const, at: index })),
    ...[...folded.matchAll(ORDER_SUM)].map(({ index }) => ({ subject: "order" as const, at: index })),
    ...namedOrders.map(({ at }) => ({ subject: "order" as const, at })),
    ...namedProducts.map(({ at }) => ({ subject: "product" as const, at })),
  ].sort((a, b) => a.at - b.at);
  const nearest = places.filter(({ at }) => at <= start).at(-1) ?? places[0];
  if (!nearest) return products.length > 0 ? ["product"] : ["anything"];
  const isNear = (at: number) => Math.abs(at - start) < 45;
  const others = places.filter(({ subject, at }) => subject !== nearest.subject && isNear(at));
  return [nearest.subject, ...new Set(others.map(({ subject }) => subject))];
}

function judgeAs(subject: Subject, amount: FoundAmount, sentence: Sentence): Verdict {
  switch (subject) {
    case "product":
      return judgeProducts(amount, sentence);
    case "order":
      return judgeOrders(amount, sentence);
    case "rule":
      return judgeRule(amount, sentence);
    case "anything":
      return isKnown([...knownSums(sentence.facts), ...sentence.facts.amounts], amount, sentence) ||
        judgeRule(amount, sentence).is === "true"
        ? TRUE
        : FALSE;
  }
}

/** "26, down from 32.50": after what it costs, what it cost before. */
function isFormerAfterPrice(amount: FoundAmount, sentence: Sentence): boolean {
  const products = productsAt(sentence, amount.start);
  const earlier = findAmounts(sentence.folded.slice(0, amount.start)).flatMap(({ values }) => values);
  return products.some(({ variants }) =>
    variants.some(
      ({ price, former }) => includesAmount(former, amount.values) && includesAmount(price, earlier),
    ),
  );
}

function judgeProducts(amount: FoundAmount, sentence: Sentence): Verdict {
  const known = (sums: readonly number[]) => isKnown(sums, amount, sentence);
  const after = productAfter(amount, sentence);
  const products = after ? [after] : productsAt(sentence, amount.start);
  if (isFormerAfterPrice(amount, sentence)) return TRUE;
  const verdict = judgeProductSum(amount, sentence, products, known);
  // What is priced here has a name that no title has: any product's price may be meant.
  if (verdict.is !== "true" && isOfStranger(amount.start, sentence) && known(knownSums(sentence.facts)))
    return TRUE;
  if (verdict.is === "replace" && isOfUnnamed(amount, sentence)) return TRUE;
  return verdict.is === "replace" ? { is: "replace", by: writeLike(amount.number, verdict.by) } : verdict;
}

/** "$18.50 for the spoon" */
function productAfter({ end }: FoundAmount, { namedProducts, folded }: Sentence): KnownProduct | null {
  const next = namedProducts.find(({ at }) => at >= end);
  const between = next ? folded.slice(end, next.at) : "";
  return next && /^\s(?:for|fur|por|para|pour|per)\s(?:\p{L}{1,4}\s)?$/u.test(between) ? next.product : null;
}

/** What orders came to. Where none is known to have a total, any known sum will do. */
function judgeOrders(amount: FoundAmount, sentence: Sentence): Verdict {
  const orders = ordersAt(sentence, amount.start);
  const sums = orders.flatMap(({ total, refunded }) => [
    ...(total === null ? [] : [total]),
    ...(refunded > 0 ? [refunded] : []),
  ]);
  if (isKnown(sums, amount, sentence)) return TRUE;
  const totals = orders.map(({ total }) => total ?? 0);
  const all = totals.reduce((sum, total) => sum + total, 0);
  if (orders.length > 1 && isKnown([all], amount, sentence)) return TRUE;
  return FALSE;
}

function judgeRule(amount: FoundAmount, sentence: Sentence): Verdict {
  const found = compareTerm(sentence.facts.terms, "amount", amount.values, contextAt(sentence, amount.start));
  if (found.is === "stated") return TRUE;
  if (found.is === "other" && found.instead?.values.length === 1) {
    const [value = ""] = found.instead.values;
    // What the shop's texts have for something else may be right here, in words that were not understood.
    if (Number(value) === 0 || includesAmount(sentence.facts.amounts, amount.values)) return FALSE;
    return { is: "replace", by: writeLike(amount.number, decimalOf(value)) };
  }
  return FALSE;
}

const decimalOf = (value: string): string => (value.includes(".") ? Number(value).toFixed(2) : value);

function isKnown(known: Iterable<number>, { values, start }: FoundAmount, { folded }: Sentence): boolean {
  if (includesAmount(known, values)) return true;
  if (!ROUGHLY.test(folded.slice(Math.max(0, start - 20), start))) return false;
  for (const amount of known)
    if (values.some((value) => Math.abs(value - amount) <= ROUGH_SHARE * amount)) return true;
  return false;
}

/** "All under $60" holds when nothing that is known costs more. */
function keepsLimit(known: readonly number[], values: readonly number[], before: string): boolean {
  const prices = known.filter((amount) => amount > 0);
  if (prices.length === 0) return false;
  const isFloor =
    /\b(?:over|above|more than|at least|uber|mehr als|mas de|plus de|mais de|oltre|piu di)\s*[^\s\d]{0,3}$/.test(
      before,
    );
  return values.some((value) => prices.every((price) => (isFloor ? price >= value : price <= value)));
}
