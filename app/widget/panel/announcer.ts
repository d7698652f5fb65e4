import { el } from "./dom";

/**
 * Speaks to screen readers: whole sentences and states, never tokens. The region is polite, so the shopper's own
 * reading is not cut off.
 */
export interface Announcer {
  element: HTMLElement;
  say(text: string): void;
}

/** Milliseconds until what was said leaves again, so that nobody who reads line by line meets everything twice. */
const KEPT_MS = 5_000;

export function createAnnouncer(): Announcer {
  const element = el("div", { className: "unseen", ariaLive: "polite" });
  return {
    element,
    say(text) {
      const line = el("p", {}, text);
      element.append(line);
      setTimeout(() => line.remove(), KEPT_MS);
    },
  };
}
