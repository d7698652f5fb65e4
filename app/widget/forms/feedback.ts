import { button, el } from "../panel/dom";
import { iconButton } from "../panel/icons";
import type { FormContext } from "../panel/panel-context";
import { findRating, keepRating, type Rating } from "./kept-ending";

const THUMB_UP = "M7 11v9H4v-9zm0 0 4-8a2 2 0 0 1 2 2v4h5.5a2 2 0 0 1 2 2.3l-1.1 6.4a2 2 0 0 1-2 1.7H7";
const THUMB_DOWN = "M7 13V4H4v9zm0 0 4 8a2 2 0 0 0 2-2v-4h5.5a2 2 0 0 0 2-2.3l-1.1-6.4a2 2 0 0 0-2-1.7H7";

/** Two thumbs under a reply; a thumb down asks what could be better, and may go without a word. */
export function createFeedback(turnId: string, context: FormContext): HTMLElement {
  const { texts, connection, announcer, memory } = context;
  const up = iconButton(texts.helpful, THUMB_UP, "thumb", () => rate("up"));
  const down = iconButton(texts.unhelpful, THUMB_DOWN, "thumb", () => rate("down"));
  const element = el("div", { className: "feedback" }, up, down);
  show(findRating(memory, turnId));

  function show(rating?: Rating): void {
    up.ariaPressed = String(rating === "up");
    down.ariaPressed = String(rating === "down");
  }

  function rate(rating: Rating): void {
    show(rating);
    keepRating(memory, turnId, rating);
    element.querySelector(".more")?.remove();
    connection.post("/feedback", { turnId, rating });
    if (rating === "up") announcer.say(texts.thanks);
    else askForComment();
  }

  function askForComment(): void {
    const comment = el("textarea", { rows: 2, maxLength: 2000 });
    const label = el("label", {}, texts.whatWentWrong, comment);
    const more = el("div", { className: "more form" }, label, button(texts.submit, "plain", submit));
    function submit(): void {
      const words = comment.value.trim();
      if (words) connection.post("/feedback", { turnId, rating: "down", comment: words });
      more.replaceChildren(el("p", { className: "note" }, texts.thanks));
      announcer.say(texts.thanks);
    }
    element.append(more);
    comment.focus();
  }

  return element;
}
