import { type Concept, lexiconOf } from "./lexicon";
import { fold, type Language, splitWords } from "./words";

/** ISO dates; `until` is the first moment after it. */
export interface TimeSpan {
  from: string;
  until: string;
  /** Whether it reaches up to now, so that what is still to come may be meant as well. */
  isCurrent: boolean;
}

/** The time in the past that a text names: "last week", "in October", "from May 2025". Weeks begin on Monday, days in UTC. */
export function findTimeSpan(text: string, language: Language, now: string): TimeSpan | null {
  const words = splitWords(text, language);
  const mentioned = new Set(
    lexiconOf(language)
      .findMentions(words)
      .map(({ concept }) => concept),
  );
  const relative = RELATIVE.find(([concept]) => mentioned.has(concept));
  if (relative) {
    const [, isCurrent, spanOf] = relative;
    const [from, until] = spanOf(new Date(now));
    return { from: from.toISOString(), until: until.toISOString(), isCurrent };
  }
  return findMonth(
    words.map(({ folded }) => folded),
    language,
    new Date(now),
  );
}

type Bounds = [from: Date, until: Date];

const startOfDay = (date: Date, days = 0): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate() + days));
const startOfWeek = (date: Date): Date => startOfDay(date, -((date.getUTCDay() + 6) % 7));
const startOfMonth = (date: Date, months = 0): Date =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));

/** Who says "last week" rarely counts days: two weeks back up to Monday. */
const RELATIVE: [Concept, isCurrent: boolean, (now: Date) => Bounds][] = [
  ["yesterday", false, (now) => [startOfDay(now, -1), startOfDay(now)]],
  ["lastweek", false, (now) => [startOfDay(now, -14), startOfWeek(now)]],
  ["lastmonth", false, (now) => [startOfMonth(now, -1), startOfMonth(now)]],
  [
    "lastyear",
    false,
    (now) => [startOfMonth(now, -12 - now.getUTCMonth()), startOfMonth(now, -now.getUTCMonth())],
  ],
  ["today", true, (now) => [startOfDay(now), startOfDay(now, 1)]],
  ["thisweek", true, (now) => [startOfWeek(now), startOfDay(now, 1)]],
  ["thismonth", true, (now) => [startOfMonth(now), startOfDay(now, 1)]],
];

/** The newest month of that name that has begun, unless a year is given. */
function findMonth(words: string[], language: Language, now: Date): TimeSpan | null {
  const at = words.findIndex((word, index) => monthOf(word, language) !== null && !isVerb(words, index));
  const month = monthOf(words[at] ?? "", language);
  if (month === null) return null;
  const given = words.slice(at + 1, at + 3).find((word) => /^20\d{2}$/.test(word));
  const year = given ? Number(given) : now.getUTCFullYear() - (month > now.getUTCMonth() ? 1 : 0);
  const from = new Date(Date.UTC(year, month, 1));
  return { from: from.toISOString(), until: startOfMonth(from, 1).toISOString(), isCurrent: false };
}

function monthOf(word: string, language: Language): number | null {
  const names = Array.from({ length: 12 }, (_, month) =>
    fold(
      new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" }).format(
        new Date(Date.UTC(2026, month, 1)),
      ),
    ),
  );
  const found = names.indexOf(word);
  return found === -1 ? null : found;
}

/** "May I", "march on": in English two months are verbs too. */
function isVerb(words: string[], at: number): boolean {
  if (!["may", "march"].includes(words[at] ?? "")) return false;
  return !["in", "from", "of", "since", "last", "early", "late"].includes(words[at - 1] ?? "");
}
