import { MONTHS } from "./calendar";

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
