import { myOrdersDataSchema, type OrderFacts, orderStatusDataSchema } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue, findFocusOrder } from "../dialogue";
import { type PlannedCall, readAs, type Step, withResults } from "../step";
import type { Understanding } from "../understanding/understand";
import { answerGuest } from "./guest-order";
import { matchItems } from "./match-items";
import { describeOrder, itemList, itemName, type OrderAspect } from "./order-facts";
import { paragraph, reply, suggest, tellRefusal } from "./reply";

/** Cards in one answer. */
const MAX_SHOWN = 3;
/** Orders of one customer that are looked through for an item. */
const MAX_SEARCHED = 20;

export function answerOrderStatus(dialogue: Dialogue): Step {
  const { ask } = dialogue;
  if (!dialogue.facts.signedIn) return answerGuest(dialogue);
  const numbers = ask.slots.orderNumbers.length > 0 ? ask.slots.orderNumbers : focusNumbers(dialogue);
  if (numbers.length > 0) return showByNumber(dialogue, numbers.slice(0, MAX_SHOWN));
  if (wantsList(ask)) return showList(dialogue);
  if (ask.itemWords.length > 0) return showByItem(dialogue);
  return ask.concepts.has("latest") ? showLatest(dialogue) : showOpen(dialogue);
}

/** "Show my orders", but not "where are my orders?", which is about those under way. */
function wantsList({ concepts }: Understanding): boolean {
  const isAboutProgress = ["where", "when", "status", "track", "late", "arrive", "ship"].some((one) =>
    concepts.has(one as "where"),
  );
  return concepts.has("all") && !concepts.has("latest") && !isAboutProgress;
}

/** "When will it arrive?" after an order was shown is about that order. */
function focusNumbers(dialogue: Dialogue): string[] {
  const { ask } = dialogue;
  const isPointing = ask.concepts.has("it") || (!ask.concepts.has("order") && !ask.concepts.has("parcel"));
  const focus =
    isPointing && ask.itemWords.length === 0 && !ask.concepts.has("all") ? findFocusOrder(dialogue) : null;
  return focus === null ? [] : [focus];
}

function aspectOf(ask: Understanding): OrderAspect {
  if (ask.concepts.has("track") && !ask.concepts.has("where")) return "tracking";
  return ask.concepts.has("when") || ask.concepts.has("howlong") ? "date" : "state";
}

export function lookUp(number: string): PlannedCall {
  return { name: "order_status", arguments: { orderNumber: number } };
}

function showByNumber(dialogue: Dialogue, numbers: string[]): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, numbers.map(lookUp), (results) =>
    reply(
      [
        apology(dialogue, phrases),
        ...results.map((result, index) => {
          const reading = readAs(result, orderStatusDataSchema);
          if (reading.status === "ok") return describe(dialogue, phrases, reading.data.order);
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

function showByItem(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const item = plainName(dialogue.ask.itemWords.join(" "));
  const all: PlannedCall = { name: "my_orders", arguments: { limit: MAX_SEARCHED } };
  return withResults(dialogue, [all], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return showOpen(dialogue);
    const matches = matchItems(reading.data.orders, dialogue.ask.itemWords, dialogue.ask.language);
    if (matches.length === 0)
      return showOpen(dialogue, phrases.say("order.item-none", { item: `“${item}”` }));
    const open = matches.filter(({ order }) => order.open);
    const meant =
      open.length > 0 && !dialogue.ask.concepts.has("latest")
        ? open
        : matches.slice(0, open.length === 0 ? MAX_SHOWN : 1);
    const shown = meant.slice(0, MAX_SHOWN);
    return withResults(
      dialogue,
      shown.map(({ order }) => lookUp(order.number)),
      () =>
        reply(
          [
            apology(dialogue, phrases),
            shown.length > 1
              ? phrases.say("order.item-several", {
                  item: itemName({ title: shown[0]?.item.title ?? item, variantTitle: null }),
                })
              : null,
            ...shown.map((match) =>
              paragraph(
                describe(dialogue, phrases, match.order),
                shown.length === 1 && match.order.items.length > 1
                  ? phrases.say("order.contains", { items: itemList(match.order, phrases) })
                  : null,
              ),
            ),
            shown.length > 1 ? phrases.say("order.which") : null,
          ],
          suggest(dialogue, phrases, "suggest.return-order", "suggest.orders", "suggest.person"),
        ),
    );
  });
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

function showList(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  const list: PlannedCall = { name: "my_orders", arguments: { limit: 5, show: true } };
  return withResults(dialogue, [list], ([listed]) => {
    const reading = readAs(listed, myOrdersDataSchema);
    if (reading.status !== "ok") return withoutOrders(dialogue, phrases, reading);
    const { orders } = reading.data;
    if (orders.length === 0) return reply([phrases.say("order.none")]);
    const lines = orders.map((order) => `- ${describeBriefly(order, phrases)}`);
    return reply(
      [phrases.say("order.list"), lines.join("\n")],
      suggest(dialogue, phrases, "suggest.returns", "suggest.person"),
    );
  });
}

function describeBriefly(order: OrderFacts, phrases: Phrases): string {
  const state = describeOrder({ ...order, parcels: [], items: [] }, "state", phrases, order.placedAt);
  return `${state} (${itemList(order, phrases)})`;
}

function describe(dialogue: Dialogue, phrases: Phrases, order: OrderFacts): string {
  return describeOrder(order, aspectOf(dialogue.ask), phrases, dialogue.facts.now);
}

/** A list of parcels names the items already. */
function describeWithItems(dialogue: Dialogue, phrases: Phrases, order: OrderFacts): string {
  const description = describe(dialogue, phrases, order);
  const contents = phrases.say("order.contains", { items: itemList(order, phrases) });
  return description.includes("\n") ? description : paragraph(description, contents);
}

function withoutOrders(
  dialogue: Dialogue,
  phrases: Phrases,
  reading: Exclude<ReturnType<typeof readAs>, { status: "ok" }>,
): Step {
  if (reading.status === "not-found") return reply([phrases.say("order.none")]);
  if (reading.status === "refused" && reading.reason === "turned-off" && canUse(dialogue, "order_status")) {
    return reply([phrases.say("order.which")]);
  }
  return reply([tellRefusal(dialogue, phrases, reading)]);
}

/** A late or lost parcel deserves a word before the facts. */
export function apology({ ask }: Dialogue, phrases: Phrases): string | null {
  const isUpset = ["late", "complaint", "damaged", "missing", "wrong"].some((one) =>
    ask.concepts.has(one as "late"),
  );
  return isUpset ? phrases.say("sorry") : null;
}
