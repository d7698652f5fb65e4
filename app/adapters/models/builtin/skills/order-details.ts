import type { OrderFacts } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusOrder, findShownOrders } from "../dialogue";
import { type Skill, type Step, withResults } from "../step";
import { definiteThings } from "../understanding/general-question";
import { type OrderQuestion, orderedThings } from "../understanding/order-question";
import { withItems } from "./find-items";
import { withHerOrders } from "./her-orders";
import { findNamedItems } from "./match-items";
import { describeOrder, itemList, itemName, stateSentence } from "./order-facts";
import { describeWithItems, lookUp, MAX_SHOWN } from "./order-replies";
import { paragraph, reply, suggest } from "./reply";

type Item = OrderFacts["items"][number];

/**
 * A detail of one of her orders: what she paid for a thing, when it was sent, who carries it. By the order that holds what
 * she names, else the one that was spoken of; `otherwise` where none of hers is meant.
 */
export function tellOrderDetail(question: OrderQuestion, otherwise: Skill): Skill {
  return (dialogue) => {
    const things = orderedThings(dialogue.ask);
    const isOfParcel = question === "carrier" || question === "sent";
    const named = { ...dialogue, ask: { ...dialogue.ask, itemWords: things, thingWords: things } };
    return withHerOrders(dialogue, (orders) => {
      if (things.length === 0) {
        const order = findMeant(dialogue, orders, isOfParcel);
        return order ? show(question, dialogue, order, []) : otherwise(dialogue);
      }
      return withItems(named, orders, (matches) => {
        const [match] = matches;
        if (!match) {
          const order =
            definiteThings(named.ask).length === 0 ? findMeant(dialogue, orders, isOfParcel) : null;
          return order ? show(question, dialogue, order, []) : otherwise(dialogue);
        }
        const { order, item } = match;
        const items = findNamedItems(order, things, dialogue.ask.language);
        return show(question, dialogue, order, items.length > 0 ? items : [item]);
      });
    });
  };
}

/** The order of that number, the one that was spoken of, or, where nothing is before her, the newest. */
function findMeant(dialogue: Dialogue, orders: OrderFacts[], isOfParcel: boolean): OrderFacts | null {
  const { ask, earlier } = dialogue;
  const shown = findShownOrders(earlier);
  const number =
    ask.slots.orderNumbers[0] ?? (ask.concepts.has("latest") ? undefined : findFocusOrder(dialogue));
  const bare = (name: string) => name.replace(/^#/, "").toLowerCase();
  const known = number ? orders.find((order) => bare(order.number) === bare(number)) : undefined;
  // Of a number that is none of hers nothing is told, least of all another order.
  if (!known && ask.slots.orderNumbers.length > 0) return null;
  const candidates = shown.length > 0 && !ask.concepts.has("latest") ? shown : orders;
  // Of several the one that is under way tells who carries it and since when.
  const newest =
    (isOfParcel && candidates.find(({ parcels }) => parcels.length > 0)) || (candidates[0] ?? null);
  const isMeant =
    shown.length > 0 || ["mine", "order", "latest", "parcel"].some((one) => ask.concepts.has(one as "mine"));
  return known ?? (isMeant ? newest : null);
}

function show(question: OrderQuestion, dialogue: Dialogue, order: OrderFacts, items: Item[]): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [lookUp(order.number)], () =>
    reply(
      [tell(question, dialogue, phrases, order, items)],
      suggest(dialogue, phrases, "suggest.return-order", "suggest.orders", "suggest.person"),
    ),
  );
}

function tell(
  question: OrderQuestion,
  { facts }: Dialogue,
  phrases: Phrases,
  order: OrderFacts,
  items: Item[],
): string {
  const name = `**${plainName(order.number)}**`;
  switch (question) {
    case "price":
      return tellPrices(phrases, order, items);
    case "shipping-price":
      return paragraph(
        order.shipping === undefined
          ? phrases.say("order.shipping-unknown")
          : phrases.say("order.shipping", {
              order: name,
              amount: phrases.money(order.shipping, order.currency),
            }),
        total(phrases, order),
      );
    case "code":
      return order.discountCodes?.length
        ? phrases.say("order.code", { order: name, codes: phrases.all(order.discountCodes.map(plainName)) })
        : phrases.say("order.no-code", { order: name });
    case "placed":
      return paragraph(
        phrases.say("order.items-of", { order: name, items: itemList(order, phrases) }),
        phrases.say("order.placed", { date: phrases.day(order.placedAt) }),
      );
    case "sent":
      return tellSent(phrases, order, facts.now, items);
    case "carrier":
      return describeOrder(order, "tracking", phrases, facts.now);
    case "version":
      return phrases.say("order.items-of", {
        order: name,
        items: phrases.all(
          (items.length > 0 ? items : order.items).map((item) => itemName(item, item.quantity)),
        ),
      });
  }
}

const total = (phrases: Phrases, order: OrderFacts) =>
  phrases.say("order.total", {
    order: plainName(order.number),
    amount: phrases.money(order.total, order.currency),
  });

function tellPrices(phrases: Phrases, order: OrderFacts, items: Item[]): string {
  const name = `**${plainName(order.number)}**`;
  const priced = items.filter(({ paid }) => paid !== undefined);
  const sentences = priced.map((item) =>
    phrases.say("order.item-paid", {
      order: name,
      item: itemName(item, item.quantity),
      amount: phrases.money(item.paid ?? "", order.currency),
    }),
  );
  if (sentences.length > 0) return paragraph(...sentences);
  // One by one their prices are told when one of them is named: sums beside each other are easily taken for one another.
  return paragraph(
    phrases.say("order.items-of", { order: name, items: itemList(order, phrases) }),
    total(phrases, order),
  );
}

/** The parcels with the day on which each was sent; of named items those that hold them. */
function tellSent(phrases: Phrases, order: OrderFacts, now: string, items: Item[]): string {
  const titles = new Set(items.map(({ title }) => title));
  const parcels = order.parcels.filter(
    (parcel) =>
      titles.size === 0 || parcel.items.length === 0 || parcel.items.some((title) => titles.has(title)),
  );
  const lines = parcels.flatMap(({ shippedAt, items: contents }) =>
    shippedAt === null
      ? []
      : phrases.say("order.sent-on", {
          items: phrases.all(
            (contents.length > 0 ? contents : order.items.map(({ title }) => title)).map(plainName),
          ),
          date: phrases.day(shippedAt),
        }),
  );
  if (lines.length === 0) return describeOrder(order, "state", phrases, now);
  return [stateSentence(order, phrases), ...new Set(lines)].join("\n");
}

/** "Which one comes first?": of those under way the one that is expected soonest. */
export function tellNext(otherwise: Skill): Skill {
  return (dialogue) =>
    withHerOrders(dialogue, (orders) => {
      const due = ({ expectedAt, parcels }: OrderFacts) =>
        [expectedAt, ...parcels.filter((one) => one.deliveredAt === null).map((one) => one.expectedAt)]
          .flatMap((date) => date ?? [])
          .sort()[0];
      const [next] = orders
        .filter((order) => order.open && due(order) !== undefined)
        .sort((one, other) => (due(one) ?? "").localeCompare(due(other) ?? ""));
      if (!next) return otherwise(dialogue);
      const phrases = phrasesOf(dialogue);
      return withResults(dialogue, [lookUp(next.number)], () =>
        reply([describeWithItems(dialogue, phrases, next)], suggest(dialogue, phrases, "suggest.orders")),
      );
    });
}

/** "And the other one?" after one of her orders: those that she has besides, under way before done. */
export function tellOtherOrder(otherwise: Skill): Skill {
  return (dialogue) =>
    withHerOrders(dialogue, (orders) => {
      const number = findFocusOrder(dialogue) ?? findShownOrders(dialogue.earlier)[0]?.number;
      const focus = orders.find((order) => order.number === number);
      const others = orders.filter((order) => order.number !== focus?.number);
      const open = others.filter((order) => order.open);
      const meant = (open.length > 0 ? open : others.slice(0, 1)).slice(0, MAX_SHOWN);
      if (!focus || meant.length === 0) return otherwise(dialogue);
      const phrases = phrasesOf(dialogue);
      const lines = meant.map((order) => describeWithItems(dialogue, phrases, order));
      return withResults(
        dialogue,
        meant.map((order) => lookUp(order.number)),
        () =>
          reply([lines.join("\n\n")], suggest(dialogue, phrases, "suggest.return-order", "suggest.person")),
      );
    });
}
