import { adoptStyle } from "../adopt-style";
import { button, el } from "../panel/dom";
import { iconButton } from "../panel/icons";
import style from "./bubble.css?inline";
import { isFree } from "./free-place";

const CLOSE = "m6 6 12 12M18 6 6 18";
/** Milliseconds between looks at what is around the bubble. */
const LOOK_MS = 400;
/** Milliseconds after which a screen reader's region that was just added is heard. */
const HEARD_MS = 150;
const PLACES = ["above", "beside"];

export interface BubbleOptions {
  host: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLElement;
  text: string;
  dismissLabel: string;
  onTake(): void;
  onDismiss(): void;
  /** It is seen for the first time. */
  onShow(): void;
}

/**
 * A line beside the launcher. It shows where it covers nothing that matters, waits while there is no such place, and gives
 * way when something turns up there. It takes no focus: Tab leads to it from the launcher. Returns what removes it.
 */
export function createBubble(options: BubbleOptions): () => void {
  const { host, root, launcher, text, dismissLabel, onTake, onDismiss, onShow } = options;
  adoptStyle(root, style);
  const spoken = el("p", { className: "spoken", role: "status" });
  const element = el(
    "div",
    { id: "bubble" },
    button(text, "words", () => {
      remove();
      onTake();
    }),
    iconButton(dismissLabel, CLOSE, "dismiss", dismiss),
  );
  let wasSeen = false;
  let lastLook = 0;
  launcher.after(element, spoken);

  function dismiss(): void {
    const hadFocus = element.contains(root.activeElement);
    remove();
    if (hadFocus) launcher.focus();
    onDismiss();
  }

  function findPlace(): string | undefined {
    return PLACES.find((place) => {
      element.dataset.place = place;
      const box = element.getBoundingClientRect();
      const isOnScreen =
        box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
      return isOnScreen && isFree(box, host);
    });
  }

  function look(): void {
    lastLook = performance.now();
    // Whoever has the focus in it is not to lose it.
    const place = element.contains(root.activeElement) ? element.dataset.place : findPlace();
    element.classList.toggle("shown", place !== undefined);
    if (!place || wasSeen) return;
    wasSeen = true;
    onShow();
    setTimeout(() => {
      spoken.textContent = text;
    }, HEARD_MS);
  }

  function lookWhenScrolled(): void {
    if (performance.now() - lastLook > LOOK_MS / 3) look();
  }

  function remove(): void {
    clearInterval(timer);
    removeEventListener("scroll", lookWhenScrolled, true);
    element.remove();
    spoken.remove();
  }

  element.addEventListener("keydown", (event) => {
    if (event.key === "Escape") dismiss();
  });
  addEventListener("scroll", lookWhenScrolled, { passive: true, capture: true });
  const timer = setInterval(look, LOOK_MS);
  look();
  return remove;
}
