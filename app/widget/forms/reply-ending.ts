import type { Reply } from "../conversation/reply";
import { el } from "../panel/dom";
import { anchor } from "../panel/links";
import type { FormContext } from "../panel/panel-context";
import { chipRow, suggestionChips } from "../panel/suggestions";
import { createFeedback } from "./feedback";
import { createHandoffForm } from "./handoff-form";
import { findOffers, keepOffers } from "./kept-ending";

/**
 * What follows a reply once it has ended: its notes, a form after a handover, thumbs, and questions to go on with. `text` is
 * what was drawn of it: the numbers in it become links to the notes. `past` replies come from the history.
 */
export function createReplyEnding(
  reply: Reply,
  text: HTMLElement,
  context: FormContext,
  past: boolean,
): HTMLElement {
  const { turnId, outcome } = reply;
  const element = el("div", { className: "reply" });
  if (outcome === "stopped") {
    element.append(el("p", { className: "note" }, context.texts.stopped));
    if (!past) context.announcer.say(context.texts.stopped);
  }
  const notes = noteList(reply, context);
  if (notes) {
    element.append(notes);
    linkCitations(text, notes, context);
  }
  if (reply.ticketId && !past) element.append(createHandoffForm(context, "handed-over"));
  if (turnId && (reply.text || reply.cards.length > 0) && outcome !== "failed") {
    element.append(createFeedback(turnId, context));
  }
  const chips = suggestionChips(suggestionsOf(reply, context, past), context);
  if (chips.length > 0) {
    const row = chipRow(chips);
    row.classList.toggle("kept", past);
    element.append(row);
  }
  return element;
}

/** A reply of an earlier page has those that were kept of it. */
function suggestionsOf({ turnId, suggestions }: Reply, { memory }: FormContext, past: boolean): string[] {
  if (past) return findOffers(memory, turnId);
  if (turnId && suggestions.length > 0) keepOffers(memory, turnId, suggestions);
  return suggestions;
}

/** Notes by their numbers, each of which opens its source where that is one of the shop's own pages. */
function noteList({ sources }: Reply, { texts, links }: FormContext): HTMLElement | null {
  const items = sources.map(({ n, title, url }) => {
    const address = links.resolveOwn(url);
    const words = [el("b", {}, String(n)), el("span", {}, title)];
    if (!address) return el("li", {}, ...words);
    const note = anchor(address, ...words);
    note.dataset.n = String(n);
    return el("li", {}, note);
  });
  return items.length === 0 ? null : el("ol", { className: "sources", ariaLabel: texts.sources }, ...items);
}

function linkCitations(text: HTMLElement, notes: HTMLElement, { texts }: FormContext): void {
  for (const number of text.querySelectorAll("sup")) {
    const n = number.textContent ?? "";
    const note = notes.querySelector<HTMLAnchorElement>(`[data-n="${CSS.escape(n)}"]`);
    if (!note) continue;
    const link = anchor(new URL(note.href), n);
    link.ariaLabel = `${texts.sources}: ${n}`;
    link.title = note.querySelector("span")?.textContent ?? "";
    link.onclick = (event) => {
      if (event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      note.focus();
    };
    number.replaceChildren(link);
  }
}
