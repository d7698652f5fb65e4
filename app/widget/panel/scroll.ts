/** Pixels from the end that still count as the end. */
const END_MARGIN = 24;
/** Pixels left above a question that has reached the top. */
const TOP_MARGIN = 14;

/**
 * Where the log stands. It follows what is written until the shopper's question reaches the top, so that a long answer
 * is read from its beginning. Once she has scrolled, nothing moves her; at the end, she sees what comes.
 */
export interface Scroll {
  /** A new question: from here on the answer to it is followed. Without one it goes to the end. */
  startAt(question?: HTMLElement): void;
  follow(): void;
}

export function createScroll(log: HTMLElement, content: HTMLElement): Scroll {
  let following = true;
  let question: HTMLElement | undefined;
  let top = 0;

  const end = () => log.scrollHeight - log.clientHeight;

  function follow(): void {
    if (!following) return;
    log.scrollTop = question?.isConnected ? question.offsetTop - log.offsetTop - TOP_MARGIN : end();
    top = log.scrollTop;
  }

  log.addEventListener(
    "scroll",
    () => {
      if (Math.abs(log.scrollTop - top) <= 1) return;
      top = log.scrollTop;
      question = undefined;
      following = end() - top < END_MARGIN;
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
  };
}
