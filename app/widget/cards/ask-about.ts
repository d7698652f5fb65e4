import { button } from "../panel/dom";
import type { CardContext } from "../panel/panel-context";

/** Puts what a card is about before the shopper's next words, and leads her to where she writes them. */
export function createAskButton({ texts, root }: CardContext, about: string): HTMLButtonElement {
  const ask = button(texts.askAbout, "plain quiet", () => {
    const field = root.getElementById("field") as HTMLTextAreaElement;
    if (!field.value.startsWith(about)) field.value = about + field.value;
    // The composer keeps what is typed.
    field.dispatchEvent(new Event("input"));
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
  });
  ask.ariaLabel = `${texts.askAbout}: ${about.replace(/[:：\s]+$/, "")}`;
  return ask;
}
