import type { ProductCard } from "~/protocol/events";
import { el } from "../panel/dom";
import { fill } from "../panel/fill";
import { anchor } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import { createAskButton } from "./ask-about";
import { createCartButton } from "./cart/cart-button";
import { createPicture } from "./picture";
import { priceNodes } from "./price";
import { createVariantChoice, type Variant } from "./variant-choice";

/** Units at which a shopper is told how many are left. */
const LOW_STOCK = 5;
/** Pixels: what the widest picture of a card takes on a screen of double density. */
const PICTURE_WIDTH = 480;

export function drawProduct(card: ProductCard, slot: HTMLElement, context: CardContext): void {
  const { texts, links, announcer } = context;
  const suggested = card.variants.find(({ variantId }) => variantId === card.variantId) ?? card.variants[0];
  const address = links.resolveOwn(card.url);
  const link = address && anchor(address, card.title);
  const price = el("p", { className: "price" });
  const stock = el("p", { className: "stock" });
  let chosen = suggested;
  const { button, outcome } = createCartButton(context, card.title, () => ({
    variantId: chosen?.variantId ?? card.variantId,
    quantity: 1,
  }));

  function show(variant: Variant | undefined): void {
    chosen = variant;
    const shown = variant ?? (card.variants.length === 0 ? card : null);
    const available = shown?.available ?? false;
    price.replaceChildren(
      ...(shown ? priceNodes(shown.price, shown.compareAtPrice, card.currency, context) : []),
    );
    stock.textContent = shown ? stockText(shown, context) : unknownText(card, context);
    stock.className = `stock${available ? "" : " out"}`;
    button.disabled = !available;
    if (address && link && variant && card.variants.length > 1) {
      address.searchParams.set("variant", variant.variantId);
      link.href = address.href;
    }
  }

  const choice = createVariantChoice(card, suggested, texts.soldOut, (variant) => {
    show(variant);
    const spoken = price.querySelector(".unseen") ?? price;
    announcer.say([spoken.textContent, stock.textContent].filter(Boolean).join(". "));
  });
  const picture = createPicture(card.imageUrl, card.imageAlt, PICTURE_WIDTH, links);
  slot.append(
    ...(picture ? [el("div", { className: "picture" }, picture)] : []),
    el("div", { className: "facts" }, el("h3", {}, link ?? card.title), price, stock),
    el(
      "div",
      { className: "buy" },
      choice,
      button,
      createAskButton(context, fill(texts.about, { title: card.title })),
      outcome,
    ),
  );
  show(suggested);
}

function stockText(shown: Variant | ProductCard, { texts }: CardContext): string {
  if (!shown.available) return texts.soldOut;
  const quantity = "quantity" in shown ? shown.quantity : null;
  return quantity !== null && quantity > 0 && quantity <= LOW_STOCK
    ? fill(texts.lowStock, { count: quantity })
    : texts.inStock;
}

/** A card tells of so many variants and no more: of the others nothing is known here. */
function unknownText({ variants }: ProductCard, { texts }: CardContext): string {
  return variants.length < 100 ? texts.notThisWay : texts.manyVariants;
}
