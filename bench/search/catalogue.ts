import { join } from "node:path";
import type { Product } from "~/core/store/product";
import { plainText } from "../../dev-store/admin-api/views/scalars";
import { readCsvTable } from "../../dev-store/load/csv-table";
import { loadProducts } from "../../dev-store/load/load-products";
import type { ProductData, VariantData } from "../../dev-store/model";

/** The products of a folder of Shopify exports, as the Admin API would give them to the app. */
export function readCatalogue(folder: string, currency = "EUR"): Product[] {
  const { products } = loadProducts(
    readCsvTable(join(folder, "products_export.csv")),
    currency,
    "2026-11-01T00:00:00.000Z",
  );
  return products.map((product) => toProduct(product, currency));
}

function toProduct(data: ProductData, currency: string): Product {
  const [image] = data.images;
  return {
    id: data.id,
    handle: data.handle,
    title: data.title,
    description: plainText(data.bodyHtml),
    vendor: data.vendor,
    productType: data.productType,
    tags: data.tags,
    url: `https://shop.example/products/${data.handle}`,
    image: image ?? null,
    currency,
    options: data.options.filter(({ name }) => name !== "Title"),
    variants: data.variants.map((variant) => toVariant(variant, data)),
  };
}

function toVariant(variant: VariantData, { options }: ProductData): Product["variants"][number] {
  const { id, title, sku, price, compareAtPrice, inventoryQuantity, inventoryPolicy, optionValues } = variant;
  return {
    id,
    title,
    sku,
    price,
    compareAtPrice,
    available: inventoryQuantity === null || inventoryQuantity > 0 || inventoryPolicy === "CONTINUE",
    quantity: inventoryQuantity,
    options: Object.fromEntries(
      options
        .map(({ name }, at) => [name, optionValues[at] ?? ""])
        .filter(([name, value]) => name !== "Title" && value !== ""),
    ),
  };
}
