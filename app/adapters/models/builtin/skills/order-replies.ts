import type { OrderFacts } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { canUse, type Dialogue } from "../dialogue";
import type { PlannedCall, Reading, Step } from "../step";
import type { Understanding } from "../understanding/understand";
import { describeOrder, itemList, type OrderAspect } from "./order-facts";
import { paragraph, reply, tellRefusal } from "./reply";

/** Cards in one answer. */
export const MAX_SHOWN = 3;

function aspectOf(ask: Understanding): OrderAspect {
  if (ask.concepts.has("track") && !ask.concepts.has("where")) return "tracking";
  return ask.concepts.has("when") || ask.concepts.has("howlong") ? "date" : "state";
}

export function lookUp(number: string): PlannedCall {
  return { name: "order_status", arguments: { orderNumber: number } };
}

export function describe(dialogue: Dialogue, phrases: Phrases, order: OrderFacts): string {
  const { ask, facts } = dialogue;
  const aspect = aspectOf(ask);
  const wantsPlacing = aspect === "date" && order.expectedAt === null && order.deliveredAt === null;
  const wantsTotal = ask.concepts.has("howmuch") || ask.concepts.has("pay");
  return paragraph(
    describeOrder(order, aspect, phrases, facts.now),
    wantsPlacing ? phrases.say("order.placed", { date: phrases.day(order.placedAt) }) : null,
    wantsTotal
      ? phrases.say("order.total", {
          order: plainName(order.number),
          amount: phrases.money(order.total, order.currency),
        })
      : null,
  );
}

/** In a line, without its parcels. */
export function describeBriefly(dialogue: Dialogue, phrases: Phrases, order: OrderFacts): string {
  const state = describeOrder({ ...order, parcels: [], items: [] }, "state", phrases, dialogue.facts.now);
  return `${state} (${itemList(order, phrases)})`;
}

/** A list of parcels names the items already. */
export function describeWithItems(dialogue: Dialogue, phrases: Phrases, order: OrderFacts): string {
  const description = describe(dialogue, phrases, order);
  const contents = phrases.say("order.contains", { items: itemList(order, phrases) });
  return description.includes("\n") ? description : paragraph(description, contents);
}

export function withoutOrders(
  dialogue: Dialogue,
  phrases: Phrases,
  reading: Exclude<Reading<unknown>, { status: "ok" }>,
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
