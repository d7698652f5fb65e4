import { addDays, type Day, dayOf, daysBetween } from "./calendar";
import { type Claim, contextAt, FALSE, productsAt, type Sentence, TRUE, type Verdict } from "./claim";
import { roleAt } from "./date-roles";
import { findPercents, findSpans } from "./find-figures";
import { findMonthDays } from "./find-month-days";
import { findTimes } from "./find-times";
import { likeSpans } from "./like-spans";
import { SAVING_AFTER, SAVING_BEFORE } from "./money-words";
import { OWN_ORDER, speaksOfOrder } from "./phrases";
import { variantsSpokenOf } from "./spoken-variants";
import { compareTerm, type TermKind, type TermVerdict } from "./stated-terms";

/** Shares: of a product's price where its discount is spoken of, else as the shop's texts have them. */
export function checkPercents(sentence: Sentence): Claim[] {
  return findPercents(sentence.folded).map(({ start, end, values }) => ({
    kind: "percentage",
    start,
    end,
    verdict: judgePercent(sentence, start, end, values),
  }));
}

function judgePercent(sentence: Sentence, start: number, end: number, values: number[]): Verdict {
  const { shopper, isNegated, isQuestion, folded, facts } = sentence;
  if ((isNegated || isQuestion) && values.some((value) => shopper.percents.has(value))) return TRUE;
  const products = productsAt(sentence, start);
  const known = products.length > 0 ? products : [...facts.products.values()];
  const discounts = variantsSpokenOf(sentence, known, start).flatMap(({ price, former }) =>
    former.flatMap((then) => price.map((now) => (1 - now / then) * 100)),
  );
  const isReduction =
    SAVING_BEFORE.test(folded.slice(0, start)) || SAVING_AFTER.test(folded.slice(end, end + 30));
  const fits = discounts.some((discount) => values.some((value) => Math.abs(value - discount) < 0.6));
  if (fits && (isReduction || products.length > 0)) return TRUE;
  // A product's own reduction is no matter of the shop's rules.
  if (isReduction && sentence.namedProducts.length > 0) return FALSE;
  // What a product's text promises is no discount.
  if ((isReduction || DISCOUNT.test(folded)) && !values.some((value) => isInShopText(value, facts)))
    return FALSE;
  return verdictOf(findTerm(sentence, "percentage", values, start));
}

const DISCOUNT =
  /\b(?:discount\w*|% off|reduc(?:ed|tion)\w*|rabatt\w*|nachlass|ermassigung|descuento\w*|rebaja\w*|remise|reduction|sconto|scontat\w*|desconto\w*)\b/;

function isInShopText(value: number, { shopText }: Sentence["facts"]): boolean {
  return new RegExp(`(?<!\\d)${String(value).replace(".", "\\D")}(?!\\d)`).test(shopText);
}

/** "Within 30 days", "2 weeks": as the texts have it, or as far off as the day is that is spoken of. */
export function checkSpans(sentence: Sentence): Claim[] {
  return findSpans(sentence.folded).map(({ start, end, spans, unit, numbers }) => {
    const toDay = isDistance(sentence, start, end, unit, numbers);
    if (toDay !== null) return { kind: "duration", start, end, verdict: toDay ? TRUE : FALSE };
    const isTrue =
      isBetween(sentence, end, unit, numbers) ||
      isDescribed(sentence, start, spans) ||
      spans.every((span, index) => {
        const far = unit === "day" ? (numbers[index] ?? -1) : -1;
        const isDay =
          unit === "month"
            ? isMonthsAgo(sentence, start, end, numbers[index] ?? 0)
            : isFarOff(sentence, start, end, far);
        return isDay === true || (isDay !== false && isStated(sentence, span, start));
      });
    return { kind: "duration", start, end, verdict: isTrue ? TRUE : FALSE };
  });
}

const REMAINING =
  /^\s(?:left|remaining|to go|away|from (?:now|today)|later than today|ubrig|verbleib\w*|restant\w*|de plazo|rimast\w*|rimanent\w*|a partir d)/;
const STILL =
  /\b(?:noch|te quedan?|le quedan?|quedan|faltan|il (?:te|vous) reste|plus que|restam|faltam|mancano|restano|rimangono)\s$/;

/** "Until 23 September, so you have one week left": as far as that day is; null where no day stands beside it. */
function isDistance(
  sentence: Sentence,
  start: number,
  end: number,
  unit: string,
  numbers: readonly number[],
): boolean | null {
  const { folded, now, timezone, facts } = sentence;
  if (unit !== "day") return null;
  const isRemaining = REMAINING.test(folded.slice(end)) || STILL.test(folded.slice(0, start));
  const today = dayOf(now, timezone);
  const ahead = numbers.map((number) => addDays(today, number).slice(5));
  const dates = findMonthDays(folded);
  if (isRemaining && dates.length > 0) return dates.some(({ monthDay }) => ahead.includes(monthDay));
  // Of a day that the texts name, such as a concert's.
  if (isRemaining || AHEAD.test(folded.slice(0, start)))
    return ahead.some((day) => facts.monthDays.has(day)) ? true : null;
  return null;
}

/** As a product's own texts or options have it: "the two-day pass". */
function isDescribed(sentence: Sentence, at: number, spans: readonly string[]): boolean {
  const known = productsAt(sentence, at).flatMap(({ text }) => findSpans(text).flatMap(({ spans }) => spans));
  return spans.every((span) => known.includes(span));
}

const APART =
  /^\s(?:\p{L}+\s)?(?:after|before|later|earlier|nach(?:dem)?|vor|bevor|spater|darauf|despues|antes|apres|avant|plus tard|depois|dopo|prima)\b/u;

/** "One day after you placed it": as many as lie between two days of an order. */
function isBetween(
  { folded, orders, namedOrders }: Sentence,
  end: number,
  unit: string,
  numbers: readonly number[],
): boolean {
  if (unit !== "day" || namedOrders.length === 0 || !APART.test(folded.slice(end))) return false;
  return orders.some(({ days }) => {
    const all = Object.values(days).flatMap((each) => [...each]);
    return numbers.every((number) => all.some((a) => all.some((b) => daysBetween(a, b) === number)));
  });
}

const AGO = /^\s?(?:ago|fa|atras|her)\b/;
const LATE =
  /^\s(?:late|overdue|behind|zu spat|verspatet|verspatung|uberfallig|de (?:retraso|retard|atraso)|di ritardo|in ritardo)\b/;
/** Days to a month, and how far off "a good two months" may be. */
const MONTH = 30.4;
const OFF_BY = 12;
const BEFORE_AGO = /\b(?:vor|hace|il y a|ha|depuis|since|seit|desde hace)\s(?:\p{L}+\s)?$/u;
const AHEAD =
  /\b(?:in|en|dentro de|dans|em|tra|fra|daqui a|another|noch|within)\s(?:(?:about|just|only|etwa|ca|unos|environ|cerca de|circa)\s)?$/;

const FROM_NOW =
  /^\s(?:from (?:now|today)|ab (?:heute|jetzt)|a partir de (?:hoy|hoje)|a partir d'aujourd'hui|da oggi)\b/;

/** "Two months ago": the day that is spoken of lies about so far back; null where no such day is. */
function isMonthsAgo(sentence: Sentence, start: number, end: number, months: number): boolean | null {
  const { folded, now, timezone } = sentence;
  if (!AGO.test(folded.slice(end)) && !BEFORE_AGO.test(folded.slice(0, start))) return null;
  if (sentence.orders.length === 0 || !speaksOfOrder(sentence)) return null;
  const today = dayOf(now, timezone);
  return roleAt(sentence, start).known.some(
    (day) => Math.abs(daysBetween(day, today) - months * MONTH) <= OFF_BY,
  );
}

/** "Four days late": as many days after it was expected. */
function isLateBy({ orders, now, timezone }: Sentence, days: number): boolean | null {
  if (orders.length === 0) return null;
  const due = addDays(dayOf(now, timezone), -days);
  return orders.some((order) => order.days.expected.has(due));
}

/** Whether it is as many days from today to the day that is spoken of; null where no such day is. */
function isFarOff(sentence: Sentence, start: number, end: number, days: number): boolean | null {
  const { folded, facts } = sentence;
  const before = folded.slice(0, start);
  if (LATE.test(folded.slice(end))) return isLateBy(sentence, days);
  const isPast = AGO.test(folded.slice(end)) || BEFORE_AGO.test(before);
  const isAhead = !isPast && (AHEAD.test(before) || FROM_NOW.test(folded.slice(end)));
  if (!isPast && !isAhead) return null;
  if (sentence.orders.length === 0 || (!speaksOfOrder(sentence) && facts.terms.length > 0)) return null;
  const today = dayOf(sentence.now, sentence.timezone);
  const day: Day = addDays(today, isPast ? -days : days);
  const { known, isNamed } = roleAt(sentence, start);
  const isOfHers = sentence.namedOrders.length > 0 || OWN_ORDER.test(folded);
  if (!isNamed && !isOfHers && facts.terms.length > 0) return null;
  // Sixteen days are two weeks: nobody counts closer.
  const isInWeeks = /\b(?:week|woche|seman|semain|settiman)/.test(folded.slice(start, end));
  const isWithin = /\bwithin $/.test(before);
  if (isWithin && !isOfHers) return null;
  const fits = known.some(
    (each) =>
      each === day ||
      (isInWeeks && Math.abs(daysBetween(each, day)) <= 3) ||
      (isWithin && daysBetween(today, each) >= 0 && each <= day),
  );
  // "Within 30 days" may be a rule as well.
  return fits || !isWithin ? fits : null;
}

/** "Give it three to four weeks", where nothing is known of anything and no matter of the shop's is spoken of. */
function isAdvice(sentence: Sentence, at: number): boolean {
  const { facts, folded } = sentence;
  if (facts.terms.length > 0 || facts.orders.size > 0 || OWN_ORDER.test(folded)) return false;
  return ![...contextAt(sentence, at).wide].some((word) => word.startsWith("@"));
}

function isStated(sentence: Sentence, span: string, at: number): boolean {
  const { shopper, isNegated, isQuestion } = sentence;
  if ((isNegated || isQuestion) && shopper.spans.has(span)) return true;
  if (isAdvice(sentence, at)) return true;
  const elsewhere = findSpans(sentence.folded)
    .filter(({ start }) => start !== at)
    .map(({ spans, start }) => ({ values: spans, context: contextAt(sentence, start) }));
  const { terms } = sentence.facts;
  return compareTerm(terms, "duration", likeSpans(span), contextAt(sentence, at), elsewhere).is === "stated";
}

/** Clock times, as texts have them for what is spoken of, or of what happened. */
export function checkTimes(sentence: Sentence): Claim[] {
  const { facts } = sentence;
  return findTimes(sentence.folded).map(({ start, end, clock }) => {
    const isOfEvent = speaksOfOrder(sentence) && facts.times.has(clock);
    return {
      kind: "time",
      start,
      end,
      verdict: isOfEvent ? TRUE : verdictOf(findTerm(sentence, "time", [clock], start)),
    };
  });
}

function findTerm(sentence: Sentence, kind: TermKind, values: (string | number)[], at: number): TermVerdict {
  return compareTerm(sentence.facts.terms, kind, values, contextAt(sentence, at));
}

const verdictOf = ({ is }: TermVerdict): Verdict => (is === "stated" ? TRUE : FALSE);
