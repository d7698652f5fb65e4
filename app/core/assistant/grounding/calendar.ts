import { fold } from "~/lib/words";

const LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
export type CalendarLanguage = (typeof LANGUAGES)[number];

interface CalendarWord {
  /** From 0: January, or Sunday. */
  index: number;
  language: CalendarLanguage;
}

/** Names as the runtime's own data has them, long and short, folded; the first language wins where they share one. */
function nameTable(
  count: number,
  style: (short: boolean) => Intl.DateTimeFormatOptions,
  dateOf: (index: number) => Date,
) {
  const table = new Map<string, CalendarWord>();
  for (const language of LANGUAGES) {
    for (const short of [false, true]) {
      const format = new Intl.DateTimeFormat(language, { ...style(short), timeZone: "UTC" });
      for (let index = 0; index < count; index += 1) {
        const name = fold(format.format(dateOf(index))).replace(/\.$/, "");
        if (name.length > 2 && !table.has(name)) table.set(name, { index, language });
      }
    }
  }
  return table;
}

export const MONTHS = nameTable(
  12,
  (short) => ({ month: short ? "short" : "long" }),
  (index) => new Date(Date.UTC(2026, index, 5)),
);
/** Of the short names only such as are no other word in any of the languages. */
const SHORT_WEEKDAYS = new Set(["tue", "tues", "wed", "thu", "thur", "thurs"]);

export const WEEKDAYS = new Map(
  [
    ...nameTable(
      7,
      (short) => ({ weekday: short ? "short" : "long" }),
      (index) => new Date(Date.UTC(2026, 10, 1 + index)),
    ),
  ]
    .filter(([name]) => name.length > 4 || SHORT_WEEKDAYS.has(name))
    .flatMap(([name, word]) => [
      [name, word] as const,
      ...variants(name).map((other) => [other, word] as const),
    ]),
);

function variants(name: string): string[] {
  if (name.endsWith("-feira")) return [name.slice(0, -6)].filter((short) => short.length > 4);
  return /[^s]$/.test(name) && name.length > 4 ? [`${name}s`] : [];
}

/** A day of the calendar as "2026-11-24". */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs a hundred times as much as using it. UTC where the runtime does not know the zone. */
function formatOf(
  language: string,
  style: Intl.DateTimeFormatOptions,
  timeZone: string,
): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${Object.keys(style)}`;
  const known = formats.get(key);
  if (known) return known;
  const format = makeFormat(language, style, timeZone);
  if (formats.size < 1000) formats.set(key, format);
  return format;
}

function makeFormat(
  language: string,
  style: Intl.DateTimeFormatOptions,
  timeZone: string,
): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(language, { ...style, timeZone });
  } catch {
    // Intl throws on names that it does not know.
    return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" });
  }
}

/** The day that a moment falls on in a timezone. */
export function dayOf(moment: Date, timezone: string): Day {
  return formatOf("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" }, timezone).format(moment);
}

/** The time of day in a timezone, such as "14:48". */
export function timeOf(moment: Date, timezone: string): string {
  return formatOf("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }, timezone).format(moment);
}

/** A century: a text may name as many days as it likes, and a calendar ends. */
const FURTHEST = 36_525;

/** Days later, or earlier where they are negative; at most a century. */
export function addDays(day: Day, days: number): Day {
  const bounded = Math.max(-FURTHEST, Math.min(FURTHEST, days));
  return new Date(Date.parse(`${day}T00:00:00Z`) + bounded * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** From 0, Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function writeDay(
  day: Day,
  language: string,
  style: { weekday?: boolean; year?: boolean; short?: boolean },
): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: "UTC",
    day: "numeric",
    month: style.short ? "short" : "long",
    ...(style.weekday ? { weekday: "long" as const } : {}),
    ...(style.year ? { year: "numeric" as const } : {}),
  }).format(new Date(`${day}T00:00:00Z`));
}

export function writeWeekday(index: number, language: string): string {
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  return format.format(new Date(Date.UTC(2026, 10, 1 + index)));
}
