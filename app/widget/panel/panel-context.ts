import type { WidgetConfig } from "../config";
import type { Connection } from "../connection/connection";
import type { EventHub } from "../events";
import type { Announcer } from "./announcer";
import type { Links } from "./links";
import type { Texts } from "./texts";

/** What the parts of the panel share. */
export interface PanelContext {
  config: WidgetConfig;
  root: ShadowRoot;
  texts: Texts;
  connection: Connection;
  announcer: Announcer;
  links: Links;
  /** Tells the theme's listeners, see AisleEvents. */
  emit: EventHub["emit"];
  /** Known once the session has been answered. */
  shopper: { signedIn: boolean };
  /** Says something in the shopper's name, as if she had typed it. */
  ask(text: string): void;
  /** Calls back when the panel does not cover the page: now, or once a modal one is closed. */
  whenPageIsFree(then: () => void): void;
}
