import { addDays, dayOf, writeDay } from "./calendar";
import type { Sentence } from "./claim";
import type { FoundDate } from "./found-date";

/** Days from today, by folded word. */
export const RELATIVE_DAYS = new Map<string, number>([
  ...entries(0, "today tonight hoy aujourd'hui aujourdhui heute hoje oggi"),
  ...entries(1, "tomorrow manana demain morgen amanha domani"),
  ...entries(-1, "yesterday ayer hier gestern ontem ieri"),
  ...entries(2, "ubermorgen dopodomani"),
  ...entries(-2, "vorgestern anteayer"),
]);

function entries(days: number, line: string): [string, number][] {
  return line.split(" ").map((word) => [word, days]);
}

/** The same for what takes more words than one; longer ones first. */
const RELATIVE_PHRASES: [RegExp, number][] = [
  [/^(?:the )?day after tomorrow|^pasado manana|^apres-demain|^depois de amanha|^dopo ?domani/, 2],
  [/^(?:the )?day before yesterday|^antes de ayer|^avant-hier|^antes de ontem|^anteontem|^l'altro ieri/, -2],
  [/^last night|^anoche|^hier soir|^ontem a noite|^ieri sera/, -1],
];

const RELATIVE =
  /\b(?:(?:the )?day after tomorrow|pasado manana|apres-demain|depois de amanha|dopo domani|(?:the )?day before yesterday|antes de ayer|avant-hier|antes de ontem|anteontem|l'altro ieri|last night|anoche|hier soir|ontem a noite|ieri sera)\b|\p{L}[\p{L}']*/gu;

/** "Today", "the day before yesterday". */
export function findRelativeDays(sentence: Sentence): FoundDate[] {
  const today = dayOf(sentence.now, sentence.timezone);
  return [...sentence.folded.matchAll(RELATIVE)].flatMap((match): FoundDate[] => {
    const days = RELATIVE_PHRASES.find(([words]) => words.test(match[0]))?.[1] ?? RELATIVE_DAYS.get(match[0]);
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
        isIn: { texts: false, shopper: sentence.shopper.folded.includes(match[0]) },
      },
    ];
  });
}
