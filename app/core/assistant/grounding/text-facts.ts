import { fold } from "~/lib/words";
import { findAmounts } from "./find-amounts";
import { findPercents, findSpans } from "./find-figures";
import { findMonthDays } from "./find-month-days";
import { NUMBER, readNumber } from "./number-text";
import { readAs } from "./reading";
import { type CheckedLanguage, languageOf } from "./sentence-language";
import { findWeekdays } from "./weekdays";

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
  /** As they are written but for case and accents, texts set off by " | ". */
  folded: string;
}

export function readTextFacts(texts: readonly string[], expected: CheckedLanguage = "en"): TextFacts {
  const all = texts.map((text) => readAs(text, languageOf(text, expected)).folded).join(" | ");
  const plain = texts.map(fold).join(" | ");
  const words = `${all} ${plain}`.match(/[\p{L}\p{N}'-]+/gu) ?? [];
  const numbers = [...all.matchAll(new RegExp(`(?<![\\d.,])(?:${NUMBER})`, "g"))];
  return {
    numbers: new Set(numbers.flatMap(([number]) => readNumber(number))),
    percents: new Set(findPercents(all).flatMap(({ values }) => values)),
    amounts: new Set(findAmounts(all).flatMap(({ values }) => values)),
    tokens: new Set(words.filter((word) => /\d/.test(word)).map(bare)),
    digitRuns: new Set(
      (plain.match(/\+?\d(?:[\s().-]{0,2}\d){5,}/g) ?? []).map((run) => run.replace(/\D/g, "")),
    ),
    spans: new Set(findSpans(all).flatMap(({ spans }) => spans)),
    monthDays: new Set(findMonthDays(all).map(({ monthDay }) => monthDay)),
    weekdays: new Set(findWeekdays(all).flatMap(({ days }) => days)),
    text: normalise(plain),
    folded: all,
  };
}

export const bare = (text: string) => fold(text).replace(/[^\p{L}\p{N}]/gu, "");

/** Words alone, for telling whether a sentence stands in a text as it is. */
export function normalise(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}|]+/gu, " ")
    .trim();
}
