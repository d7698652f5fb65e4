import { type CalendarLanguage, WEEKDAYS } from "./calendar";

export interface FoundWeekday {
  start: number;
  end: number;
  /** From 0, Sunday; all days between where a range is meant. */
  days: number[];
  language: CalendarLanguage;
}

const TO = /^\s?(?:-|–|—|to|through|thru|until|bis|a|al|au|ate|hasta|jusqu'au)\s?(?:el |o |a |sabado )?$/;
const WEEKEND =
  /\b(?:weekends?|wochenenden?|fin(?:es)? de semana|fins? de semana|week-ends?|fine settimana)\b/gu;
const WORKDAYS =
  /\b(?:(?:on )?weekdays|werktags|entre semana|en semaine|(?:nos|em|aos) dias uteis|nei giorni feriali)\b/gu;

/** Names of weekdays in folded text; "Monday to Friday" is one with five. */
export function findWeekdays(folded: string): FoundWeekday[] {
  const words = [...folded.matchAll(/\p{L}+(?:-feiras?)?/gu)].flatMap((match) => {
    const weekday = WEEKDAYS.get(match[0]) ?? shortWeekday(match[0], folded, match.index);
    return weekday ? [{ start: match.index, end: match.index + match[0].length, ...weekday }] : [];
  });
  const found: FoundWeekday[] = [];
  for (const { start, end, index, language } of words) {
    const last = found.at(-1);
    const isRange = last !== undefined && last.days.length === 1 && TO.test(folded.slice(last.end, start));
    if (isRange) Object.assign(last, { end, days: between(last.days[0] ?? 0, index) });
    else found.push({ start, end, days: [index], language });
  }
  return [...found, ...groups(folded, WEEKEND, [6, 0]), ...groups(folded, WORKDAYS, [1, 2, 3, 4, 5])];
}

function between(first: number, last: number): number[] {
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, step) => (first + step) % 7);
}

function groups(folded: string, pattern: RegExp, days: number[]): FoundWeekday[] {
  return [...folded.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    days,
    language: "en",
  }));
}

const SHORT: Record<string, number> = {
  mon: 1,
  tue: 2,
  wed: 3,
  thu: 4,
  fri: 5,
  sat: 6,
  sun: 0,
  mo: 1,
  di: 2,
  mi: 3,
  do: 4,
  fr: 5,
  sa: 6,
  so: 0,
};

/** "Mon-Fri", "Mo–Fr", "Sat 10-14": only in such company, since most are other words as well. */
function shortWeekday(word: string, folded: string, at: number) {
  const [first = word] = word.split("-");
  const index = SHORT[first];
  if (index === undefined || first !== word) return null;
  const after = folded.slice(at + word.length, at + word.length + 8);
  const before = folded.slice(Math.max(0, at - 8), at);
  const isInRange = /^\.?\s?[-–]\s?\p{L}{2,3}\b/u.test(after) || /\b\p{L}{2,3}\.?\s?[-–]\s?$/u.test(before);
  const isDated = word.length === 3 && /^[.,:]?\s\d/.test(after);
  return isInRange || isDated
    ? { index, language: word.length === 3 ? ("en" as const) : ("de" as const) }
    : null;
}
