import { el } from "../panel/dom";
import type { CardContext } from "../panel/panel-context";
import { fill } from "../panel/texts";
import { addToCart, type CartLine } from "./add-to-cart";

/** "Add to cart" with what comes of it; `line` is asked at the click. */
export function createCartButton(
  context: CardContext,
  line: () => CartLine & { title: string },
): { element: HTMLElement; button: HTMLButtonElement } {
  const { texts, config, announcer } = context;
  const outcome = el("p", { className: "outcome", hidden: true });
  const button = el("button", { type: "button", className: "primary", onclick: add }, texts.addToCart);

  function tell(text: string, ...more: (Node | string)[]): void {
    outcome.hidden = false;
    outcome.replaceChildren(text, ...more);
    announcer.say(text);
  }

  async function add(): Promise<void> {
    // Not disabled, so that the focus stays where it is.
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    button.textContent = texts.adding;
    const { title, ...cartLine } = line();
    const result = await addToCart(config, cartLine);
    button.ariaBusy = "false";
    button.textContent = texts.addToCart;
    outcome.classList.toggle("problem", result.status !== "added");
    if (result.status === "refused") return tell(result.message);
    if (result.status === "failed") return tell(texts.notAdded);
    tell(fill(texts.added, { title }), " ", el("a", { href: config.routes.cart }, texts.viewCart));
  }

  return { element: el("div", { className: "buy" }, button, outcome), button };
}
