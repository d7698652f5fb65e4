import { myOrdersDataSchema, type OrderFacts } from "~/core/tools/results";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { type PlannedCall, readAs, type Skill, type Step, withResults } from "../step";
import { matchItems } from "./match-items";
import { careForOrder } from "./order-care";
import { describeBriefly, lookUp, MAX_SHOWN } from "./order-replies";
import { offerHandover, paragraph, reply, suggest } from "./reply";

/** Orders of one customer that are looked through. */
const MAX_SEARCHED = 20;

/** The orders of hers that were cancelled, with what came back of their money. Why, only people know. */
export function tellCancelled(otherwise: Skill): Skill {
  return tellFrom(
    otherwise,
    ({ cancelledAt }) => cancelledAt !== null,
    (dialogue, orders) => {
      const phrases = phrasesOf(dialogue);
      const calls = orders.map(({ number }) => lookUp(number));
      return withResults(dialogue, calls, () =>
        reply(
          [
            orders.map((order) => describeBriefly(dialogue, phrases, order)).join("\n"),
            dialogue.ask.concepts.has("why")
              ? paragraph(phrases.say("order.reason-unknown"), offerHandover(dialogue, phrases))
              : null,
          ],
          suggest(dialogue, phrases, "suggest.person", "suggest.orders"),
        ),
      );
    },
  );
}

/** What came back of the money for her orders, and what the shop's rules say of how long it takes. */
export function tellMoneyBack(otherwise: Skill): Skill {
  return tellFrom(otherwise, hasMoneyBack, (dialogue) =>
    careForOrder("refund-status")({ ...dialogue, ask: { ...dialogue.ask, itemWords: [], thingWords: [] } }),
  );
}

/** The orders of hers that wait for their payment. */
export function tellPayment(otherwise: Skill): Skill {
  return tellFrom(
    otherwise,
    ({ state }) => state === "payment_pending",
    (dialogue, orders) => {
      const phrases = phrasesOf(dialogue);
      return withResults(
        dialogue,
        orders.map(({ number }) => lookUp(number)),
        () =>
          reply(
            [
              orders.map((order) => describeBriefly(dialogue, phrases, order)).join("\n"),
              offerHandover(dialogue, phrases),
            ],
            suggest(dialogue, phrases, "suggest.person", "suggest.orders"),
          ),
      );
    },
  );
}

function hasMoneyBack({ refunded, state }: OrderFacts): boolean {
  return Number(refunded) > 0 || state.startsWith("return");
}

/** Those of her orders, and of the named ones if any of hers are named; the other skill where there is none. */
function tellFrom(
  otherwise: Skill,
  isMeant: (order: OrderFacts) => boolean,
  tell: (dialogue: Dialogue, orders: OrderFacts[]) => Step,
): Skill {
  return (dialogue) => {
    const { ask } = dialogue;
    const all: PlannedCall = { name: "my_orders", arguments: { limit: MAX_SEARCHED } };
    return withResults(dialogue, [all], ([listed]) => {
      const reading = readAs(listed, myOrdersDataSchema);
      const orders = reading.status === "ok" ? reading.data.orders : [];
      const named = matchItems(orders, ask.itemWords, ask.language).map(({ order }) => order);
      const meant = (named.length > 0 ? named : orders).filter(isMeant).slice(0, MAX_SHOWN);
      return meant.length > 0 ? tell(dialogue, meant) : otherwise(dialogue);
    });
  };
}
