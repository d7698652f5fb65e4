import type { ProductData, VariantData } from "../../model";
import { isAvailable } from "../assortment/assortment";
import { placeholderUrl, resolveImageUrl } from "../images";

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
    compare_at_price: Math.max(0, ...product.variants.map((variant) => variant.compareAtPrice ?? 0)) || null,
    available: product.variants.some(isAvailable),
    has_only_default_variant: hasOnlyDefaultVariant(product),
    options: product.options.map((option) => option.name),
    options_with_values: product.options.map(({ name, values }, index) => ({
      name,
      values,
      position: index + 1,
    })),
    images,
    media: images,
    featured_image: images[0] ?? null,
    featured_media: images[0] ?? null,
    placeholder: placeholderUrl(product.title),
    template_suffix: null,
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
    featured_image: imageUrl ? createImageObject(imageUrl, product.title, 1) : null,
  };
}

export function createImageObject(url: string, alt: string, position: number) {
  const src = resolveImageUrl(url);
  return { src, alt, position, media_type: "image", width: 1200, height: 1200, aspect_ratio: 1 };
}

export function hasOnlyDefaultVariant(product: ProductData): boolean {
  return product.variants.length === 1 && product.variants[0]?.title === "Default Title";
}

/** "T-Shirt - blue / M", or the product's title alone when there is nothing to choose. */
export function variantName(variant: VariantData, product: ProductData): string {
  return variant.title === "Default Title" ? product.title : `${product.title} - ${variant.title}`;
}
