import type { Correction } from "../../conversation/conversation";
import { checkDates, checkSpans } from "./check-dates";
import {
  checkCodes,
  checkOrderNumbers,
  checkPlainNumbers,
  checkTimes,
  checkTokens,
} from "./check-identifiers";
import { checkAmounts, checkFree, checkPercents } from "./check-money";
import { checkDeeds, checkStates } from "./check-orders";
import { checkAvailability, checkStockCounts } from "./check-stock";
import { type Claim, type Sentence, TRUE } from "./claim";
import { normalise } from "./text-facts";

/** A quotation this long is no accident. */
const MIN_QUOTED = 25;

/**
 * The sentence as it may be shown: itself, mended, or nothing.
 * @param written what it is to be; `sentence.text` has the same length, without what is not to be read
 */
export function checkSentence(
  written: string,
  sentence: Sentence,
): { text: string; corrections: Correction[] } {
  const quoted = findQuotations(sentence);
  const claims = findClaims(sentence).filter(
    (claim) => !quoted.some(({ start, end }) => start <= claim.start && claim.end <= end),
  );
  const lie = claims.find(({ verdict }) => verdict.is === "false");
  if (lie) return { text: "", corrections: [{ kind: lie.kind, said: written.trim(), became: "" }] };
  return mend(written, claims);
}

/** Clauses that stand in the evidence word for word, as when a policy is quoted. */
function findQuotations({ text, facts }: Sentence): { start: number; end: number }[] {
  const clauses = [...text.matchAll(/[^:“”„"«»\n]+/g), ...text.matchAll(/^[\s\S]+$/g)];
  return clauses
    .filter(([clause]) => {
      const plain = normalise(clause.replace(/\[\d+\]/g, ""));
      return plain.length >= MIN_QUOTED && facts.text.includes(plain);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** The surer a check knows what it looks at, the earlier it comes: a later one leaves alone what an earlier one has judged. */
function findClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = findAddresses(sentence.text);
  const add = (found: Claim[]) => {
    for (const claim of found) {
      if (!claims.some((other) => other.start < claim.end && other.end > claim.start)) claims.push(claim);
    }
  };
  add(checkAmounts(sentence));
  add(checkPercents(sentence));
  add(checkTimes(sentence));
  add(checkDates(sentence));
  add(checkSpans(sentence));
  add(checkOrderNumbers(sentence));
  add(checkCodes(sentence));
  add(checkStockCounts(sentence));
  add(checkTokens(sentence));
  add(checkPlainNumbers(sentence, claims));
  // These are about words, whatever figures stand among them.
  return [
    ...claims,
    ...checkStates(sentence),
    ...checkDeeds(sentence),
    ...checkAvailability(sentence),
    ...checkFree(sentence),
  ];
}

/** What a link leads to, and the host of a bare address: judged when the markup was, and no figures. */
function findAddresses(text: string): Claim[] {
  return [...text.matchAll(/(?<=\]\()[^\s()]+(?=\))|https?:\/\/[^\s/()]+/gi)].map(
    ({ index, 0: address }) => ({
      kind: "link",
      start: index,
      end: index + address.length,
      verdict: TRUE,
    }),
  );
}

function mend(text: string, claims: readonly Claim[]): { text: string; corrections: Correction[] } {
  const corrections: Correction[] = [];
  let mended = text;
  for (const { kind, start, end, verdict } of claims.toSorted((a, b) => b.start - a.start)) {
    if (verdict.is !== "replace") continue;
    corrections.unshift({ kind, said: text.slice(start, end), became: verdict.by });
    mended = mended.slice(0, start) + verdict.by + mended.slice(end);
  }
  return { text: mended, corrections };
}
