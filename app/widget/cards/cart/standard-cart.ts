import type { AddToCartResult, CartLine } from "./cart-line";

/** Shopify's standard storefront actions: shopify.dev/docs/api/storefront-events-and-actions/actions/update-cart. */
interface UpdateCart {
  (change: {
    lines: { merchandiseId: string; quantity: number }[];
  }): Promise<{
    userErrors?: { message: string }[];
    warnings?: { message: string }[];
  }>;
  /** True where the theme has not said what the action does: it may then load the page anew. */
  isDefault?(): boolean;
}

declare global {
  interface Window {
    Shopify?: { actions?: { updateCart?: UpdateCart } };
  }
}

/** The theme's own way to add to its cart, with drawer, bubble and page; null for themes that have not said theirs. */
export function findStandardCart(): ((line: CartLine) => Promise<AddToCartResult>) | null {
  const update = window.Shopify?.actions?.updateCart;
  if (update?.isDefault?.() !== false) return null;
  return async ({ variantId, quantity }) => {
    const merchandiseId = `gid://shopify/ProductVariant/${variantId}`;
    const { userErrors, warnings } = await update({ lines: [{ merchandiseId, quantity }] });
    const refusal = userErrors?.[0]?.message;
    if (refusal) return { status: "refused", message: refusal };
    return { status: "added", note: warnings?.[0]?.message };
  };
}
