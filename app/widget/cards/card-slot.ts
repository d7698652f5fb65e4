import type { Card } from "~/protocol/events";
import { button, el } from "../panel/dom";
import type { PanelContext } from "../panel/panel-context";
import { loadTexts } from "../panel/texts";

/** Pixels that cards of a kind are high, about: so much is kept free, so that little moves when they are drawn. */
const HEIGHTS: Record<Card["kind"], number> = {
  product: 250,
  order: 330,
  cart: 190,
  policy: 150,
  confirm: 150,
};

/** Cards are drawn by modules of their own. Fetched when a reply begins, they are mostly there when a card comes. */
export function fetchCards(language: string) {
  return Promise.all([import("./render-card"), import("./card-style"), loadTexts("cards", language)]);
}

/** A card's place, which is drawn as soon as the modules are there, and may be asked for again when they do not come. By `offer` it is known on later pages. */
export function createCardSlot(card: Card, context: PanelContext, offer: string): HTMLElement {
  const { root, texts, config } = context;
  const slot = el("div", { className: `card ${card.kind}` });
  slot.dataset.offer = offer;

  function draw(): void {
    slot.replaceChildren();
    slot.style.minHeight = `${HEIGHTS[card.kind]}px`;
    fetchCards(config.language).then(
      ([{ renderCard }, { adoptCardStyle }, cardTexts]) => {
        adoptCardStyle(root);
        slot.style.minHeight = "";
        renderCard(card, slot, { ...context, texts: cardTexts });
      },
      () => slot.replaceChildren(el("p", {}, texts.failed), button(texts.retry, "plain", draw)),
    );
  }
  draw();
  return slot;
}
