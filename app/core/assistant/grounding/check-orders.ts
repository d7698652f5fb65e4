import { dayOf } from "./calendar";
import {
  type Claim,
  claimAt,
  clauseStart,
  FALSE,
  isAsked,
  isConditional,
  isNegatedNear,
  ordersAt,
  type Sentence,
  TRUE,
} from "./claim";
import { itemsNamed } from "./item-names";
import type { KnownOrder, KnownParcel } from "./known-orders";
import { FUTURE, STATE_CLAIMS, type StateClaim, WHEREABOUTS } from "./order-words";
import { OWN_ORDER, PART, speaksOfOrder } from "./phrases";
import { allHold, isOfAll, isOfEach } from "./quantified";
import { parcelsSpokenOf } from "./spoken-parcels";

/** "Has been delivered", "is on its way": of the orders that the sentence is about. */
export function checkStates(sentence: Sentence): Claim[] {
  if (!isAboutOrders(sentence)) return [];
  return STATE_CLAIMS.flatMap((claim) =>
    [...sentence.folded.matchAll(claim.words)]
      .filter((match) => isClaimed(match, sentence))
      .map((match) => claimAt("order-state", match, holds(claim, match, sentence) ? TRUE : FALSE)),
  );
}

/** A neighbour who took it in, the depot where it lies: only where texts or the shopper speak of it. */
export function checkWhereabouts(sentence: Sentence): Claim[] {
  if (!isAboutOrders(sentence)) return [];
  const { facts, shopper } = sentence;
  return [...sentence.folded.matchAll(WHEREABOUTS)]
    .filter((match) => isClaimed(match, sentence) && !isNegatedNear(sentence, match.index, match.index))
    .map((match) => {
      const isKnown = facts.folded.includes(match[0]) || shopper.folded.includes(match[0].slice(0, 4));
      return claimAt("order-state", match, isKnown ? TRUE : FALSE);
    });
}

function isAboutOrders(sentence: Sentence): boolean {
  const { folded, facts } = sentence;
  if (facts.orders.size === 0) return OWN_ORDER.test(folded) || /#\s?\w*\d/.test(folded);
  return speaksOfOrder(sentence) || (sentence.orders.length === 1 && isOfEach(sentence));
}

function isClaimed(match: RegExpExecArray, sentence: Sentence): boolean {
  const { folded } = sentence;
  const end = match.index + match[0].length;
  const word = match.index + match[0].search(/[\p{L}']+$/u);
  if (isConditional(sentence, word) || isAsked(sentence, match.index)) return false;
  const clause = folded.slice(clauseStart(folded, match.index), match.index);
  if (
    FUTURE.test(folded.slice(0, word)) ||
    VERB_LAST.test(clause) ||
    /^ (?:zu )?werden\b/.test(folded.slice(end))
  )
    return false;
  // "Returned goods", "delivered orders"
  return !/^ (?:orders|items|goods|products|parcels|packages|articles|articulos|artigos)\b/.test(
    folded.slice(end),
  );
}

/** "Wird voraussichtlich am 28. September geliefert" */
const VERB_LAST = /\b(?:wird|werden|soll|sollen|sollten?|kann|konnen|konnten?|muss|mussen|durften?)\b/;

function holds(claim: StateClaim, match: RegExpExecArray, sentence: Sentence): boolean {
  const orders = ordersAt(sentence, match.index + match[0].length);
  if (orders.length === 0) return false;
  const isNegated = isNegatedNear(sentence, match.index, match.index + match[0].length);
  // Of an order that is sent in part, both can be said.
  const isWhole = ({ state }: KnownOrder) => claim.states.has(state) && state !== "partially_fulfilled";
  if (isNegated)
    return orders.some((order) => {
      const parts = partsHold(claim, match, order, sentence);
      return parts === null ? !isWhole(order) : !parts;
    });
  const [only] = orders;
  if (isOfAll(sentence) && only && orders.length === 1) {
    const all = allHold(claim, only);
    if (all !== null) return all;
  }
  if (claim.also === "refunded-amount" && IN_FULL.test(sentence.folded))
    return orders.some(
      ({ state, refunded, total }) => state === "refunded" || (total !== null && refunded >= total),
    );
  return isOfAll(sentence)
    ? orders.every((order) => isTrueOf(claim, order, sentence))
    : orders.some((order) => partsHold(claim, match, order, sentence) ?? isTrueOf(claim, order, sentence));
}

/**
 * Whether it is true of the parcels or items that are named of an order of several parts; null where it is said of all
 * of it.
 */
function partsHold(
  claim: StateClaim,
  match: RegExpExecArray,
  order: KnownOrder,
  sentence: Sentence,
): boolean | null {
  return (
    itemsHold(claim, match, order, sentence) ??
    parcelsHold(claim, parcelsSpokenOf(sentence, order, match.index + match[0].length))
  );
}

/** Null where it does not say so: what arrived may have been returned since. */
function parcelsHold(claim: StateClaim, parcels: KnownParcel[] | null): boolean | null {
  if (parcels === null) return null;
  if (claim.also === "any-parcel") return true;
  return parcels.some(({ state }) => claim.states.has(state)) || (parcels.length > 1 ? null : false);
}

function itemsHold(
  claim: StateClaim,
  match: RegExpExecArray,
  order: KnownOrder,
  { folded, facts }: Sentence,
): boolean | null {
  if (new Set(order.items.flatMap(({ states }) => states)).size < 2) return null;
  const plain = withoutBrackets(folded, order);
  const clause = folded.slice(clauseStart(plain, match.index), match.index + match[0].length);
  const items = itemsNamed(clause, order, facts.things);
  if (items.length === 0) return null;
  return items.every(({ states }) => states.some((state) => claim.states.has(state)));
}

function isTrueOf(
  { states, also }: StateClaim,
  order: KnownOrder,
  { now, timezone, folded }: Sentence,
): boolean {
  if (states.has(order.state)) return true;
  switch (also) {
    case "delivered-parcel":
      return hasArrived(order, folded);
    case "refunded-amount":
      return order.refunded > 0;
    case "any-parcel":
      return order.parcelStates.length > 0;
    case "overdue": {
      const today = dayOf(now, timezone);
      return order.days.delivered.size === 0 && [...order.days.expected].some((day) => day < today);
    }
    default:
      return false;
  }
}

/** Signs in the names of its items end no clause. */
function withoutBrackets(folded: string, { items }: KnownOrder): string {
  return items.reduce(
    (rest, { title }) =>
      title === "" ? rest : rest.replaceAll(title, title.replace(/[^\p{L}\p{N}]/gu, " ")),
    folded,
  );
}

const IN_FULL =
  /\b(?:in full|fully|completely|entirely|full (?:amount|refund)|vollstandig|komplett|voll|por completo|integr\w+|en totalite|totalmente|totalement|total da|completamente|intero)\b/;

/** "The three bells" */
const COUNTED = /(?<![\p{L}\d#.,-])\d{1,2} (?!%)\p{L}{4,}/u;

/** All of it came before it was returned or refunded; or a part did, and the sentence is about a part. */
function hasArrived({ state, parcelStates, days, items }: KnownOrder, folded: string): boolean {
  if (days.delivered.size === 0) return false;
  const isComplete =
    state !== "partially_fulfilled" && parcelStates.every((parcel) => parcel === "delivered");
  return (
    isComplete ||
    PART.test(folded) ||
    (state === "partially_fulfilled" && COUNTED.test(folded)) ||
    items.some(({ title }) => title !== "" && folded.includes(title))
  );
}
