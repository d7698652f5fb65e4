import { minorUnitDigits } from "../load/fields";
import type { ProductData } from "../model";

/** The REST product. */
export function describeProduct(product: ProductData, currency: string) {
  const digits = minorUnitDigits(currency);
  const decimal = (minor: number) => (minor / 10 ** digits).toFixed(digits);
  return {
    admin_graphql_api_id: `gid://shopify/Product/${product.id}`,
    id: Number(product.id),
    title: product.title,
    handle: product.handle,
    body_html: product.bodyHtml,
    vendor: product.vendor,
    product_type: product.productType,
    status: product.status.toLowerCase(),
    tags: product.tags.join(", "),
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    published_at: product.published ? product.createdAt : null,
    options: product.options.map(({ name, values }, index) => ({ name, position: index + 1, values })),
    variants: product.variants.map((variant) => ({
      admin_graphql_api_id: `gid://shopify/ProductVariant/${variant.id}`,
      id: Number(variant.id),
      product_id: Number(product.id),
      title: variant.title,
      sku: variant.sku,
      price: decimal(variant.price),
      compare_at_price: variant.compareAtPrice === null ? null : decimal(variant.compareAtPrice),
      inventory_quantity: variant.inventoryQuantity ?? 0,
      inventory_policy: variant.inventoryPolicy.toLowerCase(),
    })),
    images: product.images.map(({ url, alt }) => ({ src: url, alt })),
  };
}
