import { type Claim, FALSE, isAsked, type Sentence, TRUE } from "./claim";
import { findDaysOfMonth } from "./find-days-of-month";

/** Days of the month without the month: as the shop's texts have them, or as an order's dates fall. */
export function checkDaysOfMonth(sentence: Sentence): Claim[] {
  const { folded, facts, shopper, orders } = sentence;
  const known = new Set([
    ...facts.daysOfMonth,
    ...findDaysOfMonth(shopper.folded).map(({ day }) => day),
    ...[...facts.monthDays].map((day) => Number(day.slice(3))),
    ...orders.flatMap(({ days }) => Object.values(days).flatMap((each) => [...each].map(dayNumber))),
  ]);
  return findDaysOfMonth(folded)
    .filter(({ start }) => !isAsked(sentence, start))
    .map(({ start, end, day }) => ({ kind: "date", start, end, verdict: known.has(day) ? TRUE : FALSE }));
}

const dayNumber = (day: string): number => Number(day.slice(8));
