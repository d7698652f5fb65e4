import { createHash } from "node:crypto";
import type { ProductData, VariantData } from "../../model";
import type { CartItemRecord, CartRecord } from "../../state-store";
import type { Assortment } from "../assortment/assortment";
import { placeholderUrl, resolveImageUrl } from "../images";
import { hasOnlyDefaultVariant, variantName } from "../objects/product-object";

/** A cart as `/cart.js` answers it and as Liquid's `cart`. Field names and their order of nesting are Shopify's. */
export function describeCart(cart: CartRecord, assortment: Assortment, currency: string) {
  const items = cart.items.flatMap((item) => {
    const found = assortment.findVariant(item.variantId);
    return found ? [describeItem(item, found.product, found.variant)] : [];
  });
  const total = items.reduce((sum, item) => sum + item.final_line_price, 0);
  return {
    token: cart.token,
    note: cart.note,
    attributes: cart.attributes,
    original_total_price: total,
    total_price: total,
    total_discount: 0,
    total_weight: items.reduce((sum, item) => sum + item.grams * item.quantity, 0),
    item_count: items.reduce((sum, item) => sum + item.quantity, 0),
    items,
    requires_shipping: items.some((item) => item.requires_shipping),
    currency,
    items_subtotal_price: total,
    cart_level_discount_applications: [],
    discount_codes: [],
  };
}

export function describeItem(item: CartItemRecord, product: ProductData, variant: VariantData) {
  const picture = variant.imageUrl ?? product.images[0]?.url;
  const image = picture ? resolveImageUrl(picture) : placeholderUrl(product.title);
  const linePrice = variant.price * item.quantity;
  const url = `/products/${product.handle}?variant=${variant.id}`;
  return {
    id: Number(variant.id),
    properties: item.properties,
    quantity: item.quantity,
    variant_id: Number(variant.id),
    key: lineKey(item),
    title: variantName(variant, product),
    price: variant.price,
    original_price: variant.price,
    presentment_price: variant.price / 100,
    discounted_price: variant.price,
    line_price: linePrice,
    original_line_price: linePrice,
    total_discount: 0,
    discounts: [],
    sku: variant.sku,
    grams: variant.grams,
    vendor: product.vendor,
    taxable: true,
    product_id: Number(product.id),
    product_has_only_default_variant: hasOnlyDefaultVariant(product),
    gift_card: false,
    final_price: variant.price,
    final_line_price: linePrice,
    url,
    featured_image: { alt: product.title, url: image, aspect_ratio: 1, height: 1200, width: 1200 },
    image,
    handle: product.handle,
    requires_shipping: variant.requiresShipping,
    product_type: product.productType,
    product_title: product.title,
    product_description: product.bodyHtml.replace(/<[^>]*>/g, " ").trim(),
    variant_title: hasOnlyDefaultVariant(product) ? null : variant.title,
    variant_options: variant.optionValues,
    options_with_values: product.options.map(({ name }, index) => ({
      name,
      value: variant.optionValues[index] ?? "",
    })),
    line_level_discount_allocations: [],
    line_level_total_discount: 0,
    has_components: false,
  };
}

/** `variant:hash`; the hash tells apart lines of one variant with different properties. */
export function lineKey(item: CartItemRecord): string {
  const properties = JSON.stringify(Object.entries(item.properties).sort());
  return `${item.variantId}:${createHash("md5").update(properties).digest("hex")}`;
}
