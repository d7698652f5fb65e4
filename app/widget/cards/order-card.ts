import type { OrderCard, Parcel } from "~/protocol/events";
import { el } from "../panel/dom";
import { fill } from "../panel/fill";
import { anchor, parseWebAddress } from "../panel/links";
import type { CardContext } from "../panel/panel-context";
import type { CardTexts } from "../panel/texts";
import { createAskButton } from "./ask-about";
import { formatDay, formatMoney } from "./format";
import { drawItems, itemsOfParcel } from "./order-items";

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
/** Nothing more happens to these: they are told in grey. */
const OVER_STATES = new Set(["cancelled", "refunded", "returned"]);

export function drawOrder(card: OrderCard, slot: HTMLElement, context: CardContext): void {
  const { texts, links } = context;
  const details = card.statusUrl === null ? null : links.resolveOwn(card.statusUrl);
  slot.append(
    el(
      "div",
      { className: "head" },
      el("h3", {}, fill(texts.order, { name: card.name })),
      stateBadge(card.state, texts),
    ),
    ...(card.state in PROGRESS ? [timeline(PROGRESS[card.state] ?? 0, texts)] : []),
    ...dates(card, context).map((line) => el("p", { className: "date" }, line)),
    ...contents(card, context),
    ...(card.total === null ? [] : [totalRow(card.total, card.currency, context)]),
    el(
      "div",
      { className: "actions" },
      details && anchor(details, texts.orderDetails),
      createAskButton(context, fill(texts.aboutOrder, { name: card.name })),
    ),
  );
}

function stateBadge(state: string, texts: CardTexts): HTMLElement {
  const kind = LATE_STATES.has(state) ? " late" : OVER_STATES.has(state) ? " over" : "";
  return el("span", { className: `state${kind}` }, stateName(state, texts));
}

function stateName(state: string, texts: CardTexts): string {
  return Object.entries(texts.states).find(([name]) => name === state)?.[1] ?? state.replaceAll("_", " ");
}

function dates(card: OrderCard, { texts, config }: CardContext): string[] {
  const day = (timestamp: string) => formatDay(timestamp, config.locale, card.timezone);
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

/**
 * Parcels, and what was ordered: each thing in the parcel that holds it where that is known of all of them and they are
 * several, else all things in one list.
 */
function contents(card: OrderCard, context: CardContext): HTMLElement[] {
  const { texts } = context;
  const unsent = card.items.filter((item) => item.unsent > 0);
  const isSplit =
    card.parcels.length + Math.sign(unsent.length) > 1 && card.parcels.every(({ items }) => items?.length);
  const parcels = card.parcels.map((parcel, index) =>
    el(
      "div",
      { className: "part" },
      card.parcels.length > 1 &&
        partTitle(fill(texts.parcel, { n: index + 1 }), stateName(parcel.state, texts)),
      isSplit && drawItems(itemsOfParcel(parcel, card), context),
      ...tracking(parcel, texts),
    ),
  );
  const rest = isSplit ? unsent.map((item) => ({ ...item, quantity: item.unsent })) : card.items;
  if (rest.length === 0) return parcels;
  const title = isSplit && partTitle(texts.notSent);
  return [...parcels, el("div", { className: "part" }, title, drawItems(rest, context))];
}

function partTitle(title: string, state?: string): HTMLElement {
  return el("p", {}, el("strong", {}, title), state && ` · ${state}`);
}

/** Carriers are the merchant's choice, so their addresses may be anywhere on the web. */
function tracking({ company, number, url }: Parcel, texts: CardTexts): HTMLElement[] {
  const address = url !== null && URL.canParse(url) ? parseWebAddress(url, url) : null;
  const label = company ? fill(texts.trackWith, { company }) : texts.track;
  const line = address ? anchor(address, label) : company;
  return [
    ...(line ? [el("p", {}, line)] : []),
    ...(number ? [el("p", { className: "note" }, fill(texts.trackingNumber, { number }))] : []),
  ];
}

function totalRow(total: string, currency: string, { texts, config }: CardContext): HTMLElement {
  const amount = formatMoney(total, currency, config.locale);
  return el("p", { className: "total" }, el("span", {}, texts.total), amount);
}
