import { button, el } from "./dom";

/** What the shopper may go on with by a click. */
export function suggestionChips(chips: { text: string; choose: () => void }[]): HTMLElement {
  return el("div", { className: "chips" }, ...chips.map(({ text, choose }) => button(text, "chip", choose)));
}
