import type { OrderFacts } from "~/core/tools/results";
import { plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusOrder } from "../dialogue";
import { type Skill, type Step, withResults } from "../step";
import { definiteThings } from "../understanding/general-question";
import { orderedThings } from "../understanding/order-question";
import { hasHint } from "../understanding/pointing";
import { withItems } from "./find-items";
import { withHerOrders } from "./her-orders";
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
  return tellFrom(otherwise, hasMoneyBack, (dialogue, orders) => {
    const { ask } = dialogue;
    const focus = findFocusOrder(dialogue);
    const spokenOf = orders.find(({ number }) => number === focus);
    const [only, ...others] = spokenOf ? [spokenOf] : orders;
    const isMeant = spokenOf !== undefined || orderedThings(ask).length > 0;
    const isOne = only !== undefined && others.length === 0 && isMeant;
    const orderNumbers = isOne ? [only.number] : ask.slots.orderNumbers;
    const slots = { ...ask.slots, orderNumbers };
    return careForOrder("refund-status")({
      ...dialogue,
      ask: { ...ask, slots, itemWords: [], thingWords: [] },
    });
  });
}

/** The orders of hers that wait for their payment. */
export function tellPayment(otherwise: Skill): Skill {
  const isUnpaid = ({ state }: OrderFacts) => state === "payment_pending";
  return tellFrom(tellPaid(otherwise), isUnpaid, (dialogue, orders) =>
    showBriefly(dialogue, orders, offerHandover(dialogue, phrasesOf(dialogue))),
  );
}

/** Nothing is to be paid for what she names. */
function tellPaid(otherwise: Skill): Skill {
  return tellFrom(
    otherwise,
    () => true,
    (dialogue, [order]) => {
      const phrases = phrasesOf(dialogue);
      const isMeant = order && (dialogue.ask.thingWords.length > 0 || hasHint(dialogue.ask, "unpaid"));
      if (!isMeant) return otherwise(dialogue);
      const said = phrases.say("order.no-open-payment", { order: `**${plainName(order.number)}**` });
      return showBriefly(dialogue, [order], said);
    },
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
      const things = orderedThings(dialogue.ask);
      const named = { ...dialogue, ask: { ...dialogue.ask, itemWords: things, thingWords: things } };
      return withItems(named, orders, (matches) => {
        const holders = matches.map(({ order }) => order);
        // What was told of another order is no answer for the thing that she names.
        const isNamed = holders.length > 0 || definiteThings(named.ask).length > 0;
        const meant = (isNamed && things.length > 0 ? holders : orders).filter(isMeant).slice(0, MAX_SHOWN);
        return meant.length > 0 ? tell(dialogue, meant) : otherwise(dialogue);
      });
    });
}
