import { type Claim, clauseStart, FALSE, isAsked, isConditional, type Sentence } from "./claim";
import { OWN_ORDER } from "./phrases";
import type { Term } from "./stated-terms";
import { wordsOf } from "./term-context";
import { findWeekdays } from "./weekdays";

const CLOSED = /^(?:clos|shut|geschloss|ruhetag|zu|ferm|cerr|fechad|encerrad|chius)/;
const IS_CLOSED =
  /\b(?:closed?|shut|geschlossen|ruhetag|fermee?s?|cerrad[oa]s?|cerramos|fechad[oa]s?|encerrad[oa]s?|chius[oaie]|chiudiamo)\b/;
const IS_OPEN =
  /\b(?:open|opens|opening|geoffnet|offen|ouverte?s?|ouvrons|abiert[oa]s?|abrimos|abre|abert[oa]s?|apert[oaie]|apriamo|we(?:'re| are) (?:there|here|in)|ship|ships|send|dispatch\w*|leaves? us|verschick\w*|versend\w*|expedi\w*|partent|enviamos|salen|spediamo|partono|reach us|on the phone)\b/;
const EVERY_DAY =
  /\b(?:every ?day(?: of the week)?|seven days(?: a week)?|7 days(?: a week)?|daily|taglich|jeden tag|todos los dias|a diario|tous les jours|tutti i giorni|ogni giorno|todos os dias)\b/gu;
const WEEK = [0, 1, 2, 3, 4, 5, 6];

interface Week {
  open: Set<number>;
  closed: Set<number>;
}

/** "Open every day", "closed on Sundays", "Monday to Saturday": days that the shop's texts have otherwise. */
export function checkOpening(sentence: Sentence): Claim[] {
  const { folded, facts, namedOrders, isQuestion } = sentence;
  if (namedOrders.length > 0 || isQuestion || OWN_ORDER.test(folded)) return [];
  if (!IS_OPEN.test(folded) && !IS_CLOSED.test(folded)) return [];
  const week = weekOf(facts.terms, folded);
  if (week.open.size === 0) return [];
  const isDaily = facts.prose.search(EVERY_DAY) !== -1;
  const everyDay = (isDaily ? [] : [...folded.matchAll(EVERY_DAY)]).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    days: WEEK,
  }));
  return [...findWeekdays(folded), ...everyDay]
    .filter(({ start }) => !isAsked(sentence, start) && !isConditional(sentence, start))
    .filter(({ start, end, days }) => !holds(days, isClosedAt(folded, start, end), week))
    .map(({ start, end }) => ({ kind: "policy", start, end, verdict: FALSE }));
}

function holds(days: readonly number[], isClosed: boolean, { open, closed }: Week): boolean {
  return days.every((day) => (isClosed ? closed.has(day) || !open.has(day) : open.has(day)));
}

/** "Closed on Mondays" and "on Mondays we're closed", but not "closed on Mondays, open on Sundays". */
function isClosedAt(folded: string, start: number, end: number): boolean {
  const before = folded.slice(clauseStart(folded, start), start);
  const [after = ""] = /^[^,;:.!?()]*/.exec(folded.slice(end)) ?? [];
  const last = Math.max(...lastPlaces(before, IS_CLOSED));
  const open = Math.max(...lastPlaces(before, IS_OPEN));
  if (last !== open) return last > open;
  return IS_CLOSED.test(after) && !IS_OPEN.test(after);
}

const lastPlaces = (text: string, words: RegExp): number[] => [
  -1,
  ...[...text.matchAll(new RegExp(words.source, "gu"))].map(({ index }) => index),
];

/** The days that texts about the same give, those at which it is closed apart. */
function weekOf(terms: readonly Term[], folded: string): Week {
  const asked = [...wordsOf(folded)].filter((word) => !word.startsWith("@weekday"));
  const ofDays = terms.filter(({ kind }) => kind === "weekday");
  const near = ofDays.filter(({ context }) => asked.some((word) => context.wide.has(word)));
  const week: Week = { open: new Set(), closed: new Set() };
  for (const { values, context } of near) {
    const isClosed = [...context.near].some((word) => CLOSED.test(word));
    for (const value of values) (isClosed ? week.closed : week.open).add(Number(value));
  }
  return week;
}
