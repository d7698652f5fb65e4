import type { Card } from "~/protocol/events";
import type { CardContext } from "../panel/panel-context";
import { drawCart } from "./cart-card";
import { drawConfirmation } from "./confirm-card";
import { drawOrder } from "./order-card";
import { drawPolicy } from "./policy-card";
import { drawProduct } from "./product-card";

/** Draws a card into its slot. */
export function renderCard(card: Card, slot: HTMLElement, context: CardContext): void {
  switch (card.kind) {
    case "product":
      drawProduct(card, slot, context);
      break;
    case "order":
      drawOrder(card, slot, context);
      break;
    case "policy":
      drawPolicy(card, slot, context);
      break;
    case "cart":
      drawCart(card, slot, context);
      break;
    case "confirm":
      drawConfirmation(card, slot, context);
      break;
  }
  const heading = slot.querySelector("h3");
  if (heading) {
    slot.role = "group";
    slot.ariaLabel = heading.textContent;
  }
}
