import { el } from "./dom";
import type { PanelContext } from "./panel-context";

export function suggestionChips(items: string[], context: PanelContext): HTMLElement {
  const chips = items.map((item) =>
    el("button", { type: "button", className: "chip", onclick: () => context.ask(item) }, item),
  );
  return el("div", { className: "chips" }, ...chips);
}
