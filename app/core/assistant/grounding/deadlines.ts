import { addDays, type Day, dayOf } from "./calendar";
import type { Sentence } from "./claim";
import { findSpans } from "./find-figures";
import type { FoundDate } from "./found-date";

const UNTIL =
  /\b(?:until|till|by|before|deadline|last day|window|no later than|open|ends?|expires?|runs?|bis|spatestens|frist|endet|hasta|plazo|antes d\p{L}+|vence|termina|jusqu'?\p{L}*|avant|delai|expire|ate|prazo|fino|entro|scade|termine)\b/u;

/**
 * "You have until December 2": as many days after an order came (else was placed) as the shop's texts give, or the
 * sentence itself.
 */
export function isDeadline(date: FoundDate, sentence: Sentence): boolean {
  const { folded, orders, facts, now, timezone } = sentence;
  if (date.kind !== "date" || !UNTIL.test(folded.slice(0, date.start))) return false;
  const stated = facts.terms
    .filter(({ kind }) => kind === "duration")
    .flatMap(({ values }) => values.map(daysIn));
  const own = findSpans(folded).flatMap(({ spans }) => spans.map(daysIn));
  const lengths = own.filter((days) => stated.includes(days)).length > 0 ? own : stated;
  const starts = orders.flatMap(
    ({ days }) => [days.delivered, days.placed].find((each) => each.size > 0) ?? new Set<Day>(),
  );
  const from = [...starts.flatMap((days) => [...days]), dayOf(now, timezone)];
  return from.some((day) => lengths.some((days) => days > 0 && date.fits(addDays(day, days))));
}

/** "30-day" as 30; what is no matter of days as none. */
function daysIn(span: string): number {
  return span.endsWith("-day") ? Number.parseInt(span, 10) : 0;
}
