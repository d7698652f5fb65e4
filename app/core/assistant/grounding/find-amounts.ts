import { NUMBER, readNumber } from "./number-text";

const SYMBOL = String.raw`(?:us|ca|au|nz|a|c|r|s|hk|mx)?\$|[€£¥₹₩₺₽₴₫₪]|\b(?:chf|kr|sfr)\.?(?=\s?\d)|\b(?:usd|eur|gbp|cad|aud|nzd|jpy|chf|sek|nok|dkk|pln|czk|huf|brl|mxn|inr|kwd|krw|cny|sgd|hkd|zar|try)\b`;
const WORD = String.raw`[$€£¥₹₩₺₽₴₫₪]|(?:usd|eur|gbp|cad|aud|nzd|jpy|chf|sek|nok|dkk|pln|czk|huf|brl|mxn|inr|kwd|krw|cny|sgd|hkd|zar|kr|zl|dollars?|bucks?|euros?|pounds?|cents?|yen|dolares|dolar|dollari|libras?|livres? sterling|sterline|reais|real|pesos?|francs?|franken|franchi|pfund|rupees?|dinars?)(?!\p{L})`;

const BEFORE = new RegExp(`(?:${SYMBOL})\\s?(${NUMBER})`, "gu");
const AFTER = new RegExp(`(?<![\\d.,])(${NUMBER})\\s?(?:${WORD})`, "gu");

export interface FoundAmount {
  start: number;
  end: number;
  /** Where its figure stands. */
  numberStart: number;
  number: string;
  /** In major units; several where the writing leaves it open. */
  values: number[];
}

/** Sums of money in folded text, in order. */
export function findAmounts(folded: string): FoundAmount[] {
  const found = [BEFORE, AFTER].flatMap((pattern) =>
    [...folded.matchAll(pattern)].map((match): FoundAmount => {
      const [whole, number = ""] = match;
      const isCents = /cents?$/.test(whole);
      return {
        start: match.index,
        end: match.index + whole.length,
        numberStart: match.index + whole.indexOf(number),
        number,
        values: readNumber(number).map((value) => (isCents ? value / 100 : value)),
      };
    }),
  );
  const ordered = found.sort((a, b) => a.start - b.start);
  return ordered.filter(
    (amount, index) => !ordered.slice(0, index).some((other) => other.end > amount.start),
  );
}

/** Sums are the same when they differ by less than a tenth of a cent. */
export function includesAmount(known: Iterable<number>, values: readonly number[]): boolean {
  for (const amount of known) if (values.some((value) => Math.abs(value - amount) < 0.0005)) return true;
  return false;
}
