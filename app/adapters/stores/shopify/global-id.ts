/** Shopify's global ids look like gid://shopify/Product/123; the number is what storefronts and signatures use. */
export function globalId(type: "Customer" | "Product" | "ProductVariant", id: string): string {
  return `gid://shopify/${type}/${id}`;
}

export function numericId(globalId: string): string {
  return globalId.slice(globalId.lastIndexOf("/") + 1).replace(/\?.*$/, "");
}
