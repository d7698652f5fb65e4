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
import type { KnownOrder } from "./known-orders";
import { FUTURE, STATE_CLAIMS, type StateClaim, WHEREABOUTS } from "./order-words";
import { OWN_ORDER, PART, speaksOfOrder } from "./phrases";

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
  return speaksOfOrder(sentence);
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
  return isOfAll(sentence)
    ? orders.every((order) => isTrueOf(claim, order, sentence))
    : orders.some((order) => partsHold(claim, match, order, sentence) ?? isTrueOf(claim, order, sentence));
}

/** Whether it is true of the items that the clause names of an order whose items are not all in one state; null where it names none. */
function partsHold(
  claim: StateClaim,
  match: RegExpExecArray,
  order: KnownOrder,
  { folded, facts }: Sentence,
): boolean | null {
  if (new Set(order.items.flatMap(({ states }) => states)).size < 2) return null;
  const clause = folded.slice(clauseStart(folded, match.index), match.index + match[0].length);
  const items = itemsNamed(clause, order, facts.things);
  if (items.length === 0) return null;
  return items.every(({ states }) => states.some((state) => claim.states.has(state)));
}

const isOfAll = ({ folded }: Sentence): boolean =>
  /\b(?:both|all|alle|beide|ambos|ambas|todos|todas|toutes|tous|les deux|tutt[ei]|entramb[ei])\b/.test(
    folded,
  );

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
