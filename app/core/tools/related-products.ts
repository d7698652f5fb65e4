import type { Product } from "../store/product";
import { productCard } from "../store/product-card";
import { allowEverybody } from "./authorise";
import { loadCart } from "./cart/load-cart";
import { productFacts } from "./facts";
import { findOne } from "./product-search/find-one";
import { findRelated } from "./product-search/find-related";
import { type RelatedProductsData, type RelatedProductsInput, relatedProductsInputSchema } from "./results";
import type { Tool, ToolContext } from "./tool";

const MAX_RELATED = 4;

export const relatedProducts: Tool<RelatedProductsInput> = {
  name: "related_products",
  description:
    "Products that may go with one (by handle, productId or title), or with what is in the shopper's cart when none is named; " +
    "shows their cards. Only by what the catalogue tells: `shared` has the tags or names that connect them. Say so, and claim no more.",
  input: relatedProductsInputSchema,
  authorise: allowEverybody("related_products"),
  async execute(input, context) {
    const basis = await basisOf(input, context);
    if (basis === null) return { status: "not-found", data: { reason: "no-product" } };
    const related = basis.length === 0 ? [] : await findRelated(basis, MAX_RELATED, context);
    const shown = related.flatMap(({ product, shared }) => {
      const variant = product.variants.find(({ available }) => available);
      return variant ? [{ product, variant, shared }] : [];
    });
    const data: RelatedProductsData = {
      basis: basis.map(({ title }) => ({ title })),
      products: shown.map(({ shared, ...fit }) => ({ ...productFacts({ ...fit, missing: [] }), shared })),
    };
    return { status: "ok", data, cards: shown.map(({ product, variant }) => productCard(product, variant)) };
  },
};

/** Null where a product was named that the shop does not have, or nothing is known of the cart. */
async function basisOf(input: RelatedProductsInput, context: ToolContext): Promise<Product[] | null> {
  if (input.handle || input.productId || input.title) {
    const { product } = await findOne(input, context);
    return product && [product];
  }
  const cart = await loadCart(context);
  if (!cart) return null;
  return [...new Map(cart.lines.map(({ product }) => [product.id, product])).values()];
}
