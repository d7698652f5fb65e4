import type { AisleApi } from "./api";

/** The element that the chat is in. */
export interface ChatHost extends HTMLElement {
  /** Called once it stands in the place of another one. */
  moved?(): void;
}

/** What the Liquid block prints: the elements that exist before any script has run. */
export interface Shell {
  host: ChatHost;
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  panel: HTMLDialogElement;
  close: HTMLButtonElement;
  title: HTMLElement;
  log: HTMLElement;
  failed: HTMLElement;
  composer: HTMLElement;
  field: HTMLTextAreaElement;
  send: HTMLButtonElement;
}

/** What the loader asks of the panel once that has arrived. */
export interface Panel extends Omit<AisleApi, "on" | "send"> {
  /** Sends the text, or what stands in the composer. */
  send(text?: string): void;
}

export function findShell(host: ChatHost, root: ShadowRoot): Shell {
  const elements = [...root.querySelectorAll("[id]")].map((element) => [element.id, element]);
  return { host, root, ...Object.fromEntries(elements) };
}
