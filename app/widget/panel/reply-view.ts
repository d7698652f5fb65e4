import { createCardSlot, fetchCards } from "../cards/card-slot";
import { isRunning, type Reply } from "../conversation/reply";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { createStreamedText } from "./streamed-text";

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
  let trustedCards = 0;
  let announcedStatus = "";
  let closed = false;
  // Who asks mostly gets one: what draws it is then there already.
  if (!past) fetchCards(context.config.language).catch(() => null);

  /** Where parcels are tracked, the text may lead to: its addresses are the same facts. */
  function trustFacts(): void {
    if (reply.cards.length === trustedCards) return;
    trustedCards = reply.cards.length;
    for (const card of reply.cards) {
      if (card.kind === "order") for (const { url } of card.parcels) links.trust(url);
    }
    text.invalidate();
  }

  function drawCards(): void {
    if (reply.cards.length < drawnCards) {
      cards.replaceChildren();
      drawnCards = 0;
    }
    for (const card of reply.cards.slice(drawnCards)) cards.append(createCardSlot(card, context));
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

export function hiddenLabel(text: string): HTMLElement {
  return el("span", { className: "unseen" }, `${text}: `);
}
