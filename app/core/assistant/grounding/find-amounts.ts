import { NUMBER, readNumber } from "./number-text";

/** Names of currencies in folded text, and the codes that each may stand for. */
const CURRENCIES: [words: string, codes: string][] = [
  ["us ?\\$|\\$ ?us(?!\\p{L})|usd|u\\.s\\. dollars?|us dollars?", "USD"],
  ["(?:ca|c) ?\\$|\\$ca(?!\\p{L})|cad", "CAD"],
  ["(?:au|a) ?\\$|\\$au(?!\\p{L})|aud", "AUD"],
  ["nz ?\\$|nzd", "NZD"],
  ["hk ?\\$|hkd", "HKD"],
  ["s ?\\$|sgd", "SGD"],
  ["r ?\\$|brl|reais|real", "BRL"],
  ["mx ?\\$|mxn", "MXN"],
  ["\\$|dollars?|bucks?|dolares|dolar|dollari|dollaro", "USD CAD AUD NZD HKD SGD MXN ARS CLP COP BRL"],
  ["pesos?", "MXN ARS CLP COP PHP"],
  ["€|euros?|eur", "EUR"],
  ["£|gbp|pounds?(?: sterling)?|quid|libras?(?: esterlinas)?|livres? sterling|sterline?|pfund", "GBP"],
  ["¥|円|jpy|yen|ienes?", "JPY CNY"],
  ["元|cny|rmb|yuan", "CNY"],
  ["₹|inr|rs\\.?(?= ?\\d)|rupees?|rupien", "INR"],
  ["₩|krw|won(?= )", "KRW"],
  ["₺|try|lira", "TRY"],
  ["₫|vnd", "VND"],
  ["₽|rub|rubles?", "RUB"],
  ["₴|uah", "UAH"],
  ["₪|ils|shekels?", "ILS"],
  ["kwd|kd|dinars?", "KWD BHD JOD"],
  ["chf|sfr\\.?|fr\\.(?= ?\\d)|francs?(?: suisses)?|franken|franchi|stutz", "CHF"],
  ["sek|nok|dkk|isk|kr\\.?|kronor|kroner|kronen", "SEK NOK DKK ISK"],
  ["pln|zl|zloty(?:ch)?", "PLN"],
  ["czk|kc", "CZK"],
  ["huf|ft", "HUF"],
  ["zar", "ZAR"],
  ["aed|dirhams?", "AED"],
  ["cents?|centavos?|centimos?|centimes?|centesimi|pence|p", "*"],
];
const ANY = CURRENCIES.map(([words]) => words).join("|");

/** Of "it's $64" the s is no part of the sign. */
const BEFORE = new RegExp(`(?<![\\p{L}'’])(?!p\\s?\\d)(${ANY})\\s?[:*]?\\s?(${NUMBER})`, "gu");
/** "49 euros 95" and "49 dollars and 95 cents" are one sum. */
const AFTER = new RegExp(
  `(?<![\\d.,])(${NUMBER})[\\s-]?(${ANY})(?!\\p{L}|(?<=\\p{L})\\d)(?:,?\\s(?:(?:and|y|et|und|e)\\s)?(\\d{1,2})(?:\\s(?:cents?|centavos?|centimos?|centimes?|centesimi)|(?![\\d.,:%]|\\s?\\p{L}))(?!\\p{L}))?`,
  "gu",
);
/** A figure with nothing beside it that costs. */
const PRICED =
  /\b(?:costs?|priced at|price(?: is| of)?:?|(?:retails|sells|goes) for|only|just|kostet|kosten|preis(?: ist| von)?:?|fur nur|cuestan?|vale|precio(?: es| de)?:?|coutent?|prix(?: est| de)?:?|custam?|preco(?: e| de)?:?|costano?|prezzo(?: e| di)?:?)\s(?:is |just |only |about |around |nur |solo |seulement |apenas |ist |es |est |e )?$/u;

export interface FoundAmount {
  start: number;
  end: number;
  /** Where its figure stands. */
  numberStart: number;
  number: string;
  /** In major units; several where the writing leaves it open. */
  values: number[];
  /** ISO 4217, those that the writing may mean; empty where it names none. */
  currencies: string[];
  /** Its cents stand apart, so that it is no single figure to put another for. */
  isInTwo: boolean;
}

/** Sums of money in folded text, in order. */
export function findAmounts(folded: string): FoundAmount[] {
  const found = [...findBefore(folded), ...findAfter(folded), ...findPriced(folded)];
  const ordered = found.sort((a, b) => a.start - b.start || b.end - a.end);
  return ordered.filter(
    (amount, index) => !ordered.slice(0, index).some((other) => other.end > amount.start),
  );
}

function findBefore(folded: string): FoundAmount[] {
  return [...folded.matchAll(BEFORE)].map((match) => {
    const [whole, currency = "", number = ""] = match;
    return amountAt(match.index, whole, number, currency, undefined);
  });
}

function findAfter(folded: string): FoundAmount[] {
  return [...folded.matchAll(AFTER)].filter(isNoTitle).map((match) => {
    const [whole, number = "", currency = "", cents] = match;
    return amountAt(match.index, whole, number, currency, cents);
  });
}

/** "30p" is pence, "1080p" and "32 p" are none. */
const isNoTitle = ([whole, number = "", currency]: RegExpExecArray): boolean =>
  currency !== "p" || (/^\d{1,2}p$/.test(whole) && number.length < 3);

function amountAt(
  start: number,
  whole: string,
  number: string,
  currency: string,
  cents?: string,
): FoundAmount {
  const isCents = /^(?:cent|pence|p$)/.test(currency);
  const plus = cents === undefined ? 0 : Number(cents) / 100;
  return {
    start,
    end: start + whole.length,
    numberStart: start + whole.indexOf(number),
    number,
    values: readNumber(number).map((value) => (isCents ? value / 100 : value) + plus),
    currencies: codesOf(currency),
    isInTwo: cents !== undefined || isCents,
  };
}

const NO_PRICE =
  /^\s?(?:%|percent|prozent|por|pour|per|items?|pieces?|days?|tag|dias?|jours?|giorn|weeks?|left|colou?rs?|sizes?|options?|of\b|x\b|times|units?|more|parcels?|orders?|in stock|available|pairs?|\p{L}*(?:gramm|meter|liter)|cm|mm|kg|g\b|ml|l\b|\d)/u;

function findPriced(folded: string): FoundAmount[] {
  return [...folded.matchAll(new RegExp(`(?<![\\d.,#\\p{L}])(${NUMBER})`, "gu"))].flatMap((match) => {
    const before = folded.slice(Math.max(0, match.index - 40), match.index);
    const after = folded.slice(match.index + match[0].length);
    if (!PRICED.test(before) || NO_PRICE.test(after)) return [];
    // "Just" and "only" come before counts as well: there it takes decimals to be a price.
    if (/(?:just|only) $/.test(before) && !/[.,]\d{2}$/.test(match[0])) return [];
    return [amountAt(match.index, match[0], match[0], "", undefined)];
  });
}

function codesOf(currency: string): string[] {
  if (currency === "") return [];
  const found = CURRENCIES.find(([words]) => new RegExp(`^(?:${words})$`, "u").test(currency));
  return found === undefined || found[1] === "*" ? [] : found[1].split(" ");
}

/** Sums are the same when they differ by less than a tenth of a cent. */
export function includesAmount(known: Iterable<number>, values: readonly number[]): boolean {
  for (const amount of known) if (values.some((value) => Math.abs(value - amount) < 0.0005)) return true;
  return false;
}
