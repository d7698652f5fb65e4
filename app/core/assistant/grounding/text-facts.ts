import { fold } from "~/lib/words";
import { MONTHS, RELATIVE_DAYS, WEEKDAYS } from "./calendar";
import { findAmounts } from "./find-amounts";
import { NUMBER, NUMBER_WORD, NUMBER_WORDS, readNumber } from "./number-text";

/** What stands in texts, whatever it means there. */
export interface TextFacts {
  /** Every number, in digits or words. */
  numbers: Set<number>;
  percents: Set<number>;
  /** Sums of money, in major units. */
  amounts: Set<number>;
  /** Letters and digits together, such as SKUs, codes, sizes and units: folded, without signs. */
  tokens: Set<string>;
  /** Runs of six and more digits, whatever stands between them. */
  digitRuns: Set<string>;
  /** "14-day" for fourteen days; weeks are days, years are months. */
  spans: Set<string>;
  /** "11-24" for the 24th of November. */
  monthDays: Set<string>;
  weekdays: Set<number>;
  /** Folded words and single spaces, texts set off by " | ". */
  text: string;
}

const SPAN = new RegExp(
  `(?<![\\d.,])(?:(${NUMBER})|\\b(${NUMBER_WORD})\\b)(?:\\s?(?:-|–|to|a|bis|hasta|ate|and|und|y|et|e|or|oder|o|ou)\\s?(?:(${NUMBER})|\\b(${NUMBER_WORD})\\b))?[\\s-]?(?:\\p{L}+[\\s-]){0,2}?(${[
    "minutes?|minut\\w+",
    "hours?|stunden?|horas?|heures?|or[ae]",
    "days?|tag(?:en?)?|werktagen?|dias?|jours?|giorn[io]",
    "weeks?|wochen?|semanas?|semaines?|settiman[ae]",
    "months?|monate?n?|mes(?:es)?|mois|mesi",
    "years?|jahren?|anos?|ans|annees?|ann[oi]",
  ].join("|")})(?!\\p{L})`,
  "gu",
);

export interface FoundSpan {
  start: number;
  end: number;
  /** One for each number in it: "3 to 5 days" has two. */
  spans: string[];
  unit: "minute" | "hour" | "day" | "month";
  numbers: number[];
}

/** Spans of time in folded text. */
export function findSpans(folded: string): FoundSpan[] {
  return [...folded.matchAll(SPAN)].map((match) => {
    const [whole, digits, word, toDigits, toWord, unitWord = ""] = match;
    const { unit, factor } = readUnit(unitWord);
    const numbers = [
      ...(digits ? readNumber(digits) : word ? [NUMBER_WORDS.get(word) ?? Number.NaN] : []),
      ...(toDigits ? readNumber(toDigits) : toWord ? [NUMBER_WORDS.get(toWord) ?? Number.NaN] : []),
    ];
    return {
      start: match.index,
      end: match.index + whole.length,
      unit,
      numbers: numbers.map((number) => number * factor),
      spans: numbers.map((number) => `${number * factor}-${unit}`),
    };
  });
}

function readUnit(word: string): { unit: FoundSpan["unit"]; factor: number } {
  if (/^minut/.test(word)) return { unit: "minute", factor: 1 };
  if (/^(?:hour|stunde|hora|heure|or[ae]$)/.test(word)) return { unit: "hour", factor: 1 };
  if (/^(?:week|woche|seman|semain|settiman)/.test(word)) return { unit: "day", factor: 7 };
  if (/^(?:month|monat|mes|mois)/.test(word)) return { unit: "month", factor: 1 };
  if (/^(?:year|jahr|an)/.test(word)) return { unit: "month", factor: 12 };
  return { unit: "day", factor: 1 };
}

export const PERCENT = new RegExp(
  `(?<![\\d.,])(${NUMBER})\\s?(?:%|percent|per cent|prozent|por ?ciento|pour cent|por cento|per cento)`,
  "gu",
);

export function readTextFacts(texts: readonly string[]): TextFacts {
  const folded = texts.map(fold);
  const all = folded.join(" | ");
  const words = all.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const inWords = words.flatMap((word) => NUMBER_WORDS.get(word) ?? []);
  const inDigits = [...all.matchAll(new RegExp(`(?<![\\d.,])(?:${NUMBER})`, "g"))].flatMap(([number]) =>
    readNumber(number),
  );
  return {
    numbers: new Set([...inDigits, ...inWords]),
    percents: new Set([...all.matchAll(PERCENT)].flatMap(([, number = ""]) => readNumber(number))),
    amounts: new Set(findAmounts(all).flatMap(({ values }) => values)),
    tokens: new Set(words.filter((word) => /\d/.test(word)).map(bare)),
    digitRuns: new Set(
      (all.match(/\+?\d(?:[\s().-]{0,2}\d){5,}/g) ?? []).map((run) => run.replace(/\D/g, "")),
    ),
    spans: new Set(findSpans(all).flatMap(({ spans }) => spans)),
    monthDays: new Set(findMonthDays(all).map(({ monthDay }) => monthDay)),
    weekdays: new Set(words.flatMap((word) => WEEKDAYS.get(word)?.index ?? [])),
    text: normalise(all),
  };
}

export const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** Words alone, for telling whether a sentence stands in a text as it is. */
export function normalise(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}|]+/gu, " ")
    .trim();
}

const MONTH = [...MONTHS.keys()].sort((a, b) => b.length - a.length).join("|");
const DAY_OF_MONTH = String.raw`(\d{1,2})(?:st|nd|rd|th|\.|º|o|er)?`;
const YEAR = String.raw`(?:,?\s+(?:de\s+|del\s+)?(\d{4})(?!\d))?`;
const DAY_MONTH = new RegExp(
  `(?<![\\d.,/-])${DAY_OF_MONTH}\\s+(?:de\\s+|of\\s+|di\\s+)?(${MONTH})\\.?(?!\\p{L})${YEAR}`,
  "gu",
);
const MONTH_DAY = new RegExp(
  `(?<!\\p{L})(${MONTH})\\.?\\s+(?:the\\s+)?${DAY_OF_MONTH}(?![\\d:%])${YEAR}`,
  "gu",
);

export interface FoundMonthDay {
  start: number;
  end: number;
  monthDay: string;
  year: number | null;
  language: string;
  isShort: boolean;
}

/** Days with the month's name, in folded text. */
export function findMonthDays(folded: string): FoundMonthDay[] {
  const dayFirst = [...folded.matchAll(DAY_MONTH)].map((match) =>
    monthDay(match, match[2], match[1], match[3]),
  );
  const taken = dayFirst.filter((found) => found !== null);
  const monthFirst = [...folded.matchAll(MONTH_DAY)]
    .map((match) => monthDay(match, match[1], match[2], match[3]))
    .filter((found) => found !== null)
    .filter(({ start, end }) => !taken.some((other) => other.start < end && other.end > start));
  return [...taken, ...monthFirst];
}

function monthDay(
  match: RegExpExecArray,
  monthName = "",
  day = "",
  year: string | undefined,
): FoundMonthDay | null {
  const month = MONTHS.get(monthName);
  if (!month || Number(day) < 1 || Number(day) > 31) return null;
  return {
    start: match.index,
    // The point after a month's whole name ends the sentence.
    end: match.index + match[0].length - (match[0].endsWith(".") && isPlainEnd(match[0], monthName) ? 1 : 0),
    monthDay: `${String(month.index + 1).padStart(2, "0")}-${day.padStart(2, "0")}`,
    year: year ? Number(year) : null,
    language: /^\d{1,2}\./.test(match[0]) ? "de" : month.language,
    isShort: monthName.length <= 4,
  };
}

const isPlainEnd = (written: string, monthName: string) => monthName.length > 4 || /\d\.$/.test(written);

/** Words that make a sentence worth checking although it has no figures. */
export const hasCalendarWord = (word: string) =>
  MONTHS.has(word) || WEEKDAYS.has(word) || RELATIVE_DAYS.has(word);
