import type { WidgetConfig } from "../../config";
import type { AddToCartResult, CartLine } from "./cart-line";
import { findStandardCart } from "./standard-cart";
import { createThemeCart } from "./theme-cart";

/**
 * Adds to the shopper's own cart, as her browser and session do, and lets the theme draw it anew: by the theme's own
 * standard action where it has one, else by the Ajax Cart API and all that themes before it listen for.
 */
export async function addToCart(config: WidgetConfig, line: CartLine): Promise<AddToCartResult> {
  if (config.site) return openShopsCart(config, line);
  const theme = createThemeCart(config);
  try {
    return await theme.whileClosed(() => {
      const standard = findStandardCart();
      return standard ? standard(line) : addByAjax(config, line, theme);
    });
  } catch {
    return { status: "failed" };
  }
}

/** Another website has no cart: the shop's own opens beside it, by a link that puts the thing in. */
function openShopsCart({ storePath }: WidgetConfig, { variantId, quantity }: CartLine): AddToCartResult {
  const line = `${encodeURIComponent(variantId)}:${quantity}`;
  // With "noopener" at once it would not tell whether the browser has let it.
  const shop = window.open("", "_blank");
  if (!shop) return { status: "failed" };
  shop.opener = null;
  shop.location.href = `${storePath}/cart/${line}?storefront=true`;
  return { status: "opened" };
}

async function addByAjax(
  { storePath }: WidgetConfig,
  { variantId, quantity }: CartLine,
  theme: ReturnType<typeof createThemeCart>,
): Promise<AddToCartResult> {
  const sections = theme.sections();
  const response = await fetch(`${storePath}/cart/add.js`, {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({
      id: Number(variantId),
      quantity,
      ...(sections.length > 0 && { sections: sections.join(","), sections_url: location.pathname }),
    }),
  });
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) {
    await theme.draw(answer, { variantId, quantity });
    return { status: "added" };
  }
  const message = answer.description ?? answer.message;
  return typeof message === "string" ? { status: "refused", message } : { status: "failed" };
}
