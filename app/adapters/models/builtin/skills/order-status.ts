import { myOrdersDataSchema, orderStatusDataSchema } from "~/core/tools/results";
import { plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { type Dialogue, findFocusOrder } from "../dialogue";
import { type PlannedCall, readAs, type Skill, type Step, withResults } from "../step";
import { definiteThings } from "../understanding/general-question";
import { findTimeSpan, type TimeSpan } from "../understanding/time-span";
import type { Understanding } from "../understanding/understand";
import { answerGuest } from "./guest-order";
import { ALL_ORDERS } from "./her-orders";
import { answerItemStatus } from "./item-status";
import {
  apology,
  describe,
  describeBriefly,
  describeWithItems,
  lookUp,
  MAX_SHOWN,
  withoutOrders,
} from "./order-replies";
import { reply, suggest, tellRefusal } from "./reply";

export function answerOrderStatus(dialogue: Dialogue): Step {
  const { ask } = dialogue;
  if (!dialogue.facts.signedIn) return answerGuest(dialogue);
  const numbers = ask.slots.orderNumbers.length > 0 ? ask.slots.orderNumbers : focusNumbers(dialogue);
  if (numbers.length > 0) return showByNumber(dialogue, numbers.slice(0, MAX_SHOWN));
  const span = pastSpan(dialogue);
  if (span) return showFrom(dialogue, span);
  if (wantsList(ask)) return showList(dialogue);
  if (ask.itemWords.length > 0) return answerItemStatus(tellItemMissing)(dialogue);
  return ask.concepts.has("latest") ? showLatest(dialogue) : showOpen(dialogue);
}

/** "Show my orders", but not "where are my orders?", which is about those under way. */
function wantsList({ concepts }: Understanding): boolean {
  const isAboutProgress = ["where", "when", "status", "track", "late", "arrive", "ship"].some((one) =>
    concepts.has(one as "where"),
  );
  const isAboutPast = concepts.has("all") || concepts.has("time") || concepts.has("wascancelled");
  return isAboutPast && !concepts.has("latest") && !isAboutProgress;
}

/** "When will it arrive?" after an order was shown is about that order. */
function focusNumbers(dialogue: Dialogue): string[] {
  const { ask } = dialogue;
  const isPointing = ask.concepts.has("it") || (!ask.concepts.has("order") && !ask.concepts.has("parcel"));
  const focus =
    isPointing && ask.itemWords.length === 0 && !ask.concepts.has("all") ? findFocusOrder(dialogue) : null;
  return focus === null ? [] : [focus];
}

function showByNumber(dialogue: Dialogue, numbers: string[]): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, numbers.map(lookUp), (results) =>
    reply(
      [
        apology(dialogue, phrases),
        ...results.map((result, index) => {
          const reading = readAs(result, orderStatusDataSchema);
          if (reading.status === "ok") return describeWithItems(dialogue, phrases, reading.data.order);
          if (reading.status === "not-found") {
            return phrases.say("order.not-yours", { order: plainName(numbers[index] ?? "") });
          }
          return tellRefusal(dialogue, phrases, reading);
        }),
      ],
      suggest(dialogue, phrases, "suggest.return-order", "suggest.orders", "suggest.person"),
    ),
  );
}

function tellItemMissing(dialogue: Dialogue): Step {
  const things = definiteThings(dialogue.ask);
  if (things.length === 0) return showFocusOrOpen(dialogue);
  const item = `“${plainName(things.join(" "))}”`;
  return showOpen(dialogue, phrasesOf(dialogue).say("order.item-none", { item }));
}

/** What she says names no thing: the order that was spoken of, or those under way. */
function showFocusOrOpen(dialogue: Dialogue): Step {
  const focus = findFocusOrder(dialogue);
  return focus === null ? showOpen(dialogue) : showByNumber(dialogue, [focus]);
}

function showOpen(dialogue: Dialogue, lead: string | null = null): Step {
  const phrases = phrasesOf(dialogue);
  const open: PlannedCall = {
    name: "my_orders",
    arguments: { limit: MAX_SHOWN, onlyOpen: true, show: true },
  };
  return withResults(dialogue, [open], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return withoutOrders(dialogue, phrases, reading);
    const { orders, total } = reading.data;
    if (orders.length === 0) return showLatest(dialogue, lead ?? phrases.say("order.latest-is"));
    const several = orders.length > 1;
    return reply(
      [
        apology(dialogue, phrases),
        lead ?? (several ? phrases.say("order.several-open", { count: total }) : null),
        ...orders.map((order) =>
          several ? describeWithItems(dialogue, phrases, order) : describe(dialogue, phrases, order),
        ),
        total > orders.length ? phrases.say("order.more-open", { count: total - orders.length }) : null,
      ],
      suggest(dialogue, phrases, "suggest.orders", "suggest.returns", "suggest.person"),
    );
  });
}

function showLatest(dialogue: Dialogue, lead: string | null = null): Step {
  const phrases = phrasesOf(dialogue);
  const latest: PlannedCall = { name: "my_orders", arguments: { limit: 1, show: true } };
  return withResults(dialogue, [latest], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return withoutOrders(dialogue, phrases, reading);
    const order = reading.data.orders[0];
    if (!order) return reply([phrases.say("order.none")], suggest(dialogue, phrases, "suggest.shipping"));
    return reply(
      [apology(dialogue, phrases), lead, describeWithItems(dialogue, phrases, order)],
      suggest(dialogue, phrases, "suggest.orders", "suggest.returns", "suggest.person"),
    );
  });
}

/** "Last week's order"; but whether something arrives this week asks nothing about when it was ordered. */
function pastSpan({ ask, facts }: Dialogue): TimeSpan | null {
  const span = findTimeSpan(ask.text, ask.language, facts.now);
  const isToCome = ["arrive", "when", "delivery"].some((one) => ask.concepts.has(one as "when"));
  const isOrdering = ask.concepts.has("order") || ask.concepts.has("parcel") || ask.concepts.has("mine");
  return span && isOrdering && ask.thingWords.length === 0 && !(span.isCurrent && isToCome) ? span : null;
}

/** "The one from October": by the time that is named, among her orders. */
export function showOrdersFrom(otherwise: Skill): Skill {
  return (dialogue) => {
    const span = findTimeSpan(dialogue.ask.text, dialogue.ask.language, dialogue.facts.now);
    return span ? showFrom(dialogue, span) : otherwise(dialogue);
  };
}

/** Those that she placed in that time; where there is none, the latest, said as such. */
function showFrom(dialogue: Dialogue, span: TimeSpan): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [ALL_ORDERS], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return withoutOrders(dialogue, phrases, reading);
    const { orders } = reading.data;
    if (orders.length === 0) return reply([phrases.say("order.none")]);
    const placed = orders.filter(({ placedAt }) => placedAt >= span.from && placedAt < span.until);
    const shown = placed.length > 0 ? placed : orders.slice(0, MAX_SHOWN);
    const cards = shown.slice(0, MAX_SHOWN).map(({ number }) => lookUp(number));
    const lead = phrases.say(placed.length > 0 ? "order.list-then" : "order.none-then");
    const lines = shown.map((order) => `- ${describeBriefly(dialogue, phrases, order)}`);
    return withResults(dialogue, cards, () =>
      reply([lead, lines.join("\n")], suggest(dialogue, phrases, "suggest.return-order", "suggest.person")),
    );
  });
}

function showList(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const list: PlannedCall = { name: "my_orders", arguments: { limit: 5, show: true } };
  return withResults(dialogue, [list], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return withoutOrders(dialogue, phrases, reading);
    const { orders } = reading.data;
    if (orders.length === 0) return reply([phrases.say("order.none")]);
    const lines = orders.map((order) => `- ${describeBriefly(dialogue, phrases, order)}`);
    return reply(
      [phrases.say("order.list"), lines.join("\n")],
      suggest(dialogue, phrases, "suggest.returns", "suggest.person"),
    );
  });
}
