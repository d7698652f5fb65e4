import { el } from "../../panel/dom";
import { fill } from "../../panel/fill";
import type { CardContext } from "../../panel/panel-context";
import type { AddToCartResult, CartLine } from "./cart-line";

export interface CartButton {
  button: HTMLButtonElement;
  /** What came of it; empty before. */
  outcome: HTMLElement;
}

/** What the click needs is fetched once the button is there, and again at the click where it did not come. */
const loadCart = () => import("./add-to-cart");

/** "Add to cart": the click is what changes the cart, and nothing else does. `line` is asked at the click. */
export function createCartButton(
  context: CardContext,
  title: string,
  line: () => CartLine,
  whenAdded = () => {},
): CartButton {
  const { texts, config, announcer, emit } = context;
  const label = el("span", {}, texts.addToCart);
  // Several cards have such a button: a screen reader is told which thing it is about.
  const button = el(
    "button",
    { type: "button", className: "primary", onclick: add },
    label,
    el("span", { className: "unseen" }, ` ${title}`),
  );
  const outcome = el("p", { className: "outcome", hidden: true });
  loadCart().catch(() => null);

  function tell(text: string, ...more: (Node | string)[]): void {
    outcome.hidden = false;
    outcome.replaceChildren(text, ...more);
    announcer.say(text);
  }

  async function add(): Promise<void> {
    // Not disabled, so that the focus stays where it is.
    if (button.ariaBusy === "true") return;
    button.ariaBusy = "true";
    label.textContent = texts.adding;
    const wanted = line();
    const result = await loadCart().then(
      ({ addToCart }) => addToCart(config, wanted),
      (): AddToCartResult => ({ status: "failed" }),
    );
    button.ariaBusy = "false";
    label.textContent = texts.addToCart;
    show(result, wanted);
  }

  function show(result: AddToCartResult, wanted: CartLine): void {
    const isDone = result.status === "added" || result.status === "opened";
    outcome.classList.toggle("problem", !isDone);
    if (result.status === "refused") tell(result.message);
    if (result.status === "failed") tell(texts.notAdded);
    if (result.status === "opened") tell(texts.opened);
    if (result.status === "added") {
      emit("cart-add", wanted);
      const words = [fill(texts.added, { title }), result.note].filter(Boolean).join(" ");
      tell(words, " ", el("a", { href: `${config.storePath}/cart` }, texts.viewCart));
    }
    if (isDone) whenAdded();
  }

  return { button, outcome };
}
