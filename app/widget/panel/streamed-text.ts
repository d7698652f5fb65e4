import { el } from "./dom";
import { type LinkTargets, renderBlock, splitBlocks } from "./markdown";

/** Text that grows: finished blocks are drawn once, only the last one again with every update. */
export interface StreamedText {
  element: HTMLElement;
  /** `text` is all of it so far; text that does not go on from the former begins anew. */
  update(text: string, finished: boolean): void;
  /** The next update draws everything again, since more addresses may be linked to by now. */
  invalidate(): void;
}

/** A line that has only begun may yet become another item of the list before it. */
const UNDECIDED_LINE = /\n[ \t]*(?:[-*•#]+|\d{1,4}[.)]?)?[ \t]*$/;

export function createStreamedText(links: LinkTargets): StreamedText {
  const element = el("div", { className: "text" });
  let drawn = "";
  /** How much of the text stands in blocks that will not change. */
  let settled = 0;
  let last: HTMLElement | null = null;

  function beginAnew(): void {
    element.replaceChildren();
    settled = 0;
    last = null;
  }

  return {
    element,
    invalidate: beginAnew,
    update(text, finished) {
      if (!text.startsWith(drawn)) beginAnew();
      drawn = text;
      const blocks = splitBlocks(
        finished ? text.slice(settled) : text.slice(settled).replace(UNDECIDED_LINE, ""),
      );
      blocks.forEach((block, index) => {
        const isLast = index === blocks.length - 1;
        if (!isLast) settled += block.length;
        if (block.trim() === "") return;
        const node = renderBlock(isLast && !finished ? closeOpenMarks(block) : block, links);
        if (last) last.replaceWith(node);
        else element.append(node);
        last = isLast ? node : null;
      });
    },
  };
}

/** Text that is whole already. */
export function finishedText(text: string, links: LinkTargets): HTMLElement {
  const { element, update } = createStreamedText(links);
  update(text, true);
  return element;
}

/** Draws marks that are still open as if they were closed already, so that no asterisks flicker while text arrives. */
function closeOpenMarks(block: string): string {
  const whole = block.replace(/\[[^\]\n]*(?:\](?:\([^)\s]*)?)?$/, "").replace(/(?:^|\s)\*{1,2}$/, "");
  const open = (whole.match(/\*\*/g)?.length ?? 0) % 2 === 1;
  return open ? `${whole.trimEnd().replace(/\*$/, "")}**` : whole;
}
