import type { SessionMessage } from "~/protocol/requests";
import { createReply, type Reply } from "../conversation/reply";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { createReplyView, hiddenLabel, type ReplyView } from "./reply-view";
import { createScroll } from "./scroll";
import { createStreamedText } from "./streamed-text";

/** The messages on the screen, oldest first. */
export interface Transcript {
  addShopperMessage(text: string): HTMLElement;
  /** A reply that may still grow: call `changed` whenever it did. */
  addReply(reply: Reply): { element: HTMLElement; changed(): void };
  add(element: HTMLElement): void;
  /** What was said elsewhere, at the end. */
  addStored(message: SessionMessage): void;
  /** Puts stored messages before everything that is there. */
  addHistory(messages: SessionMessage[]): void;
  /** What the assistant says before anything was asked. */
  addGreeting(text: string): void;
  clear(): void;
}

/** Milliseconds between two paintings of what grows: nobody reads faster, and a slow phone keeps its frames meanwhile. */
const PAINT_GAP_MS = 40;

export function createTranscript(log: HTMLElement, context: PanelContext): Transcript {
  const { texts } = context;
  const list = el("div", { className: "transcript" });
  log.append(list);
  const changedViews = new Set<ReplyView>();
  const scroll = createScroll(log, list, texts.jump);

  function paint(): void {
    for (const view of changedViews) view.update();
    changedViews.clear();
  }

  /** Frames stop in hidden tabs; what the shopper does not see may wait for her. */
  function paintSoon(view: ReplyView): void {
    if (changedViews.size === 0) setTimeout(requestAnimationFrame, PAINT_GAP_MS, paint);
    changedViews.add(view);
  }

  function drawStored(message: SessionMessage): HTMLElement {
    if (message.role === "shopper") return shopperMessage(message.text);
    if (message.role === "person") return personMessage(message.text);
    const { text, cards, sources, turnId } = message;
    const view = createReplyView(
      createReply({ state: "answered", text, cards, sources, turnId }),
      context,
      true,
    );
    view.update();
    return view.element;
  }

  function shopperMessage(text: string): HTMLElement {
    return el("div", { className: "mine" }, hiddenLabel(texts.you), el("p", {}, text));
  }

  /** Text that is whole already. */
  function finishedText(text: string): HTMLElement {
    const body = createStreamedText(context.links);
    body.update(text, true);
    return body.element;
  }

  function personMessage(text: string): HTMLElement {
    const who = el("p", { className: "who" }, texts.person);
    return el("div", { className: "reply person" }, who, finishedText(text));
  }

  function add(element: HTMLElement): void {
    list.append(element);
    scroll.follow();
  }

  return {
    add,
    addShopperMessage(text) {
      const element = shopperMessage(text);
      for (const chips of list.querySelectorAll(".chips")) chips.remove();
      list.append(element);
      scroll.startAt(element);
      return element;
    },
    addReply(reply) {
      const view = createReplyView(reply, context);
      view.update();
      add(view.element);
      return { element: view.element, changed: () => paintSoon(view) };
    },
    addStored: (message) => add(drawStored(message)),
    addHistory(messages) {
      list.prepend(...messages.map(drawStored));
      scroll.toEnd();
    },
    addGreeting(text) {
      list.prepend(
        el("div", { className: "reply greeting" }, hiddenLabel(texts.assistant), finishedText(text)),
      );
    },
    clear() {
      list.replaceChildren();
    },
  };
}
