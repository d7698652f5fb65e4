/** Keeps a panel that fills the screen above the on-screen keyboard, which does not shrink the page by itself. */
export function fitToKeyboard(panel: HTMLElement): void {
  const viewport = window.visualViewport;
  if (!viewport) return;
  viewport.addEventListener("resize", () => {
    // Pinch zoom shrinks the viewport too, and is none of our business.
    if (viewport.scale === 1) panel.style.setProperty("--vh", `${viewport.height}px`);
  });
}
