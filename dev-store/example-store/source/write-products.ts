import { toAmount, toCsv } from "./csv";
import type { ExpandedProduct } from "./expand-product";

const COLUMNS = [
  "Handle",
  "Title",
  "Body (HTML)",
  "Vendor",
  "Product Category",
  "Type",
  "Tags",
  "Published",
  "Option1 Name",
  "Option1 Value",
  "Option2 Name",
  "Option2 Value",
  "Option3 Name",
  "Option3 Value",
  "Variant SKU",
  "Variant Grams",
  "Variant Inventory Tracker",
  "Variant Inventory Qty",
  "Variant Inventory Policy",
  "Variant Fulfillment Service",
  "Variant Price",
  "Variant Compare At Price",
  "Variant Requires Shipping",
  "Variant Taxable",
  "Variant Barcode",
  "Image Src",
  "Image Position",
  "Image Alt Text",
  "Gift Card",
  "SEO Title",
  "SEO Description",
  "Variant Image",
  "Status",
] as const;

const escapeHtml = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

function bodyHtml({ source: { text } }: ExpandedProduct): string {
  const details = text.details.map((detail) => `<li>${escapeHtml(detail)}</li>`).join("");
  const care = text.care ? `<p><strong>Care:</strong> ${escapeHtml(text.care)}</p>` : "";
  return `<p>${escapeHtml(text.about)}</p><ul>${details}</ul>${care}`;
}

/** A row per variant, the first with what belongs to the whole product; pictures beyond the variants get rows of their own. */
function rowsOf(product: ExpandedProduct): Record<string, string>[] {
  const { source, optionNames, variants, images } = product;
  const options = optionNames.length > 0 ? optionNames : ["Title"];
  return Array.from({ length: Math.max(variants.length, images.length) }, (_, index) => {
    const row: Record<string, string> = { Handle: source.handle };
    const variant = variants[index];
    if (index === 0) {
      Object.assign(row, {
        Title: source.title,
        "Body (HTML)": bodyHtml(product),
        Vendor: "Tarnwick",
        "Product Category": source.category,
        Type: source.type,
        Tags: [...source.tags, source.category.toLowerCase()].join(", "),
        Published: "true",
        "Gift Card": String(source.digital ?? false),
        Status: "active",
        "SEO Title": `${source.title} | Tarnwick`,
        "SEO Description": source.text.about,
      });
      for (const [at, name] of options.entries()) Object.assign(row, { [`Option${at + 1} Name`]: name });
    }
    if (variant) {
      const values = variant.optionValues.length > 0 ? variant.optionValues : ["Default Title"];
      for (const [at, value] of values.entries()) Object.assign(row, { [`Option${at + 1} Value`]: value });
      Object.assign(row, {
        "Variant SKU": variant.sku,
        "Variant Grams": String(variant.grams),
        "Variant Inventory Tracker": variant.quantity === null ? "" : "shopify",
        "Variant Inventory Qty": variant.quantity === null ? "" : String(variant.quantity),
        "Variant Inventory Policy": source.madeToOrder ? "continue" : "deny",
        "Variant Fulfillment Service": "manual",
        "Variant Price": toAmount(variant.price),
        "Variant Compare At Price": variant.compareAtPrice === null ? "" : toAmount(variant.compareAtPrice),
        "Variant Requires Shipping": String(!source.digital),
        "Variant Taxable": String(!source.digital),
        "Variant Image": variant.image,
      });
    }
    const image = images[index];
    if (image)
      Object.assign(row, {
        "Image Src": image.file,
        "Image Position": String(index + 1),
        "Image Alt Text": image.alt,
      });
    return row;
  });
}

export const productsCsv = (products: ExpandedProduct[]): string => toCsv(COLUMNS, products.flatMap(rowsOf));
