import type { ProductData, VariantData } from "../../model";
import { isAvailable } from "../assortment/assortment";
import { placeholderUrl } from "../images";
import { createImageObject } from "./image-object";
import { createOptionObjects } from "./option-object";

/** Liquid's `product`. Derived values are computed when a template reads them. */
export function createProductObject(product: ProductData, selectedVariantId?: string | null) {
  const url = `/products/${product.handle}`;
  const prices = product.variants.map((variant) => variant.price);
  const images = product.images.map((image, index) =>
    createImageObject(image.url, image.alt || product.title, index + 1),
  );
  const variants = () => product.variants.map((variant) => createVariantObject(variant, product));
  const findVariant = (accept: (variant: VariantData) => boolean) => {
    const found = product.variants.find(accept);
    return found ? createVariantObject(found, product) : null;
  };
  const price = Math.min(...prices);
  const comparePrices = product.variants.map((variant) => variant.compareAtPrice ?? 0);
  const comparePrice = Math.max(0, ...comparePrices) || null;
  const chosen =
    product.variants.find((variant) => variant.id === selectedVariantId) ??
    product.variants.find(isAvailable) ??
    product.variants[0] ??
    null;
  return {
    id: Number(product.id),
    handle: product.handle,
    title: product.title,
    description: product.bodyHtml,
    content: product.bodyHtml,
    vendor: product.vendor,
    type: product.productType,
    tags: product.tags,
    url,
    created_at: product.createdAt,
    published_at: product.createdAt,
    price,
    price_min: price,
    price_max: Math.max(...prices),
    price_varies: new Set(prices).size > 1,
    compare_at_price: comparePrice,
    compare_at_price_min: comparePrice,
    compare_at_price_max: comparePrice,
    compare_at_price_varies: new Set(comparePrices).size > 1,
    available: product.variants.some(isAvailable),
    has_only_default_variant: hasOnlyDefaultVariant(product),
    options: product.options.map((option) => option.name),
    get options_with_values() {
      return createOptionObjects(product, chosen);
    },
    images,
    media: images,
    featured_image: images[0] ?? null,
    featured_media: images[0] ?? null,
    placeholder: placeholderUrl(product.title),
    template_suffix: null,
    object_type: "product",
    metafields: {},
    selling_plan_groups: [],
    requires_selling_plan: false,
    "gift_card?": /gift.?card/i.test(product.productType),
    "quantity_price_breaks_configured?": false,
    variants_count: product.variants.length,
    get variants() {
      return variants();
    },
    get first_available_variant() {
      return findVariant(isAvailable);
    },
    get selected_variant() {
      return selectedVariantId ? findVariant((variant) => variant.id === selectedVariantId) : null;
    },
    get selected_or_first_available_variant() {
      return (
        (selectedVariantId && findVariant((variant) => variant.id === selectedVariantId)) ||
        findVariant(isAvailable) ||
        findVariant(() => true)
      );
    },
  };
}

export function createVariantObject(variant: VariantData, product: ProductData) {
  const [option1 = null, option2 = null, option3 = null] = variant.optionValues;
  const imageUrl = variant.imageUrl ?? product.images[0]?.url;
  const position = product.images.findIndex(({ url }) => url === imageUrl) + 1;
  const picture = imageUrl ? createImageObject(imageUrl, product.title, position || 1) : null;
  return {
    id: Number(variant.id),
    product_id: Number(product.id),
    title: variant.title,
    name: variantName(variant, product),
    sku: variant.sku,
    barcode: variant.barcode,
    price: variant.price,
    compare_at_price: variant.compareAtPrice,
    available: isAvailable(variant),
    option1,
    option2,
    option3,
    options: variant.optionValues,
    inventory_management: variant.inventoryQuantity === null ? null : "shopify",
    inventory_policy: variant.inventoryPolicy.toLowerCase(),
    inventory_quantity: variant.inventoryQuantity ?? 0,
    requires_shipping: variant.requiresShipping,
    weight: variant.grams,
    taxable: true,
    url: `/products/${product.handle}?variant=${variant.id}`,
    quantity_rule: { min: 1, max: null, increment: 1 },
    quantity_price_breaks: [],
    selling_plan_allocations: [],
    metafields: {},
    featured_image: picture,
    featured_media: picture,
    image: picture,
  };
}

export function hasOnlyDefaultVariant(product: ProductData): boolean {
  return product.variants.length === 1 && product.variants[0]?.title === "Default Title";
}

/** "T-Shirt - blue / M", or the product's title alone when there is nothing to choose. */
export function variantName(variant: VariantData, product: ProductData): string {
  return variant.title === "Default Title" ? product.title : `${product.title} - ${variant.title}`;
}
