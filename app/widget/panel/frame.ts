import type { Shell } from "../shell";
import type { Memory } from "../storage";

/** Phones get the panel as a modal that fills the screen, everything else a window beside the page. */
const PHONE = "(max-width: 480px), (max-height: 480px)";
/** The loader reads it too: a chat that was open comes back on the next page. */
const OPEN_KEY = "open";

/** Opens and closes the panel, and keeps the focus where a person expects it. */
export interface Frame {
  open(): void;
  close(): void;
}

export interface FrameOptions {
  /** Of this tab. */
  memory: Memory;
  onOpen(): void;
  onClose(): void;
}

export function createFrame(shell: Shell, { memory, onOpen, onClose }: FrameOptions): Frame {
  const { root, launcher, panel, field } = shell;
  const phone = matchMedia(PHONE);
  const isShown = () => panel.getClientRects().length > 0;
  /** What had the focus before the panel. */
  let opener: HTMLElement | null;

  function conceal(): void {
    if (panel.open) panel.close();
    else if (isShown()) panel.hidePopover();
  }

  /** Turns an open one into what the screen asks for. */
  function reveal(): void {
    if (phone.matches === panel.matches(":modal") && isShown()) return;
    conceal();
    if (phone.matches) panel.showModal();
    else panel.showPopover();
  }

  function note(open: boolean): void {
    launcher.ariaExpanded = String(open);
    memory.set(OPEN_KEY, open ? "1" : "");
  }

  /** `again`, as it was on the page before: what the page itself has focused keeps the focus. */
  function open(again?: boolean): void {
    const focused = document.activeElement as HTMLElement | null;
    const isNew = launcher.ariaExpanded !== "true";
    if (isNew) opener = focused;
    reveal();
    note(true);
    if (again) {
      (root.activeElement as HTMLElement | null)?.blur();
      focused?.focus({ preventScroll: true });
    } else if (!panel.contains(root.activeElement)) field.focus();
    if (isNew) onOpen();
  }

  function close(): void {
    if (launcher.ariaExpanded !== "true") return;
    // Whoever is elsewhere on the page by now stays there.
    const hasFocus = panel.contains(root.activeElement);
    conceal();
    note(false);
    if (hasFocus) {
      launcher.focus();
      // Neither the page's body nor the chat's own host takes it.
      opener?.focus();
    }
    onClose();
  }

  for (const button of [launcher, shell.close]) button.removeAttribute("popovertarget");
  // The second half of a double click is no wish to close.
  launcher.onclick = ({ detail }) => (isShown() ? detail < 2 && close() : open());
  shell.close.onclick = close;
  // The browser's own ways to close a modal, such as Android's back gesture.
  panel.onclose = () => isShown() || close();
  shell.host.onkeydown = (event) => {
    if (event.keyCode !== 27 || !isShown()) return;
    event.preventDefault();
    close();
  };
  // The browser has closed what was moved.
  shell.host.moved = () => {
    if (launcher.ariaExpanded === "true") open(true);
  };
  phone.onchange = () => isShown() && reveal();
  keepAboveKeyboard(panel);
  launcher.ariaExpanded = "false";
  if (isShown()) open();
  else if (memory.get(OPEN_KEY) && !phone.matches) open(true);
  return { open: () => open(), close };
}

/** The on-screen keyboard does not shrink the page by itself. */
function keepAboveKeyboard(panel: HTMLElement): void {
  const viewport = visualViewport as VisualViewport;
  viewport.addEventListener("resize", () => {
    // Pinch zoom shrinks the viewport too, and is none of our business.
    if (viewport.scale === 1) panel.style.setProperty("--vh", `${viewport.height}px`);
  });
}
