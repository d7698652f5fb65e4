import type { WidgetConfig } from "../config";

export type AddToCartResult =
  | { status: "added" }
  /** The store says no, in the shopper's language: sold out, or too many. */
  | { status: "refused"; message: string }
  | { status: "failed" };

export interface CartLine {
  /** Shopify's numeric id. */
  variantId: string;
  quantity: number;
}

/** Elements of Dawn and of themes after it that draw the cart from what the store answers. */
interface ThemeCart extends HTMLElement {
  getSectionsToRender?(): { id?: string; section?: string }[];
  renderContents(response: unknown): void;
  /** Slides the drawer in. */
  open?(): void;
}

declare global {
  interface Window {
    publish?: (event: string, data: object) => void;
  }
}

/** Adds to the shopper's own cart, as her browser and session do, and lets the theme draw it anew. */
export async function addToCart(config: WidgetConfig, line: CartLine): Promise<AddToCartResult> {
  const theme = findThemeCart();
  try {
    const response = await fetch(`${config.routes.cartAdd.replace(/\.js$/, "")}.js`, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json" },
      body: JSON.stringify({
        id: Number(line.variantId),
        quantity: line.quantity,
        ...(theme && { sections: sectionsOf(theme).join(","), sections_url: location.pathname }),
      }),
    });
    const answer = (await response.json()) as { description?: unknown; message?: unknown };
    if (response.ok) {
      drawTheme(theme, answer);
      return { status: "added" };
    }
    const message = answer.description ?? answer.message;
    return typeof message === "string" ? { status: "refused", message } : { status: "failed" };
  } catch {
    return { status: "failed" };
  }
}

function findThemeCart(): ThemeCart | null {
  const element = document.querySelector("cart-drawer, cart-notification") as Partial<ThemeCart> | null;
  return element?.renderContents ? (element as ThemeCart) : null;
}

function sectionsOf(theme: ThemeCart): string[] {
  return theme.getSectionsToRender?.().map(({ section, id }) => section ?? id ?? "") ?? [];
}

/** Themes listen for different things. The drawer is drawn but stays closed: the shopper is in the middle of a chat. */
function drawTheme(theme: ThemeCart | null, answer: object): void {
  if (theme && "sections" in answer) {
    theme.open = () => {};
    theme.renderContents(answer);
    // Dawn opens it from a timer of its own.
    setTimeout(() => delete theme.open, 100);
  }
  window.publish?.("cart-update", { source: "aisle", cartData: answer });
  for (const name of ["cart:refresh", "cart:updated", "cart:update"]) {
    document.dispatchEvent(
      new CustomEvent(name, { bubbles: true, detail: { source: "aisle", data: answer } }),
    );
  }
}
