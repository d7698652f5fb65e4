import type { Card } from "../conversation/turn-event";
import { toDecimal } from "../store/money";
import type { Product, Variant } from "../store/product";
import { allowEverybody } from "./authorise";
import { variantFacts } from "./facts";
import {
  type AddToCartData,
  type AddToCartInput,
  addToCartInputSchema,
  type ProductNotFoundData,
} from "./results";
import type { Tool, ToolOutcome } from "./tool";

const MAX_ALTERNATIVES = 12;

export const addToCart: Tool<AddToCartInput> = {
  name: "add_to_cart",
  description:
    "Offers the shopper a button that puts a variant into her cart. Nothing is in the cart until she presses it. Takes the " +
    "variantId and the productId or handle of an earlier result; if several variants fit, ask which one first.",
  input: addToCartInputSchema,
  authorise: allowEverybody("add_to_cart"),
  async execute({ variantId, productId, handle, quantity }, context) {
    const ref = productId ? { id: productId } : { handle: handle ?? "" };
    const product = await context.store.findProduct(context.shop, ref, context.signal);
    if (!product) return unavailable({ reason: "no-product" });
    const variant = product.variants.find(({ id }) => id === variantId.replace(/^.*\//, ""));
    if (!variant) return unavailable({ reason: "no-variant", variants: alternatives(product) });
    if (!variant.available) return unavailable({ reason: "sold-out", variants: alternatives(product) });
    if (variant.quantity !== null && variant.quantity < quantity) {
      return unavailable({ reason: "not-enough-stock", quantity: variant.quantity });
    }
    return offer(product, variant, quantity);
  },
};

function offer(product: Product, variant: Variant, quantity: number): ToolOutcome {
  const facts = {
    variantId: variant.id,
    quantity,
    title: product.title,
    variantTitle: product.options.length === 0 ? null : variant.title,
    price: toDecimal(variant.price, product.currency),
    currency: product.currency,
  };
  const data: AddToCartData = { ...facts, awaitsConfirmation: true };
  const imageUrl = product.image?.url ?? null;
  const card: Card = { kind: "confirm", action: "add-to-cart", ...facts, imageUrl };
  return { status: "ok", data, cards: [card] };
}

function unavailable(data: ProductNotFoundData): ToolOutcome {
  return { status: "not-found", data };
}

function alternatives(product: Product) {
  return product.variants
    .filter(({ available }) => available)
    .slice(0, MAX_ALTERNATIVES)
    .map((variant) => variantFacts(variant, product.currency));
}
