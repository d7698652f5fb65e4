import type { Card } from "~/protocol/events";
import { isRunning, type Reply } from "../conversation/reply";
import { el } from "./dom";
import { anchor, parseWebAddress } from "./links";
import type { PanelContext } from "./panel-context";
import { createStreamedText } from "./streamed-text";
import { suggestionChips } from "./suggestions";
import { loadTexts } from "./texts";

export interface ReplyView {
  element: HTMLElement;
  /** Draws what has changed. Call it at most once a frame. */
  update(): void;
}

/** `past` replies come from the history: they are not announced and offer no suggestions. */
export function createReplyView(reply: Reply, context: PanelContext, past = false): ReplyView {
  const { texts, links, announcer } = context;
  const status = el("p", { className: "status" });
  const text = createStreamedText({ resolve: links.resolve, cite });
  const cards = el("div", { className: "cards" });
  const element = el(
    "div",
    { className: "reply" },
    hiddenLabel(texts.assistant),
    status,
    text.element,
    cards,
  );
  let drawnCards = 0;
  let trustedFacts = 0;
  let announcedStatus = "";
  let closed = false;

  /** Leads to the note of that number, where it can be opened; to the source itself while there are no notes yet. */
  function cite(n: number): HTMLAnchorElement | null {
    const source = reply.sources.find((each) => each.n === n);
    const address = addressOf(source?.url);
    if (!source || !address) return null;
    const link = anchor(address, String(n));
    link.ariaLabel = `${texts.sources}: ${n}`;
    link.title = source.title;
    link.onclick = (event) => {
      const note = element.querySelector<HTMLElement>(`.sources [data-n="${n}"]`);
      if (!note || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      note.focus();
    };
    return link;
  }

  /** What cards and sources lead to, the text may lead to: its addresses are the same facts. */
  function trustFacts(): void {
    const facts = reply.cards.length + reply.sources.length;
    if (facts === trustedFacts) return;
    trustedFacts = facts;
    for (const { url } of reply.sources) links.trust(url);
    for (const card of reply.cards) for (const url of addressesOf(card)) links.trust(url);
    text.invalidate();
  }

  function drawCards(): void {
    if (reply.cards.length < drawnCards) {
      cards.replaceChildren();
      drawnCards = 0;
    }
    for (const card of reply.cards.slice(drawnCards)) cards.append(slotFor(card, context));
    drawnCards = reply.cards.length;
  }

  function drawStatus(): void {
    const label = isRunning(reply) ? (reply.status ?? (reply.text ? "" : texts.thinking)) : "";
    status.hidden = label === "";
    if (status.textContent !== label) status.textContent = label;
    if (label && label !== announcedStatus && !past) announcer.say(label);
    announcedStatus = label || announcedStatus;
  }

  function close(): void {
    closed = true;
    const sources = sourceList(reply, context);
    if (sources) element.append(sources);
    if (reply.state === "stopped") element.append(el("p", { className: "note" }, texts.stopped));
    if (reply.ticketId && !past) element.append(context.form((forms) => forms.handoff("handed-over")));
    const { turnId } = reply;
    if (turnId && (reply.text || reply.cards.length > 0) && reply.state !== "failed") {
      element.append(context.form((forms) => forms.feedback(turnId)));
    }
    if (reply.suggestions.length > 0 && !past) element.append(suggestionChips(reply.suggestions, context));
    if (reply.state === "stopped" && !past) announcer.say(texts.stopped);
  }

  return {
    element,
    update() {
      const finished = !isRunning(reply);
      trustFacts();
      drawStatus();
      text.update(reply.text, finished);
      drawCards();
      if (!past) announcer.follow(reply, reply.text, finished);
      if (finished && !closed) close();
    },
  };
}

function addressesOf(card: Card): (string | null)[] {
  if (card.kind === "product" || card.kind === "policy") return [card.url];
  return card.kind === "order" ? [card.statusUrl, ...card.parcels.map(({ url }) => url)] : [];
}

/** Cards are drawn by modules of their own, fetched when the first one is needed. */
function slotFor(card: Card, context: PanelContext): HTMLElement {
  const slot = el("div", { className: `card ${card.kind}` });
  const { root, texts, config } = context;
  Promise.all([
    import("../cards/render-card"),
    import("../cards/card-style"),
    loadTexts("cards", config.locale),
  ]).then(
    ([{ renderCard }, { adoptCardStyle }, cardTexts]) => {
      adoptCardStyle(root);
      renderCard(card, slot, { ...context, texts: cardTexts });
    },
    () => slot.append(texts.failed),
  );
  return slot;
}

export function hiddenLabel(text: string): HTMLElement {
  return el("span", { className: "unseen" }, `${text}: `);
}

/** Notes by their numbers, each of which opens its source. */
function sourceList(reply: Reply, { texts }: PanelContext): HTMLElement | null {
  const items = reply.sources.flatMap(({ n, title, url }) => {
    const address = addressOf(url);
    if (!address) return [];
    const note = anchor(address, el("b", {}, String(n)), el("span", {}, title));
    note.dataset.n = String(n);
    return [el("li", {}, note)];
  });
  return items.length === 0 ? null : el("ol", { className: "sources", ariaLabel: texts.sources }, ...items);
}

function addressOf(url: string | undefined): URL | null {
  return url === undefined ? null : parseWebAddress(url, location.href);
}
