import type { OrderFacts } from "~/core/tools/results";
import { link, type Phrases, plainName } from "../answering/phrases";

/** What about an order was asked: its delivery date, its tracking, or how it stands altogether. */
export type OrderAspect = "state" | "date" | "tracking";

/** How far an order is, as far as changing, cancelling and returning go. */
export type OrderPhase = "unsent" | "partly" | "sent" | "delivered" | "over";

const PHASES: Record<string, OrderPhase> = {
  cancelled: "over",
  refunded: "over",
  returned: "over",
  return_in_progress: "over",
  return_requested: "over",
  payment_pending: "unsent",
  on_hold: "unsent",
  scheduled: "unsent",
  unfulfilled: "unsent",
  partially_fulfilled: "partly",
  delivered: "delivered",
  picked_up: "delivered",
};

export function phaseOf(state: string): OrderPhase {
  return PHASES[state] ?? "sent";
}

/** Whether money for it went back, or goods are on their way back for it. */
export function hasMoneyBack({ refunded, state }: Pick<OrderFacts, "refunded" | "state">): boolean {
  return Number(refunded) > 0 || (phaseOf(state) === "over" && state !== "cancelled");
}

/** The order in sentences; every figure, date and link in them stands in `order`. */
export function describeOrder(order: OrderFacts, aspect: OrderAspect, phrases: Phrases, now: string): string {
  const phase = phaseOf(order.state);
  const sentences = [stateSentence(order, phrases)];
  if (phase === "unsent") {
    sentences.push(
      expectation(order, phrases, now) ?? (aspect === "date" ? phrases.say("order.no-date") : ""),
    );
    if (aspect === "tracking") sentences.push(phrases.say("order.no-tracking"));
  }
  if (phase === "partly" || phase === "sent") sentences.push(journey(order, aspect, phrases, now));
  if (phase === "delivered" && aspect === "tracking") sentences.push(tracking(order, phrases) ?? "");
  if (Number(order.refunded) > 0) {
    const amount = phrases.money(order.refunded, order.currency);
    if (order.state !== "refunded" || order.refunded !== order.total) {
      sentences.push(phrases.say("order.refunded-amount", { amount }));
    }
  }
  return sentences.filter(Boolean).join(" ").replaceAll(" \n", "\n");
}

export function stateSentence(
  order: { number: string; state: string } & Partial<OrderFacts>,
  phrases: Phrases,
): string {
  const name = `**${plainName(order.number)}**`;
  if (phaseOf(order.state) === "delivered" && order.deliveredAt) {
    return phrases.say("state.delivered-on", { order: name, date: phrases.day(order.deliveredAt) });
  }
  if (order.state === "cancelled" && order.cancelledAt) {
    return phrases.say("state.cancelled-on", { order: name, date: phrases.day(order.cancelledAt) });
  }
  const key = `state.${order.state}`;
  return phrases.say(phrases.isPhrase(key) ? key : "state.fulfilled", { order: name });
}

function journey(order: OrderFacts, aspect: OrderAspect, phrases: Phrases, now: string): string {
  if (order.parcels.length > 1 || phaseOf(order.state) === "partly") return listParcels(order, phrases, now);
  const when = expectation(order, phrases, now) ?? (aspect === "date" ? phrases.say("order.no-date") : "");
  const where = tracking(order, phrases) ?? (aspect === "tracking" ? phrases.say("order.no-tracking") : "");
  return (aspect === "tracking" ? [where, when] : [when, where]).filter(Boolean).join(" ");
}

export function expectation(
  order: { expectedAt: string | null; deliveredAt: string | null },
  phrases: Phrases,
  now: string,
): string | null {
  if (order.expectedAt === null || order.deliveredAt !== null) return null;
  const date = phrases.day(order.expectedAt);
  const isPast = order.expectedAt < now && date !== phrases.day(now);
  return phrases.say(isPast ? "order.was-expected" : "order.expected", { date });
}

function tracking(order: OrderFacts, phrases: Phrases): string | null {
  const parcel = order.parcels.find(({ number, url }) => number !== null || url !== null);
  if (!parcel) return null;
  const page = trackingLink(parcel);
  return parcel.company
    ? phrases.say("order.tracking", { company: plainName(parcel.company), tracking: page })
    : phrases.say("order.tracking-bare", { tracking: page });
}

function trackingLink({ number, url }: OrderFacts["parcels"][number]): string {
  return link(number ?? url ?? "", url);
}

function listParcels(order: OrderFacts, phrases: Phrases, now: string): string {
  const lines = order.parcels.map((parcel, index) => {
    const contents = parcel.items.length > 0 ? ` (${phrases.all(parcel.items.map(plainName))})` : "";
    const carrier = [parcel.company && plainName(parcel.company), parcel.number && trackingLink(parcel)];
    const facts = [parcelState(parcel, phrases, now), ...carrier].filter(Boolean).join(", ");
    return `- ${phrases.say("order.parcel", { n: index + 1 })}${contents}: ${facts}`;
  });
  const unsent = order.items.filter((item) => item.unsent > 0);
  if (unsent.length > 0) {
    lines.push(
      `- ${phrases.say("order.unsent", { items: phrases.all(unsent.map((item) => itemName(item, item.unsent))) })}`,
    );
  }
  return `\n${lines.join("\n")}`;
}

function parcelState(parcel: OrderFacts["parcels"][number], phrases: Phrases, now: string): string {
  if (parcel.deliveredAt) return phrases.say("parcel.delivered", { date: phrases.day(parcel.deliveredAt) });
  const key = parcel.state === "delivered" ? "parcel.delivered-state" : `parcel.${parcel.state}`;
  const state = phrases.say(phrases.isPhrase(key) ? key : "parcel.sent");
  const isDue = parcel.expectedAt !== null && parcel.expectedAt >= now && parcel.state !== "delivered";
  return isDue && parcel.expectedAt
    ? `${state}, ${phrases.say("parcel.expected", { date: phrases.day(parcel.expectedAt) })}`
    : state;
}

export function itemName(item: { title: string; variantTitle: string | null }, quantity = 1): string {
  const variant =
    item.variantTitle && item.variantTitle !== "Default Title" ? ` (${plainName(item.variantTitle)})` : "";
  return `${quantity > 1 ? `${quantity} × ` : ""}${plainName(item.title)}${variant}`;
}

/** "Yoga Mat, Water Bottle and 2 more"; with its variant, where two share a title. */
export function itemList(order: OrderFacts, phrases: Phrases): string {
  const names = order.items.map((item) => {
    const isAlone = order.items.filter(({ title }) => title === item.title).length === 1;
    return isAlone ? plainName(item.title) : itemName(item);
  });
  const shown = names.length > 3 ? names.slice(0, 2) : names;
  const rest = names.length - shown.length;
  return phrases.all(rest > 0 ? [...shown, phrases.say("item.others", { count: rest })] : shown);
}
