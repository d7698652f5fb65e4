import type { WidgetConfig } from "../config";
import type { Connection } from "../connection/connection";
import type { Problem } from "../connection/problem";
import type { Reply } from "../conversation/reply";
import type { Emit } from "../events";
import type { Memory } from "../storage";
import type { Announcer } from "./announcer";
import type { Links } from "./links";
import type { CardTexts, FormTexts, PanelTexts } from "./texts";

/** What the parts of the panel share. */
export interface PanelContext {
  config: WidgetConfig;
  root: ShadowRoot;
  texts: PanelTexts;
  connection: Connection;
  announcer: Announcer;
  /** Of this browser. */
  memory: Memory;
  links: Links;
  /** Tells the theme's listeners, see AisleEvents. */
  emit: Emit;
  /** Known once the session has been answered. */
  readonly shopper: { signedIn: boolean };
  /** Says something in the shopper's name, as if she had typed it. */
  ask(text: string): void;
  /** Fetches the forms, once. */
  load(): Promise<Forms>;
  /** A slot for what arrives after the panel; where it does not arrive, `otherwise` is drawn. */
  form(draw: (forms: Forms) => HTMLElement, otherwise?: () => HTMLElement): HTMLElement;
  /** Says what went wrong and how to go on, also where the forms do not arrive. */
  notice: Forms["notice"];
  /** Set while a guided flow asks something: whether it takes what she sends for its answer. */
  hears?: ((text: string) => boolean) | undefined;
  /** Calls back when the panel does not cover the page: now, or once a modal one is closed. */
  whenPageIsFree(then: () => void): void;
}

/** The context before the forms' slots are there. */
export type PanelBasics = Omit<PanelContext, "load" | "form" | "notice">;

/** What cards are given: the same, with their own texts. */
export interface CardContext extends Omit<PanelContext, "texts"> {
  texts: CardTexts;
}

/** What forms are given: the same, with their own texts. */
export interface FormContext extends Omit<PanelContext, "texts"> {
  texts: FormTexts;
}

/** Parts of the panel that arrive after it. */
export interface Forms {
  /** What is said of a message that the server would not take. */
  tooLong: string;
  /** What follows a reply that has ended; `text` is what was drawn of it, `past` replies come from the history. */
  ending(reply: Reply, text: HTMLElement, past: boolean): HTMLElement;
  /** Says what went wrong and how to go on; `keepsMessage` when a message waits for it. */
  notice(problem: Problem & { message?: string }, retry: () => void, keepsMessage?: boolean): HTMLElement;
}
