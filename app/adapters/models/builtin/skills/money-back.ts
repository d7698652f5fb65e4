import type { OrderFacts } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { type Skill, type Step, withResults } from "../step";
import { withHerOrders } from "./her-orders";
import { matchItems } from "./match-items";
import { careForOrder } from "./order-care";
import { hasMoneyBack } from "./order-facts";
import { describeBriefly, lookUp, MAX_SHOWN } from "./order-replies";
import { offerHandover, paragraph, reply, suggest } from "./reply";

/** The orders of hers that were cancelled, with what came back of their money. Why, only people know. */
export function tellCancelled(otherwise: Skill): Skill {
  const isCancelled = ({ cancelledAt }: OrderFacts) => cancelledAt !== null;
  return tellFrom(otherwise, isCancelled, (dialogue, orders) => {
    const phrases = phrasesOf(dialogue);
    const isWhy = dialogue.ask.concepts.has("why");
    const unknown = paragraph(phrases.say("order.reason-unknown"), offerHandover(dialogue, phrases));
    return showBriefly(dialogue, orders, isWhy ? unknown : null);
  });
}

/** What came back of the money for her orders, and what the shop's rules say of how long it takes. */
export function tellMoneyBack(otherwise: Skill): Skill {
  return tellFrom(otherwise, hasMoneyBack, (dialogue) =>
    careForOrder("refund-status")({ ...dialogue, ask: { ...dialogue.ask, itemWords: [], thingWords: [] } }),
  );
}

/** The orders of hers that wait for their payment. */
export function tellPayment(otherwise: Skill): Skill {
  const isUnpaid = ({ state }: OrderFacts) => state === "payment_pending";
  return tellFrom(otherwise, isUnpaid, (dialogue, orders) =>
    showBriefly(dialogue, orders, offerHandover(dialogue, phrasesOf(dialogue))),
  );
}

/** Each in a line, with its card. */
function showBriefly(dialogue: Dialogue, orders: OrderFacts[], ending: string | null): Step {
  const phrases = phrasesOf(dialogue);
  const lines = orders.map((order) => describeBriefly(dialogue, phrases, order)).join("\n");
  const calls = orders.map(({ number }) => lookUp(number));
  return withResults(dialogue, calls, () =>
    reply([lines, ending], suggest(dialogue, phrases, "suggest.person", "suggest.orders")),
  );
}

/** Those of her orders, and of the named ones if any of hers are named; the other skill where there is none. */
function tellFrom(
  otherwise: Skill,
  isMeant: (order: OrderFacts) => boolean,
  tell: (dialogue: Dialogue, orders: OrderFacts[]) => Step,
): Skill {
  return (dialogue) =>
    withHerOrders(dialogue, (orders) => {
      const { itemWords, language } = dialogue.ask;
      const named = matchItems(orders, itemWords, language).map(({ order }) => order);
      const meant = (named.length > 0 ? named : orders).filter(isMeant).slice(0, MAX_SHOWN);
      return meant.length > 0 ? tell(dialogue, meant) : otherwise(dialogue);
    });
}
