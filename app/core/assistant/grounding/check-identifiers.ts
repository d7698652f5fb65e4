import { type Claim, FALSE, ordersAt, type Sentence, TRUE } from "./claim";
import { plainNumber } from "./known-facts";
import { readNumber } from "./number-text";
import { CODE_WORD, TRACKING_WORD } from "./phrases";
import { bare } from "./text-facts";

const ORDER_NUMBER =
  /#\s?[\p{L}]{0,4}-?\d[\p{L}\p{N}-]*|(?<=\b(?:orders?|bestellung|pedido|commande|encomenda|ordine)\s(?:number |no\.? |nr\.? |nummer |numero |num\. )?)[a-z]{0,4}-?\d{3,}\b/giu;

/** Order numbers: of known orders, or such as the shopper wrote herself. */
export function checkOrderNumbers({ text, facts, shopper }: Sentence): Claim[] {
  return [...text.matchAll(ORDER_NUMBER)]
    .filter((match) => !/^#\s?\d$/.test(match[0]))
    .map((match) => {
      const number = plainNumber(match[0]);
      const isKnown =
        facts.orders.has(number) || hasToken(facts.tokens, number) || hasToken(shopper.tokens, number);
      return claim("order-number", match.index, match[0], isKnown);
    });
}

function hasToken(tokens: Set<string>, number: string): boolean {
  const wanted = number.toLowerCase();
  return tokens.has(wanted) || [...tokens].some((token) => token.replace(/^\p{L}+/u, "") === wanted);
}

/** Tracking numbers, telephone numbers and all that mixes letters with digits, such as SKUs and codes. */
export function checkTokens(sentence: Sentence): Claim[] {
  const { text, facts, shopper } = sentence;
  const mixed = [
    ...text.matchAll(/(?<![\p{L}\p{N}])(?=[\p{L}-]*\d)(?=[\d.,-]*\p{L})[\p{L}\p{N}][\p{L}\p{N}-]*/gu),
  ]
    .filter((match) => !isOrdinal(match[0]))
    .map((match) => {
      const token = bare(match[0]);
      const isKnown =
        facts.tokens.has(token) || shopper.tokens.has(token) || standsInParts(match[0], facts.text);
      return identifier(sentence, match.index, match[0], isKnown);
    });
  const runs = [...text.matchAll(/\+?\d(?:[ ().-]{0,2}\d){5,}/g)].map((match) => {
    const digits = match[0].replace(/\D/g, "");
    const isKnown =
      [...facts.digitRuns, ...shopper.digitRuns].some((run) => run.includes(digits)) ||
      facts.tokens.has(digits);
    return identifier(sentence, match.index, match[0], isKnown);
  });
  return [...mixed, ...runs];
}

const isOrdinal = (token: string) =>
  /^\d{1,2}(?:st|nd|rd|th|er|e|o|a)$/i.test(token) || /^\d+(?:x|%)$/i.test(token);

/** "500ml" of a text that says "500 ml", "3-day" of one that says "3 days". */
function standsInParts(token: string, text: string): boolean {
  const parts = token.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  return ` ${text} `.includes(` ${parts.join(" ")}`);
}

/** A false tracking number is mended where the order has one only. */
function identifier(sentence: Sentence, start: number, written: string, isKnown: boolean): Claim {
  const end = start + written.length;
  if (isKnown) return { kind: "identifier", start, end, verdict: TRUE };
  const tracking = [...new Set(ordersAt(sentence, start).flatMap((order) => order.tracking))];
  const [only] = tracking;
  const isTracking = TRACKING_WORD.test(sentence.folded) && written.replace(/\W/g, "").length >= 8;
  if (isTracking && tracking.length === 1 && only) {
    return { kind: "tracking-number", start, end, verdict: { is: "replace", by: only } };
  }
  return { kind: isTracking ? "tracking-number" : "identifier", start, end, verdict: FALSE };
}

const AFTER_CODE_WORD =
  /^[^\p{L}\p{N}]{0,4}(?:is |ist |es |est |e |: )?["'“”‘’*`„«]{0,3}([A-Z0-9][A-Z0-9_-]{3,})/u;

/** Discount codes in capitals: only such as the shop's own texts name. */
export function checkCodes({ text, folded, facts }: Sentence): Claim[] {
  return [...folded.matchAll(new RegExp(CODE_WORD.source, "g"))].flatMap((match) => {
    const from = match.index + match[0].length;
    const found = AFTER_CODE_WORD.exec(text.slice(from));
    if (!found?.[1]) return [];
    const start = from + found[0].length - found[1].length;
    const isKnown = ` ${facts.text} `.includes(` ${bare(found[1])} `);
    return [claim("discount-code", start, found[1], isKnown)];
  });
}

/** Clock times, as texts have them. */
export function checkTimes({ folded, facts, isQuestion }: Sentence): Claim[] {
  return [
    ...folded.matchAll(
      /(?<![\d:.,])\d{1,2}(?:[:h]\d{2})?\s?(?:[ap]\.?\s?m\b\.?|uhr\b)|(?<![\d:.,])\d{1,2}:\d{2}(?![\d:])/g,
    ),
  ].map((match) => {
    const words = match[0].replace(/[^\p{L}\p{N}]+/gu, " ").trim();
    const isKnown = isQuestion || facts.text.includes(words) || facts.times.has(clock(match[0]));
    return claim("time", match.index, match[0], isKnown);
  });
}

/** "2:48 p.m." as "14:48". */
function clock(written: string): string {
  const [, hour = "0", minute = "00"] = /(\d{1,2})(?:[:h](\d{2}))?/.exec(written) ?? [];
  const isAfternoon = /p\.?\s?m/.test(written) && Number(hour) < 12;
  return `${String(Number(hour) + (isAfternoon ? 12 : 0)).padStart(2, "0")}:${minute}`;
}

/**
 * Numbers that no other check knows: they must stand in the evidence in some way, be a count of what is there, or be the
 * shopper's own.
 */
export function checkPlainNumbers({ folded, facts, shopper }: Sentence, taken: readonly Claim[]): Claim[] {
  return [
    ...folded.matchAll(
      /(?<![\p{L}\p{N}.,#[])(\d+(?:[.,]\d+)*)(?![\p{L}\p{N}\]]|[.)]\s+\p{L}+.*$(?<=^\s*\d+[.)].*))/gu,
    ),
  ]
    .filter(
      ({ index, 0: whole }) =>
        !taken.some((other) => other.start < index + whole.length && other.end > index),
    )
    .filter(({ index }) => !/^\s*$/.test(folded.slice(0, index)))
    .map((match) => {
      const values = readNumber(match[1] ?? "");
      const isKnown = values.some(
        (value) =>
          facts.numbers.has(value) ||
          facts.counts.has(value) ||
          shopper.numbers.has(value) ||
          value <= facts.largestCount,
      );
      return claim("number", match.index, match[0], isKnown);
    });
}

function claim(kind: string, start: number, written: string, isKnown: boolean): Claim {
  return { kind, start, end: start + written.length, verdict: isKnown ? TRUE : FALSE };
}
