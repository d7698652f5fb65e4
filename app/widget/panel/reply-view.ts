import type { Card } from "~/protocol/events";
import { isRunning, type Reply } from "../conversation/reply";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { createStreamedText } from "./streamed-text";
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
  const text = createStreamedText(links);
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
    status.hidden = !label;
    if (!label || label === announcedStatus) return;
    status.textContent = announcedStatus = label;
    if (!past) announcer.say(label);
  }

  function close(): void {
    closed = true;
    if (reply.state === "stopped") {
      element.append(el("p", { className: "note" }, texts.stopped));
      if (!past) announcer.say(texts.stopped);
    }
    element.append(context.form((forms) => forms.ending(reply, text.element, past)));
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
    loadTexts("cards", config.language),
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
