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
export const RELATIVE_PHRASES: [RegExp, number][] = [
  [/^(?:the )?day after tomorrow|^pasado manana|^apres-demain|^depois de amanha|^dopo ?domani/, 2],
  [/^(?:the )?day before yesterday|^antes de ayer|^avant-hier|^antes de ontem|^anteontem|^l'altro ieri/, -2],
  [/^last night|^anoche|^hier soir|^ontem a noite|^ieri sera/, -1],
];

export const RELATIVE =
  /\b(?:(?:the )?day after tomorrow|pasado manana|apres-demain|depois de amanha|dopo domani|(?:the )?day before yesterday|antes de ayer|avant-hier|antes de ontem|anteontem|l'altro ieri|last night|anoche|hier soir|ontem a noite|ieri sera)\b|\p{L}[\p{L}']*/gu;
