import type { Product, Variant } from "../../store/product";
import type { ToolContext } from "../tool";

/** Products of a cart that are looked up; a cart with more is told of in part. */
const MAX_PRODUCTS = 10;

export interface CartLine {
  product: Product;
  variant: Variant;
  quantity: number;
}

export interface LoadedCart {
  lines: CartLine[];
  /** Items that the browser counts, but of which nobody knows what they are. */
  unknownItems: number;
}

/**
 * The cart as the store knows what is in it: the browser says which variants, and how many; all else is the catalogue's.
 * Null where the page said nothing of a cart.
 */
export async function loadCart({
  cart,
  shop,
  store,
  signal,
}: Pick<ToolContext, "cart" | "shop" | "store" | "signal">): Promise<LoadedCart | null> {
  if (!cart) return null;
  const items = cart.items ?? [];
  const handles = [...new Set(items.map(({ handle }) => handle))].slice(0, MAX_PRODUCTS);
  const found = await Promise.all(handles.map((handle) => store.findProduct(shop, { handle }, signal)));
  const byHandle = new Map(handles.map((handle, index) => [handle, found[index] ?? null]));
  const lines = items.flatMap(({ handle, variantId, quantity }): CartLine[] => {
    const product = byHandle.get(handle);
    const variant = product?.variants.find(({ id }) => id === variantId.replace(/^.*\//, ""));
    return product && variant ? [{ product, variant, quantity }] : [];
  });
  const known = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  return { lines, unknownItems: Math.max(0, cart.itemCount - known) };
}
