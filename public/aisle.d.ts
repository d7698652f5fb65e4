/**
 * What `window.aisle` offers a theme. Put this file beside your scripts and refer to it:
 * `/// <reference path="aisle.d.ts" />`. Nothing here says who the shopper is, and nothing changes a cart or an order
 * without her own click.
 */
declare namespace Aisle {
  interface Api {
    /** Opens the panel and gives it the focus. */
    open(): void;
    close(): void;
    /** Opens the panel and sends the text as the shopper's message; blank text does nothing. */
    send(text: string): void;
    /** Opens the panel and begins the guided flow of that id; an unknown one does nothing but say so in the console. */
    startFlow(id: string): void;
    /** Calls back on every such event from now on, until the function that it returns is called. */
    on<Name extends keyof Events>(name: Name, listener: (detail: Events[Name]) => void): () => void;
    /** What the page shows now, for pages that change without loading anew. Fields that are left out stay as they were. */
    setContext(context: Partial<PageContext>): void;
  }

  /** No event carries what anybody typed, or who she is. */
  interface Events {
    open: Record<string, never>;
    close: Record<string, never>;
    /** The shopper sent a message. */
    message: { messageId: string };
    /** A reply has ended. */
    reply: { turnId: string | null; outcome: "answered" | "handed-off" | "stopped" | "failed" };
    card: { kind: "product" | "order" | "cart" | "policy" | "confirm" };
    /** Something was added to the cart, by the shopper's click in the chat. */
    "cart-add": { variantId: string; quantity: number };
    handoff: { ticketId: string | null };
    /** A trigger showed its bubble. */
    trigger: { name: string };
    "flow-start": { id: string };
    "flow-end": { id: string; completed: boolean };
  }

  interface PageContext {
    /** BCP 47. */
    locale?: string | undefined;
    page?:
      | {
          type: string;
          url?: string | undefined;
          productHandle?: string | undefined;
          /** The variant that is chosen on a product page. */
          variantId?: string | undefined;
          collectionHandle?: string | undefined;
          searchQuery?: string | undefined;
        }
      | undefined;
    cart?:
      | {
          itemCount: number;
          /** Minor units. */
          total?: number | undefined;
          /** ISO 4217. */
          currency?: string | undefined;
          items?: { handle: string; variantId: string; quantity: number }[] | undefined;
        }
      | undefined;
  }
}

interface Window {
  /** There from the moment the chat's script has run. */
  aisle?: Aisle.Api;
}
