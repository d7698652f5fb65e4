import type { Card } from "~/protocol/events";
import type { PageContext } from "~/protocol/requests";

/**
 * `window.aisle`: how a theme drives the chat. Every call works from the moment the loader has run; what needs the panel
 * waits for it. Nothing here says who the shopper is, and nothing changes a cart or an order without her own click.
 */
export interface AisleApi {
  /** Opens the panel and gives it the focus. */
  open(): void;
  close(): void;
  /** Opens the panel and sends the text as the shopper's message; blank text does nothing. */
  send(text: string): void;
  /** Opens the panel and begins the guided flow of that id; an unknown one does nothing but say so in the console. */
  startFlow(id: string): void;
  /** Calls back on every such event from now on, until the function that it returns is called. */
  on<Name extends keyof AisleEvents>(name: Name, listener: (detail: AisleEvents[Name]) => void): () => void;
  /** What the page shows now, for pages that change without loading anew. Fields that are left out stay as they were. */
  setContext(context: Partial<PageContext>): void;
}

/** What listeners are told. No event carries what anybody typed, or who she is. */
export interface AisleEvents {
  open: Record<string, never>;
  close: Record<string, never>;
  /** The shopper sent a message. */
  message: { messageId: string };
  /** A reply has ended. */
  reply: { turnId: string | null; outcome: "answered" | "handed-off" | "stopped" | "failed" };
  card: { kind: Card["kind"] };
  /** Something was added to the cart, by the shopper's click in the chat. */
  "cart-add": { variantId: string; quantity: number };
  handoff: { ticketId: string | null };
  /** A trigger showed its bubble. */
  trigger: { name: string };
  "flow-start": { id: string };
  "flow-end": { id: string; completed: boolean };
}

declare global {
  interface Window {
    aisle?: AisleApi;
  }
}
