/** Where themes write how many things are in the cart. */
const COUNTS = [
  "[data-cart-count]",
  "[data-cart-item-count]",
  "[data-header-cart-count]",
  "#CartCount",
  "#CartBubble",
  "#cart-icon-bubble",
  ".cart-count",
  ".cart-count-bubble",
  ".cart__count",
  ".cart-bubble__text-count",
  ".cart-item-count",
  ".cart-link__bubble",
  ".cart-link__bubble-num",
  ".header__cart-count",
  ".header-cart-count",
  ".site-header__cart-count",
  ".js-cart-count",
].join();

/**
 * Writes the number where the theme shows one already; whatever else stands there is left alone. A theme that has drawn
 * its own bubble shows the same number.
 */
export function writeCartCount(count: number): void {
  for (const bubble of document.querySelectorAll<HTMLElement>(COUNTS)) {
    const number = findNumber(bubble);
    if (!number) continue;
    number.data = number.data.replace(/\d+/, String(count));
    if (bubble.matches("[data-cart-count]")) bubble.hidden = count === 0;
  }
}

/** The first text in the element that is nothing but a number, perhaps in brackets. */
function findNumber(element: HTMLElement): Text | null {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (/^\s*\(?\d+\)?\s*$/.test(text.nodeValue ?? "")) return text as Text;
  }
  return null;
}
