import { addDays, dayOf, MONTHS, weekdayOf, writeDay, writeWeekday } from "./calendar";
import {
  type Claim,
  contextAt,
  FALSE,
  isConditional,
  isNegatedNear,
  ordersAt,
  type Sentence,
  TRUE,
  type Verdict,
} from "./claim";
import { roleAt } from "./date-roles";
import { isDeadline } from "./deadlines";
import { findMonthDays } from "./find-month-days";
import type { FoundDate } from "./found-date";
import { findNumericDates } from "./numeric-dates";
import { CONDITION, OWN_ORDER } from "./phrases";
import { findRelativeDays } from "./relative-days";
import { findRelativeSpans } from "./relative-spans";
import { compareTerm, isStatedWidely } from "./stated-terms";
import { findWeekdays } from "./weekdays";

/** Days, weekdays and words such as "tomorrow": of the date that the sentence speaks of, else of any in evidence. */
export function checkDates(sentence: Sentence): Claim[] {
  const found = [
    ...findDates(sentence),
    ...findNumericDates(sentence),
    ...findDaysOfWeek(sentence),
    ...findRelativeDays(sentence),
    ...findRelativeSpans(sentence),
  ];
  const months = findMonths(sentence, found);
  return [...found, ...months].map((date) => {
    const verdict = judgeBesides(date, found, sentence) ?? judge(date, sentence);
    // A day put in the place of a month would need other words around it.
    const isTorn = verdict.is === "replace" && months.includes(date);
    return { kind: "date", start: date.start, end: date.end, verdict: isTorn ? FALSE : verdict };
  });
}

/** "Friday, 18 September": a weekday beside a date is that date's, where the date itself is sound. */
function judgeBesides(date: FoundDate, found: readonly FoundDate[], sentence: Sentence): Verdict | null {
  if (date.kind !== "weekday") return null;
  const twins = found.filter(
    (other) =>
      other.kind === "date" &&
      BESIDE.test(sentence.folded.slice(Math.min(date.end, other.end), Math.max(date.start, other.start))),
  );
  const today = dayOf(sentence.now, sentence.timezone);
  for (const twin of twins) {
    if (judge(twin, sentence).is !== "true") continue;
    const known = [...sentence.facts.days].filter(twin.fits);
    const nearest = DAYS_AROUND.find((away) => twin.fits(addDays(today, away)));
    const days = known.length > 0 || nearest === undefined ? known : [addDays(today, nearest)];
    if (days.some(date.fits)) return TRUE;
    if (!roleAt(sentence, date.start).isSure) return FALSE;
  }
  return null;
}

const BESIDE =
  /^(?:\s\p{L}+)?[\s,(*]*(?:(?:the|den|der|dem|am|el|le|il|o|dia|das ist|that's|which is|es decir|soit) ){0,2}(?:ein|a|un|e um)?[\s,(*]*$/u;
/** A year back and ahead, the nearest first. */
const DAYS_AROUND = Array.from({ length: 366 }, (_, day) => day).flatMap((day) => [day, -day]);

function judge(date: FoundDate, sentence: Sentence): Verdict {
  const { facts, isQuestion, isNegated, folded, namedOrders } = sentence;
  const role = roleAt(sentence, date.start);
  if ((isQuestion || isNegated) && date.isIn.shopper) return TRUE;
  if (
    date.kind === "relative" &&
    (isNegatedAround(date, sentence) || AS_OF.test(folded.slice(0, date.start)))
  )
    return TRUE;
  if (date.kind === "weekday" && date.isIn.texts && namedOrders.length === 0 && !OWN_ORDER.test(folded))
    return TRUE;
  if (isDeadline(date, sentence) || isInTable(date, sentence)) return TRUE;
  if (isOnRuledDay(date, sentence) || isSupposed(date, sentence)) return TRUE;
  if (role.isSure) {
    if (role.known.some(date.fits) || isDueToday(date, sentence)) return TRUE;
    const [only] = role.known;
    return role.known.length === 1 && only ? { is: "replace", by: date.write(only) } : FALSE;
  }
  if (sentence.namedOrders.length > 0 && date.kind === "date" && !role.known.some(date.fits)) return FALSE;
  if (date.isIn.texts) return TRUE;
  if (date.kind === "relative" && !role.isNamed) return TRUE;
  if (date.kind === "weekday" && isConditional(sentence, date.start) && isOfFocus(date, sentence))
    return TRUE;
  if (date.kind === "date" && date.fits(dayOf(sentence.now, sentence.timezone))) return TRUE;
  return [...facts.days].some(date.fits) && date.kind !== "weekday"
    ? TRUE
    : isOfNamedOrder(date, sentence, role.isNamed);
}

/** "It won't come today", "today it isn't due": in its own clause. */
function isNegatedAround({ start, end }: FoundDate, sentence: Sentence): boolean {
  const [rest = ""] = /^[^,;:.!?()]*/.exec(sentence.folded.slice(end)) ?? [];
  return isNegatedNear(sentence, start, end + rest.length);
}

/** "By 25 September" where the shop's texts say "until the 25th". */
function isOnRuledDay({ kind, fits }: FoundDate, { facts, now, timezone }: Sentence): boolean {
  if (kind !== "date" || facts.daysOfMonth.size === 0) return false;
  const today = dayOf(now, timezone);
  return NEXT_DAYS.some((away) => {
    const day = addDays(today, away);
    return fits(day) && facts.daysOfMonth.has(Number(day.slice(8)));
  });
}

const NEXT_DAYS = Array.from({ length: 62 }, (_, day) => day);

/** "If you order today": nothing is said of today. Of tomorrow only where the shop delivers on the next day. */
function isSupposed({ kind, start, fits }: FoundDate, sentence: Sentence): boolean {
  const { folded, facts, now, timezone, namedOrders } = sentence;
  if (kind !== "relative" || namedOrders.length > 0 || OWN_ORDER.test(folded)) return false;
  const today = dayOf(now, timezone);
  if (fits(today))
    return isConditional(sentence, start) && !/\b(?:arriv|deliver|there|here)/.test(folded.slice(0, start));
  return fits(addDays(today, 1)) && CONDITION.test(folded) && NEXT_DAY.test(facts.prose);
}

const NEXT_DAY =
  /\b(?:next[- ](?:business |working )?day|overnight|nachste[nr]? (?:werk)?tag|am folgetag|dia siguiente|lendemain|dia seguinte|giorno (?:dopo|successivo|seguente)|24 ?h\b|24 (?:hours|stunden|horas|heures|ore))/;

/** The head of its column says which date it is. */
function isInTable({ fits }: FoundDate, { folded, namedOrders }: Sentence): boolean {
  if (!/^\s*\|.*\|\s*$/.test(folded)) return false;
  return namedOrders.some(({ order }) => Object.values(order.days).some((days) => [...days].some(fits)));
}

/** "If it is not there by Friday": of the order that is spoken of, or of one that is still to come. */
function isOfFocus({ fits }: FoundDate, { orders }: Sentence): boolean {
  const open = orders.filter(({ days }) => days.delivered.size === 0);
  return (orders.length === 1 ? orders : open).some(({ days }) =>
    [...days.expected, ...days.delivered].some(fits),
  );
}

const AS_OF = /\b(?:as of|until|so far|stand|bis|a dia de|a ce jour|hasta|ate|ad|oggi|fino ad) $/;

/** What is out for delivery comes today, whatever was expected. */
function isDueToday({ start, fits }: FoundDate, sentence: Sentence): boolean {
  if (!fits(dayOf(sentence.now, sentence.timezone))) return false;
  return ordersAt(sentence, start).some(({ state }) => state === "out_for_delivery");
}

function isOfNamedOrder(
  date: FoundDate,
  { orders, namedOrders, folded }: Sentence,
  isNamed: boolean,
): Verdict {
  if (!isNamed && namedOrders.length === 0 && !OWN_ORDER.test(folded)) return FALSE;
  const days = orders.flatMap((order) => Object.values(order.days).flatMap((each) => [...each]));
  return days.some(date.fits) ? TRUE : FALSE;
}

function findDates(sentence: Sentence): FoundDate[] {
  return findMonthDays(sentence.folded).map((found): FoundDate => {
    const written = sentence.text.slice(found.start, found.end);
    const isMonthFirst = /^\p{L}/u.test(written);
    return {
      kind: "date",
      start: found.start,
      end: found.end,
      fits: (day) =>
        day.slice(5) === found.monthDay && (found.year === null || Number(day.slice(0, 4)) === found.year),
      write: (day) =>
        writeDay(day, found.language === "en" && !isMonthFirst ? "en-GB" : found.language, {
          year: found.year !== null,
          short: found.isShort && found.language === "en",
        }),
      isIn: {
        texts: sentence.facts.monthDays.has(found.monthDay),
        shopper: sentence.shopper.monthDays.has(found.monthDay),
      },
    };
  });
}

/** "In December": months without a day; only long names, since "may" and "mar" are other words too. */
function findMonths(sentence: Sentence, taken: readonly FoundDate[]): FoundDate[] {
  return [...sentence.folded.matchAll(/\p{L}{4,}/gu)].flatMap((match): FoundDate[] => {
    const month = MONTHS.get(match[0]);
    const end = match.index + match[0].length;
    if (!month || /^(?:march|juni|juli)$/.test(match[0])) return [];
    if (taken.some((other) => other.start < end && other.end > match.index)) return [];
    const key = String(month.index + 1).padStart(2, "0");
    return [
      {
        kind: "date",
        start: match.index,
        end,
        fits: (day) => day.slice(5, 7) === key,
        write: (day) => writeDay(day, month.language, {}),
        isIn: {
          texts: sentence.facts.folded.includes(match[0]) || isNear(month.index, sentence),
          shopper: sentence.shopper.folded.includes(match[0]),
        },
      },
    ];
  });
}

/** This month and the next, where no order is spoken of: "to skip October". */
function isNear(month: number, { now, timezone, namedOrders, folded }: Sentence): boolean {
  if (namedOrders.length > 0 || OWN_ORDER.test(folded)) return false;
  const current = Number(dayOf(now, timezone).slice(5, 7)) - 1;
  return month === current || month === (current + 1) % 12;
}

function findDaysOfWeek(sentence: Sentence): FoundDate[] {
  return findWeekdays(sentence.folded).map(({ start, end, days, language }) => ({
    kind: "weekday",
    start,
    end,
    fits: (day) => days.includes(weekdayOf(day)),
    write: (day) => {
      const name = writeWeekday(weekdayOf(day), language);
      const first = sentence.text[start] ?? "";
      return first === first.toUpperCase() ? name.charAt(0).toUpperCase() + name.slice(1) : name;
    },
    isIn: {
      texts: days.every((day) => {
        const context = contextAt(sentence, start);
        return (
          compareTerm(sentence.facts.terms, "weekday", [day], context).is === "stated" ||
          isStatedWidely(sentence.facts.terms, "weekday", [day], context) ||
          sentence.products.some(({ text }) => findWeekdays(text).some((each) => each.days.includes(day)))
        );
      }),
      shopper: days.every((day) => sentence.shopper.weekdays.has(day)),
    },
  }));
}
