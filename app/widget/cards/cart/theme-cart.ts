import type { WidgetConfig } from "../../config";
import { writeCartCount } from "./cart-count";
import type { CartLine } from "./cart-line";

/** Dawn's drawer and notification, and those of the themes made from it: they draw what the store answers. */
interface DawnCart extends HTMLElement {
  getSectionsToRender?(): { id?: string; section?: string }[];
  renderContents(answer: unknown): void;
  /** Slides it in. */
  open?(): void;
}

declare global {
  interface Window {
    publish?: (event: string, data: object) => void;
  }
}

/** The part of /cart.js that is read here. */
interface StoreCart {
  item_count: number;
}

const DAWN = "cart-drawer, cart-notification";
/** Horizon's drawer opens by itself where the merchant wants that. */
const OPENS_ITSELF = "cart-drawer-component[auto-open]";
/** Horizon's drawer and cart page say which section they are drawn from. */
const SECTIONED = "cart-items-component[data-section-id]";
/** Shopify renders no more with one answer. */
const MAX_SECTIONS = 5;
/** What themes of different makers listen for on the document, and apps beside them. */
const EVENTS = ["cart:refresh", "cart:updated", "cart:change", "cart:build", "theme:cart:change"];
/** Dawn's bubble, which it draws itself only where it has a drawer or a notification. */
const BUBBLE = "cart-icon-bubble";
const BUBBLE_PATIENCE_MS = 10_000;
/** Dawn opens its drawer from a timer of its own. Milliseconds. */
const DAWN_OPENS_WITHIN = 100;

/** Resolves when the drawers may open again after the former change. */
let reopened: Promise<void> = Promise.resolve();

/** How the theme shows its cart, found out anew for each change, since themes draw their drawers late. */
export function createThemeCart({ storePath }: WidgetConfig) {
  const dawn = [...document.querySelectorAll<DawnCart>(DAWN)].filter((cart) => "renderContents" in cart);
  const bubble = dawn.length === 0 ? document.getElementById(BUBBLE) : null;

  return {
    sections(): string[] {
      const ids = [
        ...dawn.flatMap((cart) => cart.getSectionsToRender?.() ?? []).map(({ section, id }) => section ?? id),
        ...[...document.querySelectorAll<HTMLElement>(SECTIONED)].map(({ dataset }) => dataset.sectionId),
      ];
      return [...new Set(ids.filter((id) => id !== undefined))].slice(0, MAX_SECTIONS);
    },

    /** Drawers are drawn but stay closed meanwhile: the shopper is in the middle of a chat. */
    async whileClosed<Result>(change: () => Promise<Result>): Promise<Result> {
      await reopened;
      const drawers = document.querySelectorAll(OPENS_ITSELF);
      for (const drawer of drawers) drawer.removeAttribute("auto-open");
      const reopen = dawn.map(keepClosed);
      try {
        return await change();
      } finally {
        for (const drawer of drawers) drawer.setAttribute("auto-open", "");
        reopened = new Promise<void>((resolve) => setTimeout(resolve, DAWN_OPENS_WITHIN)).then(() => {
          for (const open of reopen) open();
        });
      }
    },

    /** `answer` is the store's to the addition. What the theme does wrong with it does not undo the addition. */
    async draw(answer: Record<string, unknown>, line: CartLine): Promise<void> {
      const sections = answer.sections as Record<string, string> | undefined;
      for (const cart of sections ? dawn : []) {
        attempt(() => cart.renderContents(answer));
        cart.classList.remove("is-empty");
      }
      if (bubble) await redraw(bubble, `${storePath}/?section_id=${BUBBLE}`);
      attempt(() => window.publish?.("cart-update", { source: "aisle", cartData: answer }));
      const cart = await readCart(`${storePath}/cart.js`);
      tellListeners(answer, cart, line);
      if (cart) writeCartCount(cart.item_count);
    },
  };
}

/** Returns what gives the drawer its own way of opening back, whether that is the element's or its class's. */
function keepClosed(cart: DawnCart): () => void {
  const own = Object.getOwnPropertyDescriptor(cart, "open");
  cart.open = () => {};
  return () => {
    delete cart.open;
    if (own) Object.defineProperty(cart, "open", own);
  };
}

/**
 * With a section that the store renders, as the theme itself would. The browser reads it as a document: no text becomes
 * markup here, which a policy of Trusted Types would forbid. Without an answer the bubble stays as it is.
 */
function redraw(element: HTMLElement, url: string): Promise<void> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.onloadend = () => {
      const section = request.responseXML?.querySelector(".shopify-section");
      if (section && request.status === 200) element.replaceChildren(...section.childNodes);
      resolve();
    };
    request.open("GET", url);
    request.responseType = "document";
    request.timeout = BUBBLE_PATIENCE_MS;
    request.send();
  });
}

async function readCart(url: string): Promise<StoreCart | null> {
  try {
    const response = await fetch(url, { headers: { accept: "application/json" } });
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

function tellListeners(answer: Record<string, unknown>, cart: StoreCart | null, line: CartLine): void {
  const tell = (name: string, detail: object) =>
    document.documentElement.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  for (const name of EVENTS) tell(name, { source: "aisle", cart, data: answer });
  const { variantId, quantity } = line;
  // Horizon before its version 4; without a count its bubble would say 0.
  const data = { source: "aisle", itemCount: cart?.item_count, sections: answer.sections, variantId };
  if (cart) tell("cart:update", { resource: cart, sourceId: "aisle", data });
  const standard = new Event("shopify:cart:lines-update", { bubbles: true });
  const lines = [{ merchandiseId: `gid://shopify/ProductVariant/${variantId}`, quantity }];
  const promise = Promise.resolve({ cart: null, detail: data });
  document.documentElement.dispatchEvent(
    Object.assign(standard, { action: "add", context: "product", lines, promise }),
  );
}

/** The theme's own mistakes are the theme's: they are reported as such and stop nothing here. */
function attempt(draw: () => void): void {
  try {
    draw();
  } catch (error) {
    reportError(error);
  }
}
