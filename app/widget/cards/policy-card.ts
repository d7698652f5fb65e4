import { el } from "../panel/dom";
import { anchor } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import type { CardOf } from "./card-of";

export function drawPolicy(
  { title, excerpt, url }: CardOf<"policy">,
  slot: HTMLElement,
  { texts, links }: CardContext,
): void {
  const address = links.resolveOwn(url);
  slot.append(el("h3", {}, title), el("p", { className: "excerpt" }, excerpt));
  if (!address) return;
  const link = anchor(address, texts.readMore);
  link.ariaLabel = `${texts.readMore}: ${title}`;
  slot.append(el("p", {}, link));
}
