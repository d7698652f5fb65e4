import { el } from "../panel/dom";
import { leadBack } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import type { CardOf } from "./card-of";
import { createCartButton } from "./cart/cart-button";
import { formatMoney } from "./format";
import { createPicture } from "./picture";
import { noteUse, wasUsed } from "./used-offers";

type Confirmation = CardOf<"confirm">;

/** Something that happens on the shopper's click on this card, and in no other way. */
export function drawConfirmation(card: Confirmation, slot: HTMLElement, context: CardContext): void {
  if (card.action === "sign-in") drawSignIn(card.url, slot, context);
  else drawAddition(card, slot, context);
}

function drawSignIn(url: string, slot: HTMLElement, { texts, config, links }: CardContext): void {
  const own = links.resolveOwn(url);
  // The store's own sign-in and nothing else, back to this page afterwards.
  const target =
    own?.host === location.host
      ? own
      : new URL(config.login || `${config.storePath}/account/login`, location.href);
  const { href } = leadBack(target, location);
  slot.append(el("p", {}, texts.signInWhy), el("a", { className: "primary", href }, texts.signIn));
}

function drawAddition(
  card: Extract<Confirmation, { action: "add-to-cart" }>,
  slot: HTMLElement,
  context: CardContext,
): void {
  const { variantId, quantity, currency } = card;
  const money = (amount: string | number) => formatMoney(amount, currency, context.config.locale);
  const title = card.variantTitle ? `${card.title} · ${card.variantTitle}` : card.title;
  const used = `${slot.dataset.offer}`;
  // One offer, one addition: who wants more says so, and is asked anew.
  const { button, outcome } = createCartButton(
    context,
    title,
    () => ({ variantId, quantity }),
    () => {
      noteUse(context.memory, used);
      button.remove();
      outcome.querySelector("a")?.focus();
    },
  );
  slot.append(
    el(
      "div",
      { className: "thing" },
      createPicture(card.imageUrl ?? null, "", 160, context.links),
      el(
        "div",
        {},
        el("h3", {}, title),
        el(
          "p",
          { className: "price" },
          money(Number(card.price) * quantity),
          quantity > 1 && el("span", { className: "note" }, ` ${quantity} × ${money(card.price)}`),
        ),
      ),
    ),
    ...(wasUsed(context.memory, used) ? [] : [button]),
    outcome,
  );
}
