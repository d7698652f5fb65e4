import type { OrderCard, Parcel } from "~/protocol/events";
import { el } from "../panel/dom";
import { fill } from "../panel/fill";
import type { CardContext } from "../panel/panel-context";
import { createPicture } from "./picture";

type Item = Pick<OrderCard["items"][number], "title" | "variantTitle" | "quantity" | "imageUrl">;

/** As many as are shown at once; the others unfold. */
const ITEMS_SHOWN = 3;
/** Pixels, for 40 on a screen of four times the density. */
const PICTURE_WIDTH = 160;

/** What a parcel holds, with the pictures that the order has of it. */
export function itemsOfParcel({ items }: Parcel, order: OrderCard): Item[] {
  return items.map((item) => ({
    ...item,
    imageUrl:
      order.items.find(
        ({ title, variantTitle }) => title === item.title && variantTitle === item.variantTitle,
      )?.imageUrl ?? null,
  }));
}

export function drawItems(items: Item[], context: CardContext): HTMLElement {
  const rows = items.map((item) => row(item, context));
  const more = rows.splice(ITEMS_SHOWN);
  return el(
    "div",
    { className: "items" },
    el("ul", {}, ...rows),
    more.length > 0 &&
      el(
        "details",
        {},
        el("summary", {}, fill(context.texts.moreItems, { count: more.length })),
        el("ul", {}, ...more),
      ),
  );
}

function row({ title, variantTitle, quantity, imageUrl }: Item, { links }: CardContext): HTMLElement {
  const variant = variantTitle && el("span", { className: "note" }, ` ${variantTitle}`);
  return el(
    "li",
    {},
    createPicture(imageUrl, "", PICTURE_WIDTH, links),
    el("span", {}, `${quantity} × ${title}`, variant),
  );
}
