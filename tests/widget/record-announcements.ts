import type { Visit } from "./storefront-visit";

/** Gives what screen readers are told from now on. */
export async function recordAnnouncements({ page }: Visit): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const spoken: string[] = [];
    Object.assign(window, { spoken });
    const region = document.querySelector("aisle-chat")?.shadowRoot?.querySelector("[aria-live=polite]");
    if (!region) throw new Error("There is no polite live region.");
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) spoken.push(node.textContent ?? "");
    }).observe(region, { childList: true });
  });
  return () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
}
