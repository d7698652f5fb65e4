import type { Card } from "~/protocol/events";
import { says } from "./scripted-turn";
import { shop, shopper } from "./shop-visit";

/** She asks in the open chat, and is answered with these. */
export async function askForCards(...cards: Card[]): Promise<void> {
  shop.reply = () => [...says("Here it is."), ...cards.map((data) => ({ event: "card" as const, data }))];
  await shopper.open();
  await shopper.say("Show me");
}

/** The same, until the first is drawn. */
export async function showCards(...cards: Card[]): Promise<void> {
  await askForCards(...cards);
  await shopper.log.locator(".card > :visible").first().waitFor();
}
