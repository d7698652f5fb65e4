import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  RELATIVE_DAYS,
  WEEKDAYS,
  weekdayOf,
  writeDay,
  writeWeekday,
} from "./calendar";
import { type Claim, FALSE, ordersAt, type Sentence, TRUE } from "./claim";
import { DATE_ROLES, type DateRole, FUTURE } from "./order-words";
import { findMonthDays, findSpans } from "./text-facts";

interface FoundDate {
  kind: "date" | "weekday" | "relative";
  start: number;
  end: number;
  /** Whether a day may be what is written. */
  fits(day: Day): boolean;
  write(day: Day): string;
  isInTexts: boolean;
}

/** Days, weekdays and words such as "tomorrow": of the date that the sentence speaks of, else of any in evidence. */
export function checkDates(sentence: Sentence): Claim[] {
  const found = [...findDates(sentence), ...findWeekdays(sentence), ...findRelativeDays(sentence)];
  return found.map((date) => ({
    kind: "date",
    start: date.start,
    end: date.end,
    verdict: judge(date, sentence),
  }));
}

function judge(date: FoundDate, sentence: Sentence): Claim["verdict"] {
  const { facts, isQuestion, isNegated } = sentence;
  const role = roleAt(sentence, date.start);
  const today = dayOf(sentence.now, sentence.timezone);
  if (role.isSure) {
    const days = [...new Set(ordersAt(sentence, date.start).flatMap((order) => [...order.days[role.name]]))];
    if (days.some(date.fits)) return TRUE;
    if (isQuestion || isNegated || date.isInTexts) return TRUE;
    const [only] = days;
    if (days.length === 1 && only) return { is: "replace", by: date.write(only) };
    return FALSE;
  }
  if (isQuestion || isNegated || date.isInTexts) return TRUE;
  if (date.kind === "relative") return role.isNamed ? judgeAny(date, facts.days) : TRUE;
  return date.fits(today) ? TRUE : judgeAny(date, facts.days);
}

function judgeAny(date: FoundDate, days: Set<Day>): Claim["verdict"] {
  return [...days].some(date.fits) ? TRUE : FALSE;
}

/** The nearest words before a place that say which date is meant; sure only there, and where orders are known at all. */
function roleAt(sentence: Sentence, at: number): { name: DateRole; isSure: boolean; isNamed: boolean } {
  const hits = DATE_ROLES.flatMap(([name, pattern]) =>
    [...sentence.folded.matchAll(pattern)].map((match) => ({
      name:
        name === "delivered" && FUTURE.test(sentence.folded.slice(0, match.index))
          ? ("expected" as const)
          : name,
      at: match.index,
    })),
  ).sort((a, b) => a.at - b.at);
  const before = hits.filter((hit) => hit.at < at).at(-1);
  const isNear = before !== undefined && at - before.at < 60;
  return {
    name: before?.name ?? "expected",
    isSure: isNear && sentence.orders.length > 0,
    isNamed: hits.length > 0,
  };
}

const NUMERIC =
  /(?<![\d./-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\5(\d{4}|\d{2})|(\d{1,2})\.(\d{1,2})\.|(\d{1,2})\/(\d{1,2}))(?![\d/])/g;

function findDates(sentence: Sentence): FoundDate[] {
  const named = findMonthDays(sentence.folded).map((found): FoundDate => {
    const written = sentence.text.slice(found.start, found.end);
    const isMonthFirst = /^\p{L}/u.test(written);
    return {
      kind: "date",
      start: found.start,
      end: found.end,
      fits: (day) =>
        day.slice(5) === found.monthDay && (found.year === null || Number(day.slice(0, 4)) === found.year),
      write: (day) =>
        writeDay(day, found.language === "en" && !isMonthFirst ? "en-GB" : found.language, {
          year: found.year !== null,
          short: found.isShort && found.language === "en",
        }),
      isInTexts: sentence.facts.monthDays.has(found.monthDay),
    };
  });
  return [...named, ...findNumericDates(sentence)];
}

function findNumericDates({ folded, facts }: Sentence): FoundDate[] {
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
        isInTexts: facts.text.includes(written.replace(/[^\d]+/g, " ").trim()),
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

function findWeekdays(sentence: Sentence): FoundDate[] {
  const words = sentence.folded.matchAll(/\p{L}[\p{L}-]*/gu);
  return [...words].flatMap((match): FoundDate[] => {
    const weekday = WEEKDAYS.get(match[0]);
    if (!weekday) return [];
    return [
      {
        kind: "weekday",
        start: match.index,
        end: match.index + match[0].length,
        fits: (day) => weekdayOf(day) === weekday.index,
        write: (day) => {
          const name = writeWeekday(weekdayOf(day), weekday.language);
          const first = sentence.text[match.index] ?? "";
          return first === first.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
        },
        isInTexts: sentence.facts.weekdays.has(weekday.index),
      },
    ];
  });
}

function findRelativeDays(sentence: Sentence): FoundDate[] {
  const today = dayOf(sentence.now, sentence.timezone);
  return [...sentence.folded.matchAll(/\p{L}[\p{L}']*/gu)].flatMap((match): FoundDate[] => {
    const days = RELATIVE_DAYS.get(match[0]);
    // "This morning" and "la mañana" are no days.
    if (
      days === undefined ||
      /\b(?:la|this|por la|de la|am|guten)\s+$/.test(sentence.folded.slice(0, match.index))
    )
      return [];
    return [
      {
        kind: "relative",
        start: match.index,
        end: match.index + match[0].length,
        fits: (day) => day === addDays(today, days),
        write: (day) => writeDay(day, sentence.locale, {}),
        isInTexts: false,
      },
    ];
  });
}

/** "Within 30 days", "2 weeks": as the texts have it, or as far off as a day in evidence is. */
export function checkSpans(sentence: Sentence): Claim[] {
  const { facts, shopper, isQuestion, isNegated } = sentence;
  const today = dayOf(sentence.now, sentence.timezone);
  const distances = new Set([...facts.days].map((day) => Math.abs(daysBetween(today, day))));
  return findSpans(sentence.folded).map(({ start, end, spans, unit, numbers }) => {
    const isKnown = spans.every(
      (span, index) =>
        facts.spans.has(span) ||
        (unit === "day" && distances.has(numbers[index] ?? -1)) ||
        ((isQuestion || isNegated) && shopper.spans.has(span)),
    );
    return { kind: "duration", start, end, verdict: isKnown ? TRUE : FALSE };
  });
}
