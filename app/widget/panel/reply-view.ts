import { later } from "../bring-later";
import type { Reply } from "../conversation/reply";
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
  let announcedStatus = "";
  let updateTheRest: (() => void) | undefined;

  /** What accompanies the text arrives beside it, and takes up what it has missed. */
  function bringTheRest(): void {
    later.bring().then(
      ({ accompany }) => {
        updateTheRest = accompany(reply, { element, text, cards }, context, past);
        updateTheRest();
      },
      () => {
        if (reply.cards.length > 0) element.append(context.notice({ kind: "unreachable" }, bringTheRest));
      },
    );
  }
  bringTheRest();

  function drawStatus(): void {
    const label = reply.outcome ? "" : (reply.status ?? (reply.text ? "" : texts.thinking));
    status.hidden = !label;
    if (!label || label === announcedStatus) return;
    status.textContent = announcedStatus = label;
    announcer.say(label);
  }

  return {
    element,
    update() {
      drawStatus();
      text.update(reply.text, reply.outcome !== null);
      updateTheRest?.();
    },
  };
}

export function shopperMessage(text: string, { texts }: PanelContext): HTMLElement {
  return el("div", { className: "mine" }, hiddenLabel(texts.you), el("p", {}, text));
}

/** Tells who hears the messages whose they are. */
export function hiddenLabel(text: string): HTMLElement {
  return el("span", { className: "unseen" }, `${text}: `);
}
