import type { WidgetConfig } from "../config";
import type { Connection } from "../connection/connection";
import type { Problem } from "../connection/problem";
import type { EventHub } from "../events";
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
  links: Links;
  /** Tells the theme's listeners, see AisleEvents. */
  emit: EventHub["emit"];
  /** Known once the session has been answered. */
  readonly shopper: { signedIn: boolean };
  /** Says something in the shopper's name, as if she had typed it. */
  ask(text: string): void;
  /** A slot for what arrives after the panel; where it does not arrive, `otherwise` is drawn. */
  form(draw: (forms: Forms) => HTMLElement, otherwise?: () => HTMLElement): HTMLElement;
  /** Says what went wrong and how to go on, also where the forms do not arrive. */
  notice: Forms["notice"];
  /** Calls back when the panel does not cover the page: now, or once a modal one is closed. */
  whenPageIsFree(then: () => void): void;
}

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
  /** Rates the reply of that turn. */
  feedback(turnId: string): HTMLElement;
  /** Confirms a handover and takes an email, or takes a message where no reply could be given. */
  handoff(purpose: "handed-over" | "leave-message"): HTMLElement;
  /** Says what went wrong and how to go on; `keepsMessage` when a message waits for it. */
  notice(problem: Problem & { message?: string }, retry: () => void, keepsMessage?: boolean): HTMLElement;
}
