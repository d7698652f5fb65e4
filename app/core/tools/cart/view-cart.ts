import type { Card } from "../../conversation/turn-event";
import { toDecimal } from "../../store/money";
import { allowEverybody } from "../authorise";
import { type CartFacts, type ViewCartInput, viewCartInputSchema } from "../results";
import type { Tool } from "../tool";
import { type CartLine, loadCart } from "./load-cart";

export const viewCart: Tool<ViewCartInput> = {
  name: "view_cart",
  description:
    "What is in the shopper's cart, with the shop's own titles and prices, and its sum before discounts and shipping; shows its " +
    "card. Takes no arguments. unknownItems are in the cart, but cannot be told.",
  input: viewCartInputSchema,
  authorise: allowEverybody("view_cart"),
  async execute(_input, context) {
    const cart = await loadCart(context);
    if (!cart) return { status: "not-found", data: { reason: "cart-unseen" } };
    const { currency } = context.profile;
    const data: CartFacts = {
      items: cart.lines.map((line) => factsOf(line)),
      unknownItems: cart.unknownItems,
      total: toDecimal(
        cart.lines.reduce((sum, line) => sum + sumOf(line), 0),
        currency,
      ),
      currency,
    };
    const isWhole = data.items.length > 0 && data.unknownItems === 0;
    return { status: "ok", data, cards: isWhole ? [cardOf(data)] : [] };
  },
};

const sumOf = ({ variant, quantity }: CartLine) => variant.price * quantity;

function factsOf(line: CartLine): CartFacts["items"][number] {
  const { product, variant, quantity } = line;
  return {
    title: product.title,
    variantTitle: product.options.length === 0 ? null : variant.title,
    productId: product.id,
    handle: product.handle,
    variantId: variant.id,
    quantity,
    price: toDecimal(variant.price, product.currency),
    total: toDecimal(sumOf(line), product.currency),
    currency: product.currency,
    soldOut: !variant.available,
  };
}

function cardOf({ items, total, currency }: CartFacts): Card {
  return {
    kind: "cart",
    items: items.map(({ title, variantTitle, quantity, total: price }) => ({
      title: variantTitle === null ? title : `${title} (${variantTitle})`,
      quantity,
      price,
      priceBefore: null,
    })),
    discounts: [],
    total,
    currency,
  };
}
