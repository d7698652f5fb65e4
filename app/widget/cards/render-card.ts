import type { Card } from "~/protocol/events";
import { button, el } from "../panel/dom";
import { anchor, leadBack } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import { fill } from "../panel/texts";
import { createCartButton } from "./cart-button";
import { cardAddress, formatMoney } from "./format";
import { drawOrder } from "./order-card";
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
}

type CardOf<K extends Card["kind"]> = Extract<Card, { kind: K }>;

function drawPolicy(
  { title, excerpt, url }: CardOf<"policy">,
  slot: HTMLElement,
  { texts }: CardContext,
): void {
  const address = cardAddress(url);
  slot.append(el("h3", {}, title), el("p", { className: "excerpt" }, excerpt));
  if (!address) return;
  const link = anchor(address, texts.readMore);
  link.ariaLabel = `${texts.readMore}: ${title}`;
  slot.append(el("p", {}, link));
}

function drawCart(
  { items, total, currency }: CardOf<"cart">,
  slot: HTMLElement,
  { texts, config }: CardContext,
): void {
  const rows = items.map(({ title, quantity, price }) =>
    el("li", {}, el("span", {}, `${quantity} × ${title}`), formatMoney(price, currency, config.locale)),
  );
  slot.append(
    el("h3", {}, texts.cart),
    el("ul", { className: "rows" }, ...rows),
    el("p", { className: "total" }, el("span", {}, texts.total), formatMoney(total, currency, config.locale)),
    el("a", { className: "plain", href: config.routes.cart }, texts.viewCart),
  );
}

function drawConfirmation(card: CardOf<"confirm">, slot: HTMLElement, context: CardContext): void {
  const { texts, config } = context;
  if (card.action === "sign-in") {
    slot.append(
      el("p", {}, texts.signInWhy),
      button(texts.signIn, "primary", () => location.assign(signInAddress(card.url, config.routes.login))),
    );
    return;
  }
  const title = card.variantTitle ? `${card.title} · ${card.variantTitle}` : card.title;
  slot.append(
    el("h3", {}, title),
    el(
      "p",
      { className: "price" },
      formatMoney(card.price, card.currency, config.locale),
      card.quantity > 1 &&
        el("span", { className: "note" }, ` ${fill(texts.quantity, { count: card.quantity })}`),
    ),
    createCartButton(context, () => ({ variantId: card.variantId, quantity: card.quantity, title })).element,
  );
}

/** The store's own sign-in and nothing else, back to this page afterwards. */
function signInAddress(url: string, login: string): string {
  const address = cardAddress(url);
  const target =
    address && address.host === location.host ? address : new URL(login || "/account/login", location.href);
  return leadBack(target, location).href;
}
