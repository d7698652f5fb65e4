import { el } from "../panel/dom";
import { fill } from "../panel/fill";
import type { CardContext } from "../panel/panel-context";
import { formatMoney } from "./format";

/** A price, with the former one struck out where there was a higher one; said in words to who cannot see the line. */
export function priceNodes(
  price: string,
  before: string | null,
  currency: string,
  { texts, config }: CardContext,
): Node[] {
  const now = formatMoney(price, currency, config.locale);
  if (before === null || Number(before) <= Number(price)) return [new Text(now)];
  const old = formatMoney(before, currency, config.locale);
  const spoken = el("span", { className: "unseen" }, fill(texts.salePrice, { price: now, before: old }));
  const seen = el("span", { ariaHidden: "true" }, now, " ", el("s", {}, old));
  return [spoken, seen];
}
