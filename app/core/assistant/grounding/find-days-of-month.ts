import { MONTHS } from "./calendar";

const MONTH = [...MONTHS.keys()].join("|");
const ORDINAL = new RegExp(
  String.raw`\b(?:the|every) (\d{1,2})(?:st|nd|rd|th)\b(?=\s(?:of (?:the|each|every|this|next)|and|or|to|at|by|before)\b|[,.;:!?)]|\s*$)(?!\s(?:of )?(?:${MONTH})\b)`,
  "gu",
);
const NAMED = new RegExp(
  String.raw`\b(?:el dia|al dia|dia|le|il giorno|il|am|zum|bis zum)\s(\d{1,2})(?:º|°|o|er|\.)?(?=\s(?:del|du|do mes|de cada|de chaque|di ogni|des|jedes|jeden|des monats)\b|\s(?:de|e|y|et|und)\s(?!${MONTH})|[,;!?)]|\.?\s*$)`,
  "gu",
);

export interface DayOfMonth {
  start: number;
  end: number;
  day: number;
}

/** "On the 25th", "el día 5": days of any month in folded text. */
export function findDaysOfMonth(folded: string): DayOfMonth[] {
  return [...folded.matchAll(ORDINAL), ...folded.matchAll(NAMED)]
    .map((match) => ({
      start: match.index + match[0].search(/\d/),
      end: match.index + match[0].length,
      day: Number(match[1]),
    }))
    .filter(({ day }) => day >= 1 && day <= 31);
}
