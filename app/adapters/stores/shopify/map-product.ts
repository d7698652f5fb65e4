import { z } from "zod";
import { readBlocks } from "~/core/knowledge/html-blocks";
import type { Product } from "~/core/store/product";
import type { ShopProfile } from "~/core/store/store-platform";
import { numericId } from "./global-id";
import { minorUnits } from "./minor-units";

export const productNodeSchema = z.object({
  id: z.string(),
  handle: z.string(),
  title: z.string(),
  description: z.string(),
  /** Asked for of a single product only. */
  descriptionHtml: z.string().optional(),
  vendor: z.string(),
  productType: z.string(),
  tags: z.array(z.string()),
  status: z.string(),
  onlineStoreUrl: z.string().nullable(),
  featuredMedia: z
    .object({
      preview: z
        .object({ image: z.object({ url: z.string(), altText: z.string().nullable() }).nullable() })
        .nullable(),
    })
    .nullable(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  variants: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        sku: z.string().nullable(),
        price: z.string(),
        compareAtPrice: z.string().nullable(),
        availableForSale: z.boolean(),
        inventoryQuantity: z.number().nullable(),
        inventoryPolicy: z.string(),
        inventoryItem: z.object({ tracked: z.boolean() }),
        selectedOptions: z.array(z.object({ name: z.string(), value: z.string() })),
      }),
    ),
  }),
});
type ProductNode = z.infer<typeof productNodeSchema>;

export function mapProduct(node: ProductNode, profile: ShopProfile): Product {
  const image = node.featuredMedia?.preview?.image ?? null;
  return {
    id: numericId(node.id),
    handle: node.handle,
    title: node.title,
    description: describe(node),
    vendor: node.vendor,
    productType: node.productType,
    tags: node.tags,
    url: node.onlineStoreUrl ?? `${profile.storefrontUrl}/products/${encodeURIComponent(node.handle)}`,
    image: image && { url: image.url, alt: image.altText ?? node.title },
    currency: profile.currency,
    options: node.options.filter((option) => option.name !== "Title"),
    variants: node.variants.nodes.map((variant) => mapVariant(variant, profile.currency)),
  };
}

/** Characters: of the page itself, and of what is kept of it. */
const MAX_HTML = 50_000;
const MAX_DESCRIPTION = 2000;

/** Line by line where the page is at hand: Shopify's plain text runs the entries of lists together. */
function describe({ description, descriptionHtml }: ProductNode): string {
  if (descriptionHtml === undefined) return description;
  const lines = readBlocks(descriptionHtml.slice(0, MAX_HTML)).map(({ text }) => text);
  return lines.join("\n").slice(0, MAX_DESCRIPTION);
}

function mapVariant(
  node: ProductNode["variants"]["nodes"][number],
  currency: string,
): Product["variants"][number] {
  const options = node.selectedOptions.filter((option) => option.name !== "Title");
  return {
    id: numericId(node.id),
    title: node.title,
    sku: node.sku ?? "",
    price: minorUnits(node.price, currency),
    compareAtPrice: node.compareAtPrice === null ? null : minorUnits(node.compareAtPrice, currency),
    available: node.availableForSale,
    quantity: countedStock(node),
    options: Object.fromEntries(options.map((option) => [option.name, option.value])),
  };
}

/** Stock that is not tracked, or that may be oversold, says nothing about what can be had. */
function countedStock(node: ProductNode["variants"]["nodes"][number]): number | null {
  const counts = node.inventoryItem.tracked && node.inventoryPolicy === "DENY";
  return counts && node.inventoryQuantity !== null ? Math.max(0, node.inventoryQuantity) : null;
}
