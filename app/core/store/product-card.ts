import type { ProductCard } from "../conversation/turn-event";
import { toDecimal } from "./money";
import type { Product, Variant } from "./product";

const MAX_VARIANTS = 100;

/** A product as it is shown, with the variant that fits the question best in front. */
export function productCard(product: Product, chosen: Variant): ProductCard {
  const others = product.variants.filter((variant) => variant.id !== chosen.id);
  const shown = product.variants.length > MAX_VARIANTS ? [chosen, ...others] : product.variants;
  return {
    kind: "product",
    productId: product.id,
    handle: product.handle,
    variantId: chosen.id,
    sku: chosen.sku,
    title: product.title,
    url: variantUrl(product, chosen),
    price: toDecimal(chosen.price, product.currency),
    compareAtPrice: reducedFrom(chosen, product.currency),
    currency: product.currency,
    imageUrl: product.image?.url ?? null,
    imageAlt: product.image?.alt ?? "",
    available: chosen.available,
    options: product.options,
    variants: shown.slice(0, MAX_VARIANTS).map((variant) => ({
      variantId: variant.id,
      title: variant.title,
      sku: variant.sku,
      price: toDecimal(variant.price, product.currency),
      compareAtPrice: reducedFrom(variant, product.currency),
      available: variant.available,
      quantity: variant.quantity,
      options: variant.options,
    })),
  };
}

/** A former price that is not above today's is none. */
export function reducedFrom(variant: Variant, currency: string): string | null {
  const { compareAtPrice, price } = variant;
  return compareAtPrice !== null && compareAtPrice > price ? toDecimal(compareAtPrice, currency) : null;
}

/** The product's page with the variant chosen; the plain page where there is only one. */
export function variantUrl(product: Product, variant: Variant): string {
  if (product.variants.length < 2) return product.url;
  return `${product.url}${product.url.includes("?") ? "&" : "?"}variant=${variant.id}`;
}
