import type { Reply } from "../conversation/reply";
import { el } from "./dom";
import type { PanelContext } from "./panel-context";
import { createReplyView, type ReplyView, shopperMessage } from "./reply-view";
import { createScroll } from "./scroll";

/** The messages on the screen, oldest first. */
export interface Transcript {
  addShopperMessage(text: string): void;
  /** A reply that may still grow: call `changed` whenever it did. */
  addReply(reply: Reply): { element: HTMLElement; changed(): void };
  add(element: HTMLElement): void;
  /** Puts what was said earlier before everything that is there. */
  addEarlier(elements: HTMLElement[]): void;
  clear(): void;
}

/** Milliseconds between two paintings of what grows: nobody reads faster, and a slow phone keeps its frames meanwhile. */
const PAINT_GAP_MS = 40;

export function createTranscript(log: HTMLElement, context: PanelContext): Transcript {
  const list = el("div", { className: "transcript" });
  log.append(list);
  const changedViews = new Set<ReplyView>();
  /** Milliseconds that the last painting took: what takes long is done more seldom, so that there is time for all else. */
  let cost = 0;
  const scroll = createScroll(log, list);

  function paint(frame: number): void {
    for (const view of changedViews) view.update();
    changedViews.clear();
    cost = performance.now() - frame;
  }

  function add(element: HTMLElement): void {
    list.append(element);
    scroll.follow();
  }

  return {
    add,
    addShopperMessage(text) {
      const element = shopperMessage(text, context);
      for (const chips of list.querySelectorAll(".chips")) chips.remove();
      list.append(element);
      scroll.startAt(element);
    },
    addReply(reply) {
      const view = createReplyView(reply, context);
      view.update();
      add(view.element);
      return {
        element: view.element,
        changed() {
          // Frames stop in hidden tabs; what the shopper does not see may wait for her.
          if (changedViews.size === 0) setTimeout(requestAnimationFrame, PAINT_GAP_MS + 2 * cost, paint);
          changedViews.add(view);
        },
      };
    },
    addEarlier(elements) {
      list.prepend(...elements);
      scroll.startAt();
    },
    clear: () => list.replaceChildren(),
  };
}
