import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue } from "../dialogue";
import { type Skill, type Step, withResults } from "../step";
import { withItems } from "./find-items";
import { withHerOrders } from "./her-orders";
import type { ItemMatch } from "./match-items";
import { itemList, itemName } from "./order-facts";
import { apology, describe, lookUp, MAX_SHOWN } from "./order-replies";
import { paragraph, reply, suggest } from "./reply";

/** The order that holds the item that she names; where none does, the other skill answers. */
export function answerItemStatus(otherwise: Skill): Skill {
  return (dialogue) =>
    withHerOrders(dialogue, (orders) =>
      withItems(dialogue, orders, (matches) =>
        matches.length === 0 ? otherwise(dialogue) : showMatches(dialogue, pickMeant(dialogue, matches)),
      ),
    );
}

/** Those under way before those that are over. */
function pickMeant({ ask }: Dialogue, matches: ItemMatch[]): ItemMatch[] {
  const open = matches.filter(({ order }) => order.open);
  if (open.length > 0 && !ask.concepts.has("latest")) return open.slice(0, MAX_SHOWN);
  return matches.slice(0, open.length === 0 ? MAX_SHOWN : 1);
}

function showMatches(dialogue: Dialogue, shown: ItemMatch[]): Step {
  const phrases = phrasesOf(dialogue);
  const [first] = shown;
  const calls = shown.map(({ order }) => lookUp(order.number));
  const item = { title: first?.item.title ?? "", variantTitle: null };
  return withResults(dialogue, calls, () =>
    reply(
      [
        apology(dialogue, phrases),
        shown.length > 1 ? phrases.say("order.item-several", { item: itemName(item) }) : null,
        ...shown.map(({ order }) => {
          const contents =
            shown.length === 1 && order.items.length > 1
              ? phrases.say("order.contains", { items: itemList(order, phrases) })
              : null;
          return paragraph(describe(dialogue, phrases, order), contents);
        }),
        shown.length > 1 ? phrases.say("order.which") : null,
      ],
      suggest(dialogue, phrases, "suggest.return-order", "suggest.orders", "suggest.person"),
    ),
  );
}
