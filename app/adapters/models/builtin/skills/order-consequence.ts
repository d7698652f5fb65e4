import type { OrderFacts } from "~/core/tools/results";
import { type Phrases, plainName } from "../answering/phrases";
import { phaseOf } from "./order-facts";

/** What the shopper wants to be done about an order. Nothing is done here: facts, the store's own rules, and a person. */
export type Care = "cancel" | "change" | "return" | "exchange" | "refund-status" | "problem";

/** What the order's state means for the wish. */
export function consequence(care: Care, order: OrderFacts, phrases: Phrases): string | null {
  const phase = phaseOf(order.state);
  if (care === "refund-status") {
    return Number(order.refunded) > 0 || phase === "over"
      ? null
      : phrases.say("refund.none-order", { order: plainName(order.number) });
  }
  if (care === "return" || care === "exchange") {
    return phase === "sent" || phase === "unsent" || phase === "partly"
      ? phrases.say("return.not-delivered")
      : null;
  }
  if (care === "problem") return null;
  if (phase === "unsent") return phrases.say("change.unsent");
  if (phase === "partly") return phrases.say("change.partly");
  if (phase === "sent") return phrases.say("change.sent");
  return phrases.say(phase === "delivered" ? "change.delivered" : "change.over");
}
