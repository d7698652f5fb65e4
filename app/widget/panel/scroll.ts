import { iconButton } from "./dom";

const DOWN = "M12 5v14m-6-6 6 6 6-6";
/** Pixels from the end that still count as the end. */
const END_MARGIN = 24;
/** Pixels left above a question that has reached the top. */
const TOP_MARGIN = 14;

/**
 * Where the log stands. It follows what is written until the shopper's question reaches the top, so that a long answer
 * is read from its beginning; a button leads to the end. Scrolling up by hand ends the following.
 */
export interface Scroll {
  /** A new question: from here on the answer to it is followed. */
  startAt(question: HTMLElement): void;
  follow(): void;
  toEnd(): void;
}

export function createScroll(log: HTMLElement, content: HTMLElement, jumpLabel: string): Scroll {
  let following = true;
  let question: HTMLElement | null = null;
  let lastTop = 0;
  const jump = iconButton(jumpLabel, DOWN, "jump", () => {
    question = null;
    following = true;
    log.scrollTo({ top: log.scrollHeight, behavior: "smooth" });
  });
  jump.hidden = true;
  log.nextElementSibling?.append(jump);

  const distanceToEnd = () => log.scrollHeight - log.scrollTop - log.clientHeight;

  function follow(): void {
    if (following) {
      const end = log.scrollHeight - log.clientHeight;
      const top = question?.isConnected ? question.offsetTop - log.offsetTop - TOP_MARGIN : end;
      lastTop = Math.max(0, Math.min(end, top));
      log.scrollTop = lastTop;
    }
    jump.hidden = distanceToEnd() < END_MARGIN;
  }

  log.addEventListener(
    "scroll",
    () => {
      if (log.scrollTop < lastTop - 1) following = false;
      else if (distanceToEnd() < END_MARGIN) following = true;
      lastTop = log.scrollTop;
      jump.hidden = distanceToEnd() < END_MARGIN;
    },
    { passive: true },
  );
  // Cards, pictures and an opening keyboard change the heights after the fact.
  const observer = new ResizeObserver(follow);
  observer.observe(content);
  observer.observe(log);

  return {
    startAt(element) {
      question = element;
      following = true;
      follow();
    },
    follow,
    toEnd() {
      question = null;
      following = true;
      follow();
    },
  };
}
