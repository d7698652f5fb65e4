import type { ProductData } from "../../model";
import { resolveImageUrl } from "../images";
import { toDecimal } from "../money";
import { createProductObject } from "../objects/product-object";
import { isAvailable, lowestPrice } from "./assortment";

/** `/products/<handle>.js`: prices in minor units. */
export function describeProduct(product: ProductData) {
  const object = createProductObject(product);
  const images = product.images.map((image) => resolveImageUrl(image.url));
  return {
    id: object.id,
    title: object.title,
    handle: object.handle,
    description: object.description,
    published_at: object.published_at,
    created_at: object.created_at,
    vendor: object.vendor,
    type: object.type,
    tags: object.tags,
    price: object.price,
    price_min: object.price_min,
    price_max: object.price_max,
    available: object.available,
    price_varies: object.price_varies,
    compare_at_price: object.compare_at_price,
    variants: object.variants,
    images,
    featured_image: images[0] ?? null,
    options: object.options_with_values.map(({ name, values, position }) => ({ name, position, values })),
    url: object.url,
    media: object.media,
  };
}

/** `/products.json` and `/collections/<handle>/products.json`: prices as decimal strings. */
export function describeProductForListing(product: ProductData, currency: string) {
  return {
    id: Number(product.id),
    title: product.title,
    handle: product.handle,
    body_html: product.bodyHtml,
    published_at: product.createdAt,
    created_at: product.createdAt,
    updated_at: product.updatedAt,
    vendor: product.vendor,
    product_type: product.productType,
    tags: product.tags,
    variants: product.variants.map((variant, index) => ({
      id: Number(variant.id),
      title: variant.title,
      option1: variant.optionValues[0] ?? null,
      option2: variant.optionValues[1] ?? null,
      option3: variant.optionValues[2] ?? null,
      sku: variant.sku,
      requires_shipping: variant.requiresShipping,
      taxable: true,
      available: isAvailable(variant),
      price: toDecimal(variant.price, currency),
      compare_at_price: variant.compareAtPrice === null ? null : toDecimal(variant.compareAtPrice, currency),
      grams: variant.grams,
      position: index + 1,
      product_id: Number(product.id),
    })),
    images: product.images.map((image, index) => ({ src: resolveImageUrl(image.url), position: index + 1 })),
    options: product.options.map(({ name, values }, index) => ({ name, position: index + 1, values })),
  };
}

/** One product of `/search/suggest.json`. */
export function describeSuggestion(product: ProductData, currency: string) {
  const picture = product.images[0];
  return {
    id: Number(product.id),
    title: product.title,
    handle: product.handle,
    url: `/products/${product.handle}`,
    body: product.bodyHtml,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    available: product.variants.some(isAvailable),
    price: toDecimal(lowestPrice(product), currency),
    price_min: toDecimal(lowestPrice(product), currency),
    image: picture ? resolveImageUrl(picture.url) : null,
  };
}
