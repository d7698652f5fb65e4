import { addDays, type Day, dayOf, weekdayOf, writeDay } from "./calendar";
import type { Sentence } from "./claim";
import type { FoundDate } from "./found-date";

/** From 0, this one. */
const WEEKS: [RegExp, number][] = [
  [
    /\b(?:next week|nachste[rn]? woche|kommende[rn]? woche|(?:la )?(?:proxima semana|semana que viene)|la semaine prochaine|na proxima semana|(?:la )?(?:prossima settimana|settimana prossima))\b/gu,
    1,
  ],
  [/\b(?:this week|diese[rn]? woche|esta semana|cette semaine|nesta semana|questa settimana)\b/gu, 0],
  [
    /\b(?:last week|letzte[rn]? woche|vorige[rn]? woche|la semana pasada|la semaine derniere|na semana passada|la settimana scorsa)\b/gu,
    -1,
  ],
];
const MONTHS: [RegExp, number][] = [
  [
    /\b(?:next month|nachste[rn]? monat|el proximo mes|el mes que viene|le mois prochain|no proximo mes|(?:il )?(?:prossimo mese|mese prossimo))\b/gu,
    1,
  ],
  [/\b(?:this month|diese[nm]? monat|este mes|ce mois-ci|neste mes|questo mese)\b/gu, 0],
  [/\b(?:last month|letzte[nm] monat|el mes pasado|le mois dernier|no mes passado|il mese scorso)\b/gu, -1],
];

/** "Next week", "this month": any day of it. Weeks begin on Monday, or on Sunday. */
export function findRelativeSpans(sentence: Sentence): FoundDate[] {
  const today = dayOf(sentence.now, sentence.timezone);
  return [
    ...WEEKS.flatMap(([words, weeks]) =>
      spansOf(sentence, words, (day) => {
        const monday = addDays(today, -((weekdayOf(today) + 6) % 7) + 7 * weeks);
        return day >= addDays(monday, -1) && day <= addDays(monday, 6);
      }),
    ),
    ...MONTHS.flatMap(([words, months]) =>
      spansOf(sentence, words, (day) => monthNumber(day) - monthNumber(today) === months),
    ),
  ];
}

function spansOf(sentence: Sentence, words: RegExp, fits: (day: Day) => boolean): FoundDate[] {
  return [...sentence.folded.matchAll(words)].map((match) => ({
    kind: "relative",
    start: match.index,
    end: match.index + match[0].length,
    fits,
    write: (day) => writeDay(day, sentence.locale, {}),
    isIn: {
      texts: sentence.facts.prose.includes(match[0]),
      shopper: sentence.shopper.folded.includes(match[0]),
    },
  }));
}

const monthNumber = (day: Day): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
