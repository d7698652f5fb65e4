import type { AisleApi } from "./api";
import { createEventHub, type EventHub } from "./events";
import { findShell, type Panel, type Shell } from "./shell";

/** Phones get the panel as a modal that fills the screen, everything else a window beside the page. */
const PHONE = "(max-width: 480px), (max-height: 480px)";
const OPEN_KEY = "aisle:open";

function attachShadow(host: HTMLElement): ShadowRoot {
  if (host.shadowRoot) return host.shadowRoot;
  const root = host.attachShadow({ mode: "open" });
  const template = host.querySelector("template");
  if (template) root.append(template.content);
  return root;
}

/** A content security policy may have refused the printed style sheet; the same text is welcome through CSSOM. */
function adoptRefusedStyle(root: ShadowRoot): void {
  const style = root.querySelector("style");
  if (!style || style.sheet) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style.textContent);
  root.adoptedStyleSheets = [sheet];
}

function rememberOpen(open: boolean | null): boolean {
  try {
    if (open !== null) sessionStorage.setItem(OPEN_KEY, open ? "1" : "");
    return sessionStorage.getItem(OPEN_KEY) === "1";
  } catch {
    return false;
  }
}

/** Gives the panel to `use` once it has arrived; a failed download says so in the shell and may be tried again. */
function createLoader(shell: Shell, emit: EventHub["emit"]): (use?: (panel: Panel) => void) => void {
  let loading: Promise<Panel> | undefined;
  return (use = () => {}) => {
    shell.unavailable.hidden = true;
    // Side by side: each file stays under what theme-check allows, and none waits for another.
    loading ??= Promise.all([
      import("./panel/panel"),
      import("./panel/transcript"),
      import("./connection/connection"),
      import("./panel/style"),
    ]).then(([{ mountPanel }, { createTranscript }, { createConnection }, { adoptPanelStyle }]) => {
      adoptPanelStyle(shell.root);
      return mountPanel(shell, createConnection, createTranscript, emit);
    });
    loading.then(use, () => {
      loading = undefined;
      shell.unavailable.hidden = false;
    });
  };
}

function start(host: HTMLElement): void {
  const root = attachShadow(host);
  adoptRefusedStyle(root);
  const shell = findShell(host, root);
  const { launcher, panel, field, close, send } = shell;
  const { emit, on } = createEventHub();
  const withPanel = createLoader(shell, emit);
  const phone = matchMedia(PHONE);
  const isShown = () => panel.getClientRects().length > 0;

  function reveal(): void {
    if (isShown()) return;
    if (phone.matches) panel.showModal();
    else if (panel.showPopover) panel.showPopover();
    else panel.show();
  }

  function conceal(): void {
    if (panel.open) panel.close();
    else if (isShown()) panel.hidePopover();
  }

  function open(focus = true): void {
    const focused = document.activeElement as HTMLElement | null;
    reveal();
    launcher.ariaExpanded = "true";
    rememberOpen(true);
    if (focus) field.focus();
    else {
      // A dialog that opens takes the focus; one that opens by itself must not.
      (root.activeElement as HTMLElement | null)?.blur();
      focused?.focus({ preventScroll: true });
    }
    withPanel((it) => it.open());
    emit("open", {});
  }

  function hide(): void {
    conceal();
    launcher.ariaExpanded = "false";
    rememberOpen(false);
    launcher.focus();
    withPanel((it) => it.close());
    emit("close", {});
  }

  const submit = (text?: string) => withPanel((it) => it.send(text));

  for (const intent of ["pointerover", "touchstart", "focus"]) {
    launcher.addEventListener(intent, () => withPanel(), { once: true, passive: true });
  }
  launcher.addEventListener("click", (event) => {
    event.preventDefault();
    if (isShown()) hide();
    else open();
  });
  close.addEventListener("click", (event) => {
    event.preventDefault();
    hide();
  });
  // The browser's own ways to close a modal, such as Android's back gesture.
  panel.addEventListener("close", () => {
    if (!isShown() && launcher.ariaExpanded === "true") hide();
  });
  root.addEventListener("keydown", (event) => {
    const { key, shiftKey, isComposing, target } = event as KeyboardEvent;
    if (key === "Escape" && !isComposing && isShown()) {
      event.preventDefault();
      hide();
    }
    if (key === "Enter" && !shiftKey && !isComposing && target === field) {
      event.preventDefault();
      submit();
    }
  });
  send.addEventListener("click", () => submit());
  phone.addEventListener("change", () => {
    if (!isShown()) return;
    conceal();
    reveal();
  });

  launcher.ariaExpanded = "false";
  if (isShown()) open();
  else if (rememberOpen(null) && !phone.matches) open(false);

  window.aisle = {
    open,
    close: hide,
    send(text) {
      open();
      submit(text);
    },
    on,
  } as AisleApi;
}

const host = document.querySelector<HTMLElement>("aisle-chat");
if (host) start(host);
