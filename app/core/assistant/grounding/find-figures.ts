import { NUMBER, readNumber } from "./number-text";

/** Shares and spans of time in folded text in which numbers stand as digits. */

const PERCENT = new RegExp(
  `(?<![\\d.,])(${NUMBER})(?:\\s?(?:-|–|to|bis|a|ate)\\s?(${NUMBER}))?\\s?-?(?:%|percent|per cent|prozent|por ?ciento|pour ?cents?|pour 100|por cento|per cento|v\\.? ?h\\.)`,
  "gu",
);

export interface FoundFigure {
  start: number;
  end: number;
  values: number[];
}

export function findPercents(folded: string): FoundFigure[] {
  return [...folded.matchAll(PERCENT)].flatMap((match) => {
    const [whole, first = "", second] = match;
    const at = { start: match.index, end: match.index + whole.length };
    return [first, ...(second ? [second] : [])].map((number) => ({ ...at, values: readNumber(number) }));
  });
}

const SPAN = new RegExp(
  `(?<![\\d.,:/])(${NUMBER})(?:\\s?(?:-|–|—|/|to|a|bis|hasta|ate|and|und|y|et|e|or|oder|o|ou)\\s?(${NUMBER}))?[\\s-]?(?:(?:business|working|calendar|full|whole|entire|consecutive|additional|extra|more|further|short|long|good|ganze[sn]?|volle[sn]?|weitere|kurze|lange)[\\s-]){0,2}?(${[
    "minutes?|mins?|minut\\p{L}+",
    "hours?|hrs?|h|stunden?|horas?|heures?|or[ae]",
    "days?|tag(?:en?)?|(?:werk|arbeits|kalender)tagen?|dias?|jours?|giorn[io]",
    "weeks?|wochen?|semanas?|semaines?|settiman[ae]",
    "months?|monate?n?|mes(?:es)?|mois|mesi",
    "years?|jahr(?:en?)?|anos?|ans?|annees?|ann[oi]",
  ].join("|")})(?!\\p{L})`,
  "gu",
);

export interface FoundSpan {
  start: number;
  end: number;
  /** One for each number in it: "3 to 5 days" has two. */
  spans: string[];
  unit: "minute" | "hour" | "day" | "month";
  numbers: number[];
}

/** Spans of time in folded text; weeks are days, years are months. */
export function findSpans(folded: string): FoundSpan[] {
  return [...folded.matchAll(SPAN)].filter(isNoTime).map((match) => {
    const [whole, first = "", second, unitWord = ""] = match;
    const { unit, factor } = readUnit(unitWord);
    const numbers = [...readNumber(first), ...(second ? readNumber(second) : [])].map(
      (number) => number * factor,
    );
    return {
      start: match.index,
      end: match.index + whole.length,
      unit,
      numbers,
      spans: numbers.map((number) => `${number}-${unit}`),
    };
  });
}

/** "48–72 h" lasts, "19h" is a time of day. */
function isNoTime([, first = "", second, unitWord]: RegExpExecArray): boolean {
  return unitWord !== "h" || readNumber(second ?? first).some((hours) => hours >= 24);
}

function readUnit(word: string): { unit: FoundSpan["unit"]; factor: number } {
  if (/^min/.test(word)) return { unit: "minute", factor: 1 };
  if (/^(?:hour|hr|h$|stunde|hora|heure|or[ae]$)/.test(word)) return { unit: "hour", factor: 1 };
  if (/^(?:week|woche|seman|semain|settiman)/.test(word)) return { unit: "day", factor: 7 };
  if (/^(?:month|monat|mes|mois)/.test(word)) return { unit: "month", factor: 1 };
  if (/^(?:year|jahr|an)/.test(word)) return { unit: "month", factor: 12 };
  return { unit: "day", factor: 1 };
}
