import type { Shell } from "../shell";

/**
 * Keeps the focus in the panel when what has it is taken away: keys would go to the page otherwise, and the next Tab begin
 * at its top. Where the shopper herself goes elsewhere, nothing holds her.
 */
export function keepFocus({ root, panel, log, field }: Shell): void {
  let last: Element | null = null;

  function check(): void {
    if (!last || root.activeElement) return;
    const isGone = !last.isConnected || last.getClientRects().length === 0;
    const isNowhere = document.activeElement === document.body;
    if (isGone && isNowhere && panel.getClientRects().length > 0) {
      // On phones the keyboard would cover what has just changed.
      (panel.matches(":modal") ? log : field).focus();
    } else last = null;
  }

  last = root.activeElement;
  panel.addEventListener("focusin", ({ target }) => {
    last = target as Element;
  });
  // What has lost the focus is removed only after that.
  panel.addEventListener("focusout", () => setTimeout(check));
  new MutationObserver(check).observe(panel, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["hidden"],
  });
}
