import type { ToolName } from "~/core/settings/settings";
import type { PhraseKey, Phrases } from "../answering/phrases";
import { canUse, type Dialogue } from "../dialogue";
import type { Step } from "../step";

/** The end of a turn. Empty parts are left out. */
export function reply(parts: (string | null | undefined)[], suggestions: string[] = []): Step {
  return { type: "reply", text: parts.filter(Boolean).join("\n\n"), suggestions };
}

/** Sentences of one paragraph; empty ones are left out. */
export function paragraph(...sentences: (string | null | undefined)[]): string {
  return sentences.filter(Boolean).join(" ");
}

/** What a customer may say next, as chips; those whose tool is turned off are left out. */
export function suggest(dialogue: Dialogue, phrases: Phrases, ...keys: PhraseKey[]): string[] {
  const needs: Partial<Record<PhraseKey, ToolName>> = {
    "suggest.person": "hand_over",
    "suggest.cart": "add_to_cart",
    "suggest.returns": "search_policies",
    "suggest.shipping": "search_policies",
    "suggest.track": dialogue.facts.signedIn ? "my_orders" : "guest_order_status",
    "suggest.orders": "my_orders",
    "suggest.more": "search_products",
    "suggest.cheaper": "search_products",
    "suggest.details": "product_details",
    "suggest.stock": "product_details",
    "suggest.goes-with": "related_products",
  };
  return keys
    .filter((key) => {
      const tool = needs[key];
      return tool === undefined || canUse(dialogue, tool);
    })
    .map((key) => phrases.say(key));
}

/** Whether a person can be offered: the shop allows it, and none was called in already. */
export function mayOfferPerson(dialogue: Dialogue): boolean {
  return canUse(dialogue, "hand_over") && dialogue.facts.handover === undefined;
}

/** The offer to bring in a person, where there is something to offer. */
export function offerHandover(dialogue: Dialogue, phrases: Phrases): string {
  return mayOfferPerson(dialogue) ? phrases.say("offer.handover") : "";
}

/** What to say when a tool could not do its work. */
export function tellRefusal(
  dialogue: Dialogue,
  phrases: Phrases,
  reading: { status: "failed" } | { status: "refused"; reason: string },
): string {
  if (reading.status === "refused" && reading.reason === "sign-in-required") {
    const isAboutOrders = dialogue.results.some(
      ({ name, reason }) =>
        reason === "sign-in-required" && (name === "my_orders" || name === "order_status"),
    );
    return phrases.say(isAboutOrders ? "order.sign-in" : "sign-in-first", {
      url: dialogue.facts.signInUrl,
    });
  }
  if (reading.status === "refused") {
    const key = reading.reason === "not-permitted" ? "not-permitted" : "turned-off";
    return paragraph(phrases.say(key), offerHandover(dialogue, phrases));
  }
  return mayOfferPerson(dialogue) ? phrases.say("failed.offer") : phrases.say("failed");
}
