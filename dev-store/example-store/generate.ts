/**
 * Writes the example store: `npx tsx dev-store/example-store/generate.ts`. Everything comes from source/ and pictures/;
 * the files are committed so that a clone needs no generation. Policies and pages are written by hand.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { paintPicture } from "./pictures/paint-picture";
import { SHAPES } from "./pictures/shapes/index";
import { WALLS } from "./pictures/walls";
import { CATALOGUE } from "./source/catalogue/index";
import { collectionsCsv } from "./source/collections";
import { COLOURS } from "./source/colours";
import { toAmount } from "./source/csv";
import { customersCsv, emailOf } from "./source/customers";
import { type ExpandedProduct, expandProduct } from "./source/expand-product";
import { ORDERS } from "./source/orders/index";
import { type FindVariant, priceOrder } from "./source/price-order";
import { buyerOf, fulfillmentsCsv, type OrderToWrite, ordersCsv, type Stamp } from "./source/write-orders";
import { productsCsv } from "./source/write-products";

/** Day 0 of source/orders.ts. The loader moves all dates from here to today. */
const REFERENCE_DATE = "2026-11-20";

const SHOP = {
  name: "Tarnwick",
  currency: "USD",
  domain: "tarnwick.example",
  contactEmail: "hello@tarnwick.example",
  timezone: "America/New_York",
  datesRelativeTo: REFERENCE_DATE,
};

const stamp: Stamp = (day, time) => {
  const date = new Date(`${REFERENCE_DATE}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + day);
  return `${date.toISOString().slice(0, 10)} ${time}:00 +0000`;
};

function variantFinder(products: ExpandedProduct[]): FindVariant {
  const bySku = new Map(
    products.flatMap((product) =>
      product.variants.map((variant) => [variant.sku, { product, variant }] as const),
    ),
  );
  return (sku) => {
    const found = bySku.get(sku);
    if (!found) throw new Error(`No variant has the SKU ${sku}`);
    return found;
  };
}

function spentBy(orders: OrderToWrite[], email: string): { total: string; orders: number } {
  const own = orders.filter(({ source }) => emailOf(buyerOf(source)) === email);
  const cents = own
    .filter(({ source }) => !source.unpaid)
    .reduce((sum, { priced }) => sum + priced.total - priced.refunded, 0);
  return { total: toAmount(cents), orders: own.length };
}

function writePictures(folder: string, products: ExpandedProduct[]): void {
  rmSync(join(folder, "images"), { recursive: true, force: true });
  mkdirSync(join(folder, "images"));
  for (const { source, images } of products) {
    const wall = WALLS[source.category];
    if (!wall) throw new Error(`No wall for ${source.category}`);
    for (const image of images)
      writeFileSync(
        join(folder, image.file),
        paintPicture(image.alt, SHAPES[source.shape], COLOURS[image.colour].hex, wall),
      );
  }
}

export function generate(folder: string): void {
  const products = CATALOGUE.map(expandProduct);
  const findVariant = variantFinder(products);
  const orders = ORDERS.map(
    (source): OrderToWrite => ({ source, priced: priceOrder(source, buyerOf(source).address, findVariant) }),
  );
  const write = (file: string, text: string): void => writeFileSync(join(folder, file), text);
  write("products_export.csv", productsCsv(products));
  write("collections.csv", collectionsCsv(CATALOGUE));
  write(
    "customers_export.csv",
    customersCsv((email) => spentBy(orders, email)),
  );
  write("orders_export.csv", ordersCsv(orders, stamp));
  write("fulfillments.csv", fulfillmentsCsv(orders, stamp));
  write("shop.json", `${JSON.stringify(SHOP, null, 2)}\n`);
  writePictures(folder, products);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generate(dirname(fileURLToPath(import.meta.url)));
