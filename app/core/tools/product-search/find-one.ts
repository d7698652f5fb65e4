import type { ToolContext } from "../tool";
import { findNamed, type Named } from "./find-named";

/** A product by what an earlier result or the page calls it, or else by its name. */
export async function findOne(
  { productId, handle, title }: { productId?: string; handle?: string; title?: string },
  context: ToolContext,
): Promise<Named> {
  const { shop, store, signal } = context;
  const known = productId
    ? await store.findProduct(shop, { id: productId }, signal)
    : handle
      ? await store.findProduct(shop, { handle }, signal)
      : null;
  if (known) return { product: known };
  const name = title ?? handle?.replaceAll("-", " ") ?? "";
  return name === "" ? { product: null, candidates: [] } : findNamed(name, context);
}
