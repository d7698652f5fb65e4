import type { LoadProblem, ProductData, VariantData } from "../model";
import { collectRows } from "./collect-rows";
import type { CsvRow, CsvTable } from "./csv-table";
import {
  deterministicId,
  parseBoolean,
  parseEnum,
  parseInteger,
  parseMoney,
  parseOptionalMoney,
  parseTags,
  RowError,
  requireText,
} from "./fields";

const STATUSES = { active: "ACTIVE", draft: "DRAFT", archived: "ARCHIVED" } as const;
const INVENTORY_POLICIES = { deny: "DENY", continue: "CONTINUE" } as const;

/** Exports carry no dates of products: they count as created in the order of the file, a minute apart. */
const FIRST_PRODUCT_CREATED_AT = Date.UTC(2026, 0, 2);

/** Rows of one `Handle` are one product: the first has its texts, each with an option or a price a variant, each may have an image. Their last change is the file's. */
export function loadProducts(
  table: CsvTable,
  currency: string,
  updatedAt: string,
): { products: ProductData[]; problems: LoadProblem[] } {
  const products = new Map<string, ProductData>();
  const refused = new Set<string>();
  const problems = collectRows(table, "products_export.csv", (row) => {
    const handle = requireText(row.get("Handle"), "Handle");
    if (refused.has(handle))
      throw new RowError(`It belongs to the product "${handle}", whose first row could not be loaded.`);
    let product = products.get(handle);
    if (!product) {
      try {
        product = readProduct(row, handle, products.size, updatedAt);
      } catch (error) {
        refused.add(handle);
        throw error;
      }
      products.set(handle, product);
    }
    addImage(product, row);
    if (hasVariant(row)) product.variants.push(readVariant(row, product, currency));
  });
  return { products: [...products.values()].map(collectOptionValues), problems };
}

function readProduct(row: CsvRow, handle: string, index: number, updatedAt: string): ProductData {
  const createdAt = new Date(FIRST_PRODUCT_CREATED_AT + index * 60_000).toISOString();
  const status = parseEnum(row.get("Status"), STATUSES, "ACTIVE", "Status");
  return {
    id: deterministicId("product", handle),
    handle,
    title: requireText(row.get("Title"), "Title"),
    bodyHtml: row.get("Body (HTML)"),
    vendor: row.get("Vendor"),
    productType: row.get("Type"),
    tags: parseTags(row.get("Tags")),
    status,
    published: parseBoolean(row.get("Published"), true),
    createdAt,
    updatedAt: updatedAt > createdAt ? updatedAt : createdAt,
    options: [1, 2, 3]
      .map((number) => row.get(`Option${number} Name`))
      .filter(Boolean)
      .map((name) => ({ name, values: [] })),
    variants: [],
    images: [],
  };
}

function hasVariant(row: CsvRow): boolean {
  return Boolean(row.get("Option1 Value") || row.get("Variant Price") || row.get("Variant SKU"));
}

function readVariant(row: CsvRow, product: ProductData, currency: string): VariantData {
  const optionValues = product.options.map(
    (option, index) =>
      row.get(`Option${index + 1} Value`) || (option.name === "Title" ? "Default Title" : ""),
  );
  const sku = row.get("Variant SKU").replace(/^'/, "");
  const tracked = Boolean(row.get("Variant Inventory Tracker"));
  return {
    id: deterministicId("variant", product.handle, ...optionValues, sku),
    title: optionValues.filter(Boolean).join(" / ") || "Default Title",
    sku,
    barcode: row.get("Variant Barcode").replace(/^'/, ""),
    price: parseMoney(requireText(row.get("Variant Price"), "Variant Price"), currency, "Variant Price"),
    compareAtPrice: parseOptionalMoney(
      row.get("Variant Compare At Price"),
      currency,
      "Variant Compare At Price",
    ),
    inventoryQuantity: tracked
      ? parseInteger(row.get("Variant Inventory Qty") || "0", "Variant Inventory Qty")
      : null,
    inventoryPolicy: parseEnum(
      row.get("Variant Inventory Policy"),
      INVENTORY_POLICIES,
      "DENY",
      "Variant Inventory Policy",
    ),
    optionValues,
    imageUrl: row.get("Variant Image") || null,
    grams: Math.round(Number(row.get("Variant Grams")) || 0),
    requiresShipping: parseBoolean(row.get("Variant Requires Shipping"), true),
  };
}

function addImage(product: ProductData, row: CsvRow): void {
  const url = row.get("Image Src");
  if (!url || product.images.some((image) => image.url === url)) return;
  product.images.push({ url, alt: row.get("Image Alt Text") || product.title });
}

function collectOptionValues(product: ProductData): ProductData {
  const options = product.options.map((option, index) => ({
    name: option.name,
    values: [
      ...new Set(product.variants.map((variant) => variant.optionValues[index] ?? "").filter(Boolean)),
    ],
  }));
  return { ...product, options };
}
