import type { ProductCard } from "~/protocol/events";
import { el } from "../panel/dom";
import { anchor } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import { fill } from "../panel/texts";
import { createCartButton } from "./cart-button";
import { cardAddress, formatMoney } from "./format";

type Variant = ProductCard["variants"][number];

/** Units at which a shopper is told how many are left. */
const LOW_STOCK = 5;

export function drawProduct(card: ProductCard, slot: HTMLElement, context: CardContext): void {
  const suggested = card.variants.find((variant) => variant.variantId === card.variantId) ?? card.variants[0];
  const price = el("p", { className: "price" });
  const stock = el("p", { className: "stock" });
  let chosen: Variant | undefined = suggested;
  const buy = createCartButton(context, () => ({
    variantId: chosen?.variantId ?? card.variantId,
    quantity: 1,
    title: card.title,
  }));

  function choose(variant: Variant | undefined): void {
    chosen = variant;
    const shown = variant ?? card;
    price.replaceChildren(...priceNodes(shown.price, shown.compareAtPrice, card.currency, context));
    const available = variant ? variant.available : card.variants.length === 0 && card.available;
    stock.textContent = stockText(variant, available, context);
    stock.classList.toggle("out", !available);
    buy.button.disabled = !available;
  }

  slot.append(picture(card), title(card, context), price);
  const choices = card.options.filter(({ values }) => values.length > 1);
  if (choices.length > 0 && card.variants.length > 1) {
    slot.append(createChoices(choices, card.variants, suggested, choose));
  }
  slot.append(stock, buy.element);
  choose(suggested);
}

function picture({ imageUrl, imageAlt }: ProductCard): HTMLElement {
  const frame = el("div", { className: "picture" });
  const address = cardAddress(imageUrl);
  if (address) {
    const image = el("img", { src: address.href, alt: imageAlt, loading: "lazy", decoding: "async" });
    image.onerror = () => image.remove();
    frame.append(image);
  }
  return frame;
}

function title(card: ProductCard, { links }: CardContext): HTMLElement {
  const address = links.resolve(card.url);
  return el("h3", {}, address ? anchor(address, card.title) : card.title);
}

function priceNodes(price: string, before: string | null, currency: string, context: CardContext): Node[] {
  const { texts, config } = context;
  const now = formatMoney(price, currency, config.locale);
  if (before === null || Number(before) <= Number(price)) return [new Text(now)];
  const old = formatMoney(before, currency, config.locale);
  const spoken = el("span", { className: "unseen" }, fill(texts.salePrice, { price: now, before: old }));
  const seen = el("span", { ariaHidden: "true" }, now, " ", el("s", {}, old));
  return [spoken, seen];
}

function stockText(variant: Variant | undefined, available: boolean, { texts }: CardContext): string {
  if (!variant) return available ? texts.inStock : texts.notThisWay;
  if (!available) return texts.soldOut;
  const { quantity } = variant;
  if (quantity !== null && quantity > 0 && quantity <= LOW_STOCK)
    return fill(texts.lowStock, { count: quantity });
  return texts.inStock;
}

function createChoices(
  options: ProductCard["options"],
  variants: Variant[],
  suggested: Variant | undefined,
  onChoose: (variant: Variant | undefined) => void,
): HTMLElement {
  const selects = options.map(({ name, values }) => {
    const items = values.map((value) =>
      el("option", { value, selected: suggested?.options[name] === value }, value),
    );
    const select = el("select", { onchange: chooseMatching }, ...items);
    return { name, select };
  });

  function chooseMatching(): void {
    onChoose(
      variants.find((variant) => selects.every(({ name, select }) => variant.options[name] === select.value)),
    );
  }

  const labels = selects.map(({ name, select }) => el("label", {}, name, select));
  return el("div", { className: "choices" }, ...labels);
}
