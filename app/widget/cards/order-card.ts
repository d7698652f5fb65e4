import type { OrderCard, Parcel } from "~/protocol/events";
import { el } from "../panel/dom";
import { anchor } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import type { CardTexts } from "../panel/texts";
import { fill } from "../panel/texts";
import { cardAddress, formatDay, formatMoney } from "./format";

/** How far along the way from the shop to the door each state is; states that are not on it have no timeline. */
const PROGRESS: Record<string, number> = {
  payment_pending: 0,
  on_hold: 0,
  scheduled: 0,
  unfulfilled: 0,
  submitted: 0,
  label_purchased: 0,
  label_printed: 0,
  confirmed: 0,
  partially_fulfilled: 1,
  fulfilled: 1,
  carrier_picked_up: 1,
  in_transit: 1,
  delayed: 1,
  attempted_delivery: 2,
  out_for_delivery: 2,
  ready_for_pickup: 2,
  picked_up: 3,
  delivered: 3,
};
const LATE_STATES = new Set(["delayed", "attempted_delivery", "failure", "not_delivered"]);
const ITEMS_SHOWN = 3;

export function drawOrder(card: OrderCard, slot: HTMLElement, context: CardContext): void {
  const { texts, config } = context;
  const day = (timestamp: string) => formatDay(timestamp, config.locale, card.timezone);
  const state = el("span", { className: "state" }, stateName(card.state, texts));
  if (LATE_STATES.has(card.state)) state.classList.add("late");
  slot.append(el("div", { className: "head" }, el("h3", {}, fill(texts.order, { name: card.name })), state));
  if (card.state in PROGRESS) slot.append(timeline(PROGRESS[card.state] ?? 0, texts));
  for (const line of dates(card, texts, day)) slot.append(el("p", { className: "date" }, line));
  for (const [index, parcel] of card.parcels.entries()) slot.append(drawParcel(parcel, index, card, texts));
  slot.append(itemList(card, context));
  const details = cardAddress(card.statusUrl);
  if (details) slot.append(el("p", {}, anchor(details, texts.orderDetails)));
}

function stateName(state: string, texts: CardTexts): string {
  return (texts.states as Record<string, string>)[state] ?? state.replaceAll("_", " ");
}

function dates(card: OrderCard, texts: CardTexts, day: (timestamp: string) => string): string[] {
  const lines: string[] = [];
  if (card.deliveredAt) lines.push(fill(texts.deliveredAt, { date: day(card.deliveredAt) }));
  else if (card.expectedAt && card.state in PROGRESS) {
    const text = card.state === "delayed" ? texts.wasExpected : texts.expected;
    lines.push(fill(text, { date: day(card.expectedAt) }));
  }
  if (card.placedAt) lines.push(fill(texts.placed, { date: day(card.placedAt) }));
  return lines;
}

function timeline(reached: number, texts: CardTexts): HTMLElement {
  const steps = Object.values(texts.steps).map((name, index) => {
    const step = el("li", { className: index <= reached ? "done" : "" }, name);
    if (index === reached) step.ariaCurrent = "step";
    return step;
  });
  return el("ol", { className: "timeline" }, ...steps);
}

function drawParcel(
  { company, number, url, state }: Parcel,
  index: number,
  card: OrderCard,
  texts: CardTexts,
): HTMLElement {
  const several = card.parcels.length > 1;
  const address = cardAddress(url);
  const label = company ? fill(texts.trackWith, { company }) : texts.track;
  return el(
    "div",
    { className: "parcel" },
    several &&
      el("p", {}, el("strong", {}, fill(texts.parcel, { n: index + 1 })), ` · ${stateName(state, texts)}`),
    address ? el("p", {}, anchor(address, label)) : company && el("p", {}, company),
    number && el("p", { className: "note" }, fill(texts.trackingNumber, { number })),
  );
}

function itemList(card: OrderCard, { texts, config }: CardContext): HTMLElement {
  const rows = card.items.slice(0, ITEMS_SHOWN).map(({ title, variantTitle, quantity, imageUrl }) => {
    const address = cardAddress(imageUrl);
    const image = address && el("img", { src: address.href, alt: "", loading: "lazy", decoding: "async" });
    if (image) image.onerror = () => image.remove();
    const words = el(
      "span",
      {},
      `${quantity} × ${title}`,
      variantTitle && el("span", { className: "note" }, ` ${variantTitle}`),
    );
    return el("li", {}, image, words);
  });
  const hidden = card.items.length - ITEMS_SHOWN;
  if (hidden > 0) rows.push(el("li", { className: "note" }, fill(texts.moreItems, { count: hidden })));
  const total =
    card.total !== null &&
    el(
      "p",
      { className: "total" },
      el("span", {}, texts.total),
      formatMoney(card.total, card.currency, config.locale),
    );
  return el("div", { className: "items" }, el("ul", {}, ...rows), total);
}
