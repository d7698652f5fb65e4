import type { Day } from "./calendar";
import type { Sentence } from "./claim";
import type { FoundDate } from "./found-date";

const NUMERIC =
  /(?<![\d./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.|(\d{1,2})\/(\d{1,2}))(?![\d/])/g;

/** "2026-11-24", "24.11.", "11/24/2026": read both ways where it leaves that open. */
export function findNumericDates({ folded, facts, shopper }: Sentence): FoundDate[] {
  return [...folded.matchAll(NUMERIC)].flatMap((match): FoundDate[] => {
    const readings = readNumeric(match);
    if (readings.length === 0) return [];
    const written = match[0];
    return [
      {
        kind: "date",
        start: match.index,
        end: match.index + written.length,
        fits: (day) =>
          readings.some(
            ({ monthDay, year }) => day.slice(5) === monthDay && (year === null || day.startsWith(year)),
          ),
        write: (day) => (match[1] ? day : writeNumeric(written, day, readings.length > 1)),
        isIn: { texts: facts.text.includes(plain(written)), shopper: shopper.text.includes(plain(written)) },
      },
    ];
  });
}

function readNumeric(match: RegExpExecArray): { monthDay: string; year: string | null }[] {
  const [, isoYear, isoMonth, isoDay, a = "", , b = "", year, shortDay, shortMonth, slashA, slashB] = match;
  if (isoYear) return valid(isoMonth, isoDay, isoYear);
  if (a) {
    const full = year?.length === 2 ? `20${year}` : (year ?? null);
    return [...valid(a, b, full), ...valid(b, a, full)];
  }
  if (shortDay) return valid(shortMonth, shortDay, null);
  // "1/2" is a half as often as a day: only what can be no share of anything counts.
  if (Number(slashA) + Number(slashB) < 13) return [];
  return [...valid(slashA, slashB, null), ...valid(slashB, slashA, null)];
}

function valid(
  month = "",
  day = "",
  year: string | null = null,
): { monthDay: string; year: string | null }[] {
  const isValid = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return isValid ? [{ monthDay: `${month.padStart(2, "0")}-${day.padStart(2, "0")}`, year }] : [];
}

function writeNumeric(written: string, day: Day, isOpen: boolean): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const first = Number(written.split(/\D/)[0]);
  const isDayFirst = written.includes(".") || first > 12 || !isOpen;
  const separator = written.includes(".") ? "." : written.includes("/") ? "/" : "-";
  const parts = isDayFirst ? [date, month] : [month, date];
  return [...parts, ...(written.split(/\D/).filter(Boolean).length > 2 ? [year] : [])].join(separator);
}

const plain = (written: string): string => written.replace(/[^\d]+/g, " ").trim();
