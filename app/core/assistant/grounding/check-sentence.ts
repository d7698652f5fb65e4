import type { Correction } from "../../conversation/conversation";
import { checkCarriers } from "./check-carriers";
import { checkCommitments, checkPromises } from "./check-commitments";
import { checkCounts } from "./check-counts";
import { checkDates } from "./check-dates";
import { checkDaysOfMonth } from "./check-days-of-month";
import { checkDeeds } from "./check-deeds";
import { checkCodes, checkOrderNumbers, checkTokens } from "./check-identifiers";
import { checkMeasures } from "./check-measures";
import { checkAmounts } from "./check-money";
import { checkOpening } from "./check-opening";
import { checkOptions } from "./check-options";
import { checkStates, checkWhereabouts } from "./check-orders";
import { checkPeople } from "./check-people";
import { checkPolarity } from "./check-polarity";
import { checkProperties } from "./check-properties";
import { checkPercents, checkSpans, checkTimes } from "./check-rules";
import { checkScales } from "./check-scales";
import { checkAvailability, checkStockCounts, checkStockWords } from "./check-stock";
import { type Claim, type Sentence, TRUE } from "./claim";
import { checkFree } from "./free-things";
import { type Reading, readAs } from "./reading";
import { normalise } from "./text-facts";

/** A quotation this long is no accident. */
const MIN_QUOTED = 25;

export interface CheckedSentence {
  text: string;
  corrections: Correction[];
}

/** The sentence as it may be shown: itself, mended, or nothing. */
export function checkSentence(written: string, reading: Reading, sentence: Sentence): CheckedSentence {
  if (sentence.language === null && isBeyondChecking(sentence)) return takenOut("language", written);
  const quoted = [...findQuotations(sentence), ...findTitles(sentence)];
  const claims = findClaims(sentence).filter(
    (claim) => !quoted.some(({ start, end }) => start <= claim.start && claim.end <= end),
  );
  const lie = claims.find(({ verdict }) => verdict.is === "false");
  return lie ? takenOut(lie.kind, written) : mend(written, reading, claims);
}

function takenOut(kind: string, written: string): CheckedSentence {
  return { text: "", corrections: [{ kind, said: written.trim(), became: "" }] };
}

/** In a language whose words the checks do not know, nothing may be said of an order: what is said could be anything. */
function isBeyondChecking({ folded, namedOrders, facts }: Sentence): boolean {
  return namedOrders.length > 0 || facts.orders.size > 0 || /#\s?\p{L}{0,4}-?\d/u.test(folded);
}

/** Clauses that stand in the shop's own texts word for word, as when a policy is quoted. */
function findQuotations({ text, facts }: Sentence): { start: number; end: number }[] {
  const clauses = [...text.matchAll(/[^:“”„"«»\n]+/g), ...text.matchAll(/^[\s\S]+$/g)];
  return clauses
    .filter(([clause]) => {
      const plain = normalise(clause.replace(/\[\d+\]/g, ""));
      return plain.length >= MIN_QUOTED && facts.proseWords.includes(plain);
    })
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Names of things, whole: what figures and words they have claim nothing. */
function findTitles({ folded, facts }: Sentence): { start: number; end: number }[] {
  const titles = [
    ...[...facts.products.values()].map(({ title }) => title),
    ...facts.things.all.map(({ title }) => title),
  ].flatMap((title) => (/[\d\p{L}]/u.test(title) ? [title, asRead(title)] : []));
  return [...new Set(titles)].flatMap((title) => placesOf(folded, title));
}

/** As sentences are read, ligatures and figures of other shapes made plain. */
const asRead = (title: string): string => readAs(title, null).folded;

function placesOf(folded: string, part: string): { start: number; end: number }[] {
  const places: { start: number; end: number }[] = [];
  for (let at = folded.indexOf(part); at !== -1; at = folded.indexOf(part, at + part.length))
    places.push({ start: at, end: at + part.length });
  return places;
}

/** The surer a check knows what it looks at, the earlier it comes: a later one leaves alone what an earlier one has judged. */
function findClaims(sentence: Sentence): Claim[] {
  const claims: Claim[] = findAddresses(sentence.text);
  const add = (found: Claim[]) => {
    for (const claim of found) {
      if (!claims.some((other) => other.start < claim.end && other.end > claim.start)) claims.push(claim);
    }
  };
  add(findCitations(sentence.text));
  add(checkAmounts(sentence));
  add(checkPercents(sentence));
  add(checkScales(sentence));
  add(checkOpening(sentence));
  add(checkDates(sentence));
  add(checkDaysOfMonth(sentence));
  add(checkTimes(sentence));
  add(checkSpans(sentence));
  add(checkOrderNumbers(sentence));
  add(checkCodes(sentence));
  add(checkMeasures(sentence));
  add(checkStockCounts(sentence));
  add(checkOptions(sentence));
  add(checkTokens(sentence));
  add(checkCounts(sentence, claims));
  return [...claims, ...findWordClaims(sentence)];
}

/** These are about words, whatever figures stand among them. */
function findWordClaims(sentence: Sentence): Claim[] {
  return [
    ...checkStates(sentence),
    ...checkWhereabouts(sentence),
    ...checkCarriers(sentence),
    ...checkDeeds(sentence),
    ...checkAvailability(sentence),
    ...checkStockWords(sentence),
    ...checkFree(sentence),
    ...checkCommitments(sentence),
    ...checkPromises(sentence),
    ...checkPeople(sentence),
    ...checkPolarity(sentence),
    ...checkProperties(sentence),
  ];
}

/** What a link leads to, and the host of a bare address: judged when the markup was, and no figures. */
function findAddresses(text: string): Claim[] {
  return [
    ...text.matchAll(/(?<=\]\()[^\s()]+(?=\))|https?:\/\/[^\s/()]+|[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/giu),
  ].map(({ index, 0: address }) => ({
    kind: "link",
    start: index,
    end: index + address.length,
    verdict: TRUE,
  }));
}

/** "[1]" */
function findCitations(text: string): Claim[] {
  return [...text.matchAll(/\[\d{1,3}\]/g)].map(({ index, 0: citation }) => ({
    kind: "citation",
    start: index,
    end: index + citation.length,
    verdict: TRUE,
  }));
}

function mend(written: string, reading: Reading, claims: readonly Claim[]): CheckedSentence {
  const corrections: Correction[] = [];
  let mended = written;
  for (const { kind, start, end, verdict } of claims.toSorted((a, b) => b.start - a.start)) {
    if (verdict.is !== "replace") continue;
    const place = reading.written(start, end);
    corrections.unshift({ kind, said: written.slice(place.start, place.end), became: verdict.by });
    mended = mended.slice(0, place.start) + verdict.by + mended.slice(place.end);
  }
  return { text: mended, corrections };
}
