import { el } from "../panel/dom";
import type { CardContext } from "../panel/panel-context";
import type { CardOf } from "./card-of";
import { priceNodes } from "./price";

/** What is in the cart, with what was taken off and why. Nothing here changes it; that is done in the store's own cart. */
export function drawCart(
  { items, discounts, total, currency }: CardOf<"cart">,
  slot: HTMLElement,
  context: CardContext,
): void {
  const { texts, config } = context;
  const row = (label: string, ...amount: Node[]) =>
    el("li", {}, el("span", {}, label), el("span", {}, ...amount));
  const money = (amount: string, before: string | null = null) =>
    priceNodes(amount, before, currency, context);
  slot.append(
    el("h3", {}, texts.cart),
    el(
      "ul",
      { className: "rows" },
      ...items.map((item) =>
        row(`${item.quantity} × ${item.title}`, ...money(item.price, item.priceBefore ?? null)),
      ),
      ...(discounts ?? []).map(({ title, amount }) => row(title, ...money(`-${amount}`))),
    ),
    el("p", { className: "total" }, el("span", {}, texts.total), ...money(total)),
    el("p", { className: "note" }, texts.atCheckout),
    el("a", { className: "plain", href: `${config.storePath}/cart` }, texts.viewCart),
  );
}
