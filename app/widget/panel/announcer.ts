import { el } from "./dom";

/**
 * Speaks to screen readers: whole sentences and states, never tokens. The region is polite, so the shopper's own
 * reading is not cut off.
 */
export interface Announcer {
  element: HTMLElement;
  say(text: string): void;
  /** Says the sentences of a growing text that are complete and have not been said. */
  follow(key: object, text: string, finished: boolean): void;
}

/** Milliseconds until what was said leaves again, so that nobody who reads line by line meets everything twice. */
const KEPT_MS = 5_000;

export function createAnnouncer(): Announcer {
  const element = el("div", { className: "unseen", ariaLive: "polite" });
  element.setAttribute("aria-relevant", "additions");
  const said = new WeakMap<object, number>();

  function say(text: string): void {
    const line = el("p", {}, text);
    element.append(line);
    setTimeout(() => line.remove(), KEPT_MS);
  }

  return {
    element,
    say,
    follow(key, text, finished) {
      const from = Math.min(said.get(key) ?? 0, text.length);
      const end = finished ? text.length : endOfLastSentence(text, from);
      const sentences = plain(text.slice(from, end));
      if (sentences) say(sentences);
      said.set(key, end);
    },
  };
}

/** Where the last complete sentence or line at or after `from` ends; `from` when none does. */
export function endOfLastSentence(text: string, from: number): number {
  let end = from;
  for (const match of text.slice(from).matchAll(/[.!?…。！？؟]["'”’)*_]*\s|\n/g)) {
    const before = text.slice(from, from + match.index);
    // "1." of a list and "No." are no sentences.
    if (!/(?:^|\s)\w{1,2}$/.test(before)) end = from + match.index + match[0].length;
  }
  return end;
}

function plain(text: string): string {
  return text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/\[\d{1,2}\]/g, "")
    .replace(/[*_#]+/g, "")
    .trim();
}
