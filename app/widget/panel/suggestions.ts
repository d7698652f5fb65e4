import { button, el } from "./dom";
import type { PanelContext } from "./panel-context";

/** What the shopper may go on with by a click: a chip asks what stands on it. */
export function suggestionChips(
  suggestions: string[],
  { ask }: Pick<PanelContext, "ask">,
): HTMLButtonElement[] {
  return suggestions.map((text) => button(text, "chip", () => ask(text)));
}

export function chipRow(chips: HTMLButtonElement[]): HTMLElement {
  return el("div", { className: "chips" }, ...chips);
}
