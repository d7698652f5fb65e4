import type { VariantData } from "../../model";
import type { CartItemRecord, CartRecord } from "../../state-store";
import { type Assortment, isAvailable } from "../assortment/assortment";
import { variantName } from "../objects/product-object";
import { lineKey } from "./cart";

export interface ItemRequest {
  variantId: string;
  quantity: number;
  properties: Record<string, string>;
}

export type CartOutcome =
  | { status: "changed"; added: CartItemRecord[] }
  | { status: "refused"; httpStatus: 404 | 422 | 400; message: string; description: string };

/** Adds all or nothing. The cart is not touched when one of the items is refused. */
export function addItems(cart: CartRecord, requests: ItemRequest[], assortment: Assortment): CartOutcome {
  const items = cart.items.map((item) => ({ ...item }));
  const added: CartItemRecord[] = [];
  for (const request of requests) {
    const found = assortment.findVariant(request.variantId);
    if (!found) return refuse(404, "Cannot find variant");
    const name = variantName(found.variant, found.product);
    const wanted = lineKey({ ...request });
    const known = items.find((item) => lineKey(item) === wanted);
    const inCart = quantityOf(items, request.variantId);
    const left = quantityLeft(found.variant);
    if (!isAvailable(found.variant)) return refuse(422, `The product '${name}' is already sold out.`);
    if (inCart >= left) return refuse(422, `You can't add more ${name} to the cart.`);
    if (inCart + request.quantity > left) {
      return refuse(422, `You can only add ${left - inCart} ${name} to the cart.`);
    }
    if (known) known.quantity += request.quantity;
    else items.unshift({ ...request });
    added.push(known ?? (items[0] as CartItemRecord));
  }
  cart.items = items;
  return { status: "changed", added };
}

/** Finds a line by its 1-based position, its key or its variant, and sets its quantity; zero removes it. */
export function changeLine(
  cart: CartRecord,
  target: { line?: number; id?: string },
  change: { quantity?: number; properties?: Record<string, string> },
  assortment: Assortment,
): CartOutcome {
  const index = findLine(cart, target);
  const item = cart.items[index];
  if (!item)
    return refuse(400, target.line === undefined ? "no valid id or line parameter" : "Line item not found");
  const quantity = change.quantity ?? item.quantity;
  const limit = refuseTooMany(cart.items, item, quantity, assortment);
  if (limit) return limit;
  if (change.properties) item.properties = change.properties;
  item.quantity = quantity;
  cart.items = cart.items.filter((line) => line.quantity > 0);
  return { status: "changed", added: [] };
}

/** `updates` by variant id, key or position. Unknown variants are added, as Shopify does it. */
export function updateQuantities(
  cart: CartRecord,
  updates: Record<string, number>,
  assortment: Assortment,
): CartOutcome {
  for (const [id, quantity] of Object.entries(updates)) {
    const outcome =
      findLine(cart, { id }) < 0
        ? addItems(cart, quantity > 0 ? [{ variantId: id, quantity, properties: {} }] : [], assortment)
        : changeLine(cart, { id }, { quantity }, assortment);
    if (outcome.status === "refused") return outcome;
  }
  return { status: "changed", added: [] };
}

function findLine(cart: CartRecord, { line, id }: { line?: number; id?: string }): number {
  if (line !== undefined) return line - 1;
  const byKey = cart.items.findIndex((item) => lineKey(item) === id);
  return byKey >= 0 ? byKey : cart.items.findIndex((item) => item.variantId === id);
}

function refuseTooMany(
  items: CartItemRecord[],
  changed: CartItemRecord,
  quantity: number,
  assortment: Assortment,
): CartOutcome | null {
  const found = assortment.findVariant(changed.variantId);
  if (!found || quantity <= changed.quantity) return null;
  const left = quantityLeft(found.variant);
  const others = quantityOf(items, changed.variantId) - changed.quantity;
  if (others + quantity <= left) return null;
  return refuse(422, `You can only add ${left} ${variantName(found.variant, found.product)} to the cart.`);
}

function quantityLeft(variant: VariantData): number {
  if (variant.inventoryPolicy === "CONTINUE") return Number.POSITIVE_INFINITY;
  return variant.inventoryQuantity ?? Number.POSITIVE_INFINITY;
}

function quantityOf(items: CartItemRecord[], variantId: string): number {
  return items.filter((item) => item.variantId === variantId).reduce((sum, item) => sum + item.quantity, 0);
}

function refuse(httpStatus: 404 | 422 | 400, description: string): CartOutcome {
  return { status: "refused", httpStatus, message: "Cart Error", description };
}
