import { numberWordsAt } from "../product-words/number-words";
import { readNumber } from "../product-words/numbers";
import { type Token, tokenize } from "../product-words/tokens";

/** "30 days", "3-5 business days", "two weeks", "up to a year", in the six languages. */
export interface Duration {
  /** Null for "up to". */
  min: number | null;
  max: number;
  /** Weeks, months and years come as days; those of work are another measure. */
  unit: "day" | "working-day";
  /** Written with months or years, of which nobody knows the days exactly. */
  isRough: boolean;
  /** Where it stands in the text. */
  start: number;
  end: number;
}

const UNITS: [words: string, days: number][] = [
  ["day days tag tage tagen tages dia dias jour jours giorno giorni", 1],
  ["week weeks woche wochen semana semanas semaine semaines settimana settimane", 7],
  ["month months monat monate monaten mes meses mois mese mesi", 30],
  ["year years jahr jahre jahren jahres ano anos an ans annee annees anno anni", 365],
];
const daysOfUnit = new Map(
  UNITS.flatMap(([words, days]) => words.split(" ").map((word) => [word, days] as const)),
);
/** Written in one word with the day. */
const WORKING_UNITS = new Set("werktag werktage werktagen arbeitstag arbeitstage arbeitstagen".split(" "));
const WORKING = new Set(
  "business working habiles laborables ouvres ouvrables ouvre uteis lavorativi lavorativo feriali".split(" "),
);
/** May stand between figure and unit. */
const FILLERS = new Set("calendar full consecutive natural corridos kalender naturales solaires".split(" "));
const ARTICLES = new Set("a an one ein eine einen einem un una une um uma uno".split(" "));
const RANGE_JOINTS = new Set("- – — to bis a à al till until and und et y e o oder or ou".split(" "));
const UP_TO =
  /(?:up to|within|at most|max(?:imum)?|bis zu|innerhalb(?: von)?|binnen|hasta|en un plazo de|dans les|jusqu'a|sous|fino a|entro|ate|em ate|dentro de)\s*$/;
/** An opening and a closing figure of a range stand so near to each other. */
const HOURS_PER_DAY = 24;
const HOUR_UNITS = new Set("hours hour stunden horas heures ore hrs".split(" "));

export function readDurations(text: string): Duration[] {
  const tokens = tokenize(text);
  const found: Duration[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const duration = durationAt(text, tokens, index);
    if (!duration) continue;
    found.push(duration.value);
    index = duration.last;
  }
  return found;
}

function durationAt(text: string, tokens: Token[], index: number): { value: Duration; last: number } | null {
  const first = figureAt(tokens, index);
  if (!first) return null;
  const joint = tokens[first.next];
  const second = joint && RANGE_JOINTS.has(joint.folded) ? figureAt(tokens, first.next + 1) : null;
  const upper = second && second.value >= first.value ? second : first;
  const unit = unitAt(tokens, upper.next);
  if (!unit) return null;
  const start = tokens[index]?.start ?? 0;
  const isUpTo = UP_TO.test(foldStart(text, start));
  const min = upper === second ? first.value : isUpTo ? null : upper.value;
  return {
    value: {
      min: min === null ? null : min * unit.days,
      max: upper.value * unit.days,
      unit: unit.isWorking ? "working-day" : "day",
      isRough: unit.days >= 30,
      start,
      end: tokens[unit.last]?.end ?? start,
    },
    last: unit.last,
  };
}

const foldStart = (text: string, end: number) =>
  text
    .slice(Math.max(0, end - 30), end)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase();

function figureAt(tokens: Token[], index: number): { value: number; next: number } | null {
  const token = tokens[index];
  if (!token) return null;
  if (token.kind === "number") {
    const value = readNumber(token.written);
    return value === null || value > 5_000 ? null : { value, next: index + 1 };
  }
  if (token.kind !== "word") return null;
  if (ARTICLES.has(token.folded)) return { value: 1, next: index + 1 };
  const words = numberWordsAt(tokens, index);
  return words && { value: words.value, next: index + words.length };
}

function unitAt(tokens: Token[], from: number): { days: number; isWorking: boolean; last: number } | null {
  let isWorking = false;
  for (let at = from; at < from + 4; at += 1) {
    const token = tokens[at];
    if (!token) return null;
    if (WORKING.has(token.folded)) isWorking = true;
    else if (WORKING_UNITS.has(token.folded)) return { days: 1, isWorking: true, last: at };
    else if (HOUR_UNITS.has(token.folded)) return { days: 1 / HOURS_PER_DAY, isWorking, last: at };
    else if (daysOfUnit.has(token.folded)) {
      const isAfter = WORKING.has(tokens[at + 1]?.folded ?? "");
      const days = daysOfUnit.get(token.folded) ?? 1;
      return { days, isWorking: isWorking || isAfter, last: isAfter ? at + 1 : at };
    } else if (token.written !== "-" && !FILLERS.has(token.folded)) return null;
  }
  return null;
}

/** A month is 28 to 31 days, and a year as long as twelve months. */
export function isSameDuration(a: Duration, b: Duration): boolean {
  if (a.unit !== b.unit) return false;
  const near = (x: number, y: number) =>
    Math.abs(x - y) <= (a.isRough || b.isRough ? Math.max(x, y) * 0.08 : 0.01);
  if (!near(a.max, b.max)) return false;
  return a.min === null || b.min === null || near(a.min, b.min);
}
