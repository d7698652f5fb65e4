import { findMeasures } from "../../knowledge/product-words/measures";
import { comparable } from "../../store/option-words";
import { type Claim, FALSE, ordersAt, type Sentence, TRUE } from "./claim";
import { findSpans } from "./find-figures";
import { plainNumber } from "./json-facts";
import { CODE_WORD, TRACKING_WORD } from "./phrases";
import { bare } from "./text-facts";

const ORDER_NUMBER =
  /#\s?[\p{L}]{0,4}-?\d[\p{L}\p{N}-]*|(?<=\b(?:orders?|bestellung|pedido|commande|encomenda|ordine)\s(?:number |no\.? |nr\.? |nummer |numero |num\. )?)[a-z]{0,4}-?\d{3,}\b/giu;

/** Order numbers: of known orders, or such as the shopper wrote herself. */
export function checkOrderNumbers({ text, facts, shopper }: Sentence): Claim[] {
  const plain = [...text.matchAll(/(?<![\p{L}\p{N}#-])\p{L}{0,4}-?\d{3,}(?![\p{L}\p{N}-]|[.,]\d)/gu)]
    .filter((match) => facts.orders.has(plainNumber(match[0])))
    .map((match) => claim("order-number", match.index, match[0], true));
  const called = [...text.matchAll(ORDER_NUMBER)]
    .filter((match) => !/^#\s?\d$/.test(match[0]))
    .map((match) => {
      const number = plainNumber(match[0]);
      const isKnown =
        facts.orders.has(number) || hasToken(facts.tokens, number) || hasToken(shopper.tokens, number);
      return claim("order-number", match.index, match[0], isKnown);
    });
  return [...called, ...plain];
}

function hasToken(tokens: Set<string>, number: string): boolean {
  const wanted = number.toLowerCase();
  return tokens.has(wanted) || [...tokens].some((token) => token.replace(/^\p{L}+/u, "") === wanted);
}

/** Tracking numbers, telephone numbers and all that mixes letters with digits, such as SKUs and codes. */
export function checkTokens(sentence: Sentence): Claim[] {
  const { text, facts, shopper } = sentence;
  if (!/\d/.test(text)) return [];
  const spaced = findSpacedTracking(sentence);
  const mixed = [
    ...text.matchAll(
      /(?<![\p{Script=Latin}\p{N}])(?=[\p{Script=Latin}-]*\d)(?=[\d.,-]*\p{Script=Latin})[\p{Script=Latin}\p{N}][\p{Script=Latin}\p{N}-]*/gu,
    ),
  ]
    .filter((match) => !isOrdinal(match[0]) && !isDescription(match[0]))
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
  const apart = (claim: Claim) => !spaced.some(({ start, end }) => start < claim.end && end > claim.start);
  return [...spaced, ...[...mixed, ...runs].filter(apart)];
}

/** "1Z 999 AA1 01 2345 6784": a tracking number in groups. */
function findSpacedTracking(sentence: Sentence): Claim[] {
  const all = new Set([...sentence.facts.orders.values()].flatMap(({ tracking }) => tracking));
  const plain = bare(sentence.text);
  return [...all].flatMap((number) => {
    const own = bare(number);
    if (!plain.includes(own)) return [];
    const letters = [...own].join("[ .-]?");
    return [
      ...sentence.text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${letters}(?![\\p{L}\\p{N}])`, "giu")),
    ].map((match) => identifier(sentence, match.index, match[0], true));
  });
}

/** "8-seater" */
const isDescription = (token: string) => /^\d{1,2}-\p{Ll}{5,}$/u.test(token) && !isStatedUnit(token);
const isStatedUnit = (token: string) => findSpans(token).length > 0 || findMeasures(token).length > 0;

const isOrdinal = (token: string) =>
  /^\d{1,2}(?:st|nd|rd|th|er|e|o|a|º|ª)$/i.test(token) || /^\d+%$/i.test(token);

/** "500ml" of a text that says "500 ml", "3-day" of one that says "3 days". */
function standsInParts(token: string, text: string): boolean {
  const parts = token.toLowerCase().match(/\d+|\p{L}+/gu) ?? [];
  return ` ${text} `.includes(` ${parts.join(" ")}`);
}

/** A false tracking number is mended where the order has one only. */
function identifier(sentence: Sentence, start: number, written: string, isKnown: boolean): Claim {
  const end = start + written.length;
  const tracking = [...new Set(ordersAt(sentence, start).flatMap((order) => order.tracking))];
  const [only] = tracking;
  if (isKnown && !isOfAnother(written, tracking, sentence))
    return { kind: "identifier", start, end, verdict: TRUE };
  const isTracking = TRACKING_WORD.test(sentence.folded) && written.replace(/\W/g, "").length >= 8;
  if (isTracking && tracking.length === 1 && only) {
    return { kind: "tracking-number", start, end, verdict: { is: "replace", by: only } };
  }
  return { kind: isTracking ? "tracking-number" : "identifier", start, end, verdict: FALSE };
}

/** A tracking number of an order that is not the one spoken of. */
function isOfAnother(written: string, own: readonly string[], { facts }: Sentence): boolean {
  const same = (number: string) => bare(number) === bare(written);
  if (own.some(same)) return false;
  return [...facts.orders.values()].some(({ tracking }) => tracking.some(same));
}

const AFTER_CODE_WORD =
  /^[^\p{L}\p{N}]{0,4}(?:is |ist |es |est |e |: )?["'“”‘’*`„«]{0,3}([A-Z0-9][A-Z0-9_-]{3,})/u;

/** "Use SUMMER": told to type it in, though nobody calls it a code. */
const TYPED_IN =
  /(?<!\p{L})(?:use|using|enter|apply|type(?: in)?|redeem|with|nutzen Sie|nutze|verwenden Sie|verwende|eingeben|mit|usa|usando|introduzca|introduce|aplica|utilisez|utilise|entrez|avec|insira|digite|usi|inserisci|con|com)\s(?:the\s|den\s|el\s|le\s|o\s|il\s)?["'“*`„«]{0,3}([A-Z][A-Z0-9_-]{4,})(?![\p{L}])/giu;

/** Discount codes in capitals: only such as the shop's own texts name; and such as an order had, where nobody is told to use them. */
export function checkCodes({ text, folded, facts, orders }: Sentence): Claim[] {
  const typed = [...text.matchAll(TYPED_IN)].flatMap((match) => {
    const code = match[1] ?? "";
    if (code !== code.toUpperCase()) return [];
    const isKnown = isOfShop(code, facts) || isName(code, facts);
    return [claim("discount-code", match.index + match[0].lastIndexOf(code), code, isKnown)];
  });
  const called = [...folded.matchAll(new RegExp(CODE_WORD.source, "g"))].flatMap((match) => {
    const from = match.index + match[0].length;
    const found = AFTER_CODE_WORD.exec(text.slice(from));
    if (!found?.[1]) return [];
    const start = from + found[0].length - found[1].length;
    const wasUsed = typed.length === 0 && orders.some(({ codes }) => codes.includes(found[1] ?? ""));
    const isKnown = wasUsed || isOfShop(found[1], facts);
    return [claim("discount-code", start, found[1], isKnown)];
  });
  return [...typed, ...called];
}

/** A code that stands in a product's text may have been put there by anybody who may write it. */
const isOfShop = (code: string, { shopText }: Sentence["facts"]): boolean =>
  ` ${shopText} `.includes(` ${bare(code)} `);

const isName = (code: string, { names }: Sentence["facts"]): boolean => names.has(comparable(bare(code)));

function claim(kind: string, start: number, written: string, isKnown: boolean): Claim {
  return { kind, start, end: start + written.length, verdict: isKnown ? TRUE : FALSE };
}
