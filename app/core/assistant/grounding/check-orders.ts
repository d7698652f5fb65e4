import { dayOf } from "./calendar";
import {
  type Claim,
  FALSE,
  isConditionalBefore,
  isNegatedNear,
  ordersAt,
  type Sentence,
  TRUE,
} from "./claim";
import type { KnownOrder } from "./known-facts";
import { FUTURE, STATE_CLAIMS, type StateClaim } from "./order-words";
import { DONE_BY_ASSISTANT, HANDED_OVER, OWN_ORDER, PART } from "./phrases";

/** "Has been delivered", "is on its way": of the orders that the sentence is about. */
export function checkStates(sentence: Sentence): Claim[] {
  const { folded, isQuestion, facts } = sentence;
  if (isQuestion) return [];
  const speaksOfHers = OWN_ORDER.test(folded) || /#\s?\w*\d/.test(folded);
  if (facts.orders.size === 0 && !speaksOfHers) return [];
  return STATE_CLAIMS.flatMap((claim) =>
    [...folded.matchAll(claim.words)]
      .filter((match) => !isConditionalBefore(folded, match.index) && !isYetToCome(folded, match))
      .map((match) => ({
        kind: "order-state",
        start: match.index,
        end: match.index + match[0].length,
        verdict: judge(claim, match, sentence) ? TRUE : FALSE,
      })),
  );
}

/** "Will have been delivered", "can be cancelled", "to be sent". */
function isYetToCome(folded: string, match: RegExpExecArray): boolean {
  return (
    FUTURE.test(folded.slice(0, match.index).replace(/\bbe\s*$/, "")) ||
    (/^be(?:en|ing)?\b/.test(match[0]) === true && FUTURE.test(folded.slice(0, match.index)))
  );
}

function judge(claim: StateClaim, match: RegExpExecArray, sentence: Sentence): boolean {
  const orders = ordersAt(sentence, match.index).filter((order) => order !== undefined);
  if (orders.length === 0) return false;
  const isNegated = isNegatedNear(sentence.folded, match.index, match.index + match[0].length);
  if (isNegated) return !orders.every((order) => claim.states.has(order.state));
  return orders.some((order) => holds(claim, order, sentence));
}

function holds(
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

/** All of it came before it was returned or refunded; or a part did, and the sentence is about a part. */
function hasArrived({ state, parcelStates, days, items }: KnownOrder, folded: string): boolean {
  if (days.delivered.size === 0) return false;
  const isComplete =
    state !== "partially_fulfilled" && parcelStates.every((parcel) => parcel === "delivered");
  return isComplete || PART.test(folded) || items.some((item) => item !== "" && folded.includes(item));
}

/** What the assistant says that it has done: it can do nothing but hand over. */
export function checkDeeds({ folded, isQuestion, isNegated, facts }: Sentence): Claim[] {
  if (isQuestion || isNegated) return [];
  const deed = DONE_BY_ASSISTANT.exec(folded);
  const handover = HANDED_OVER.exec(folded);
  const isTrueDeed = deed !== null && isConditionalBefore(folded, deed.index);
  return [
    ...(deed && !isTrueDeed
      ? [{ kind: "action", start: deed.index, end: deed.index + deed[0].length, verdict: FALSE }]
      : []),
    ...(handover && !facts.didHandOver && !isConditionalBefore(folded, handover.index)
      ? [{ kind: "action", start: handover.index, end: handover.index + handover[0].length, verdict: FALSE }]
      : []),
  ];
}
