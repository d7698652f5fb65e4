import type { AisleApi } from "./api";

/** What the Liquid block prints: the elements that exist before any script has run. */
export interface Shell {
  host: HTMLElement;
  root: ShadowRoot;
  launcher: HTMLButtonElement;
  panel: HTMLDialogElement;
  close: HTMLButtonElement;
  title: HTMLElement;
  log: HTMLElement;
  unavailable: HTMLElement;
  composer: HTMLElement;
  field: HTMLTextAreaElement;
  send: HTMLButtonElement;
}

/** What the loader asks of the panel once that has arrived. */
export interface Panel {
  /** The shopper opened it: the conversation is fetched, once. */
  open(): void;
  close(): void;
  /** Sends the text, or what stands in the composer. */
  send(text?: string): void;
  setContext: AisleApi["setContext"];
}

export function findShell(host: HTMLElement, root: ShadowRoot): Shell {
  const find = (id: string) => root.getElementById(id) as HTMLElement;
  return {
    host,
    root,
    launcher: find("launcher") as HTMLButtonElement,
    panel: find("panel") as HTMLDialogElement,
    close: find("close") as HTMLButtonElement,
    title: find("title"),
    log: find("log"),
    unavailable: find("unavailable"),
    composer: find("composer"),
    field: find("field") as HTMLTextAreaElement,
    send: find("send") as HTMLButtonElement,
  };
}
