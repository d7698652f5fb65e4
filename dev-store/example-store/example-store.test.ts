import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { loadStore } from "../load/load-store";
import { generate } from "./generate";

const folder = fileURLToPath(new URL(".", import.meta.url));
const today = new Date("2026-11-20T12:00:00Z");
const store = loadStore({ directory: folder, myshopifyDomain: "aisle-dev.myshopify.com", today });
const day = (date: string): string => date.slice(0, 10);

describe("the example store as committed", () => {
  const copy = mkdtempSync(join(tmpdir(), "example-store-"));
  afterAll(() => rmSync(copy, { recursive: true }));

  test("is exactly what its sources generate", () => {
    generate(copy);
    for (const file of readdirSync(copy, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    )) {
      const path = join(file.parentPath, file.name).slice(copy.length + 1);
      expect(readFileSync(join(folder, path), "utf8") === readFileSync(join(copy, path), "utf8"), path).toBe(
        true,
      );
    }
    expect(readdirSync(join(folder, "images")).sort()).toEqual(readdirSync(join(copy, "images")).sort());
  });

  test("loads without a single problem", () => {
    expect(store.problems).toEqual([]);
    expect(store.products.length).toBeGreaterThanOrEqual(60);
    expect(store.customers).toHaveLength(12);
    expect(store.orders).toHaveLength(40);
    expect(store.policies).toHaveLength(4);
    expect(store.pages.length).toBeGreaterThanOrEqual(6);
    expect(store.articles).toHaveLength(3);
    expect(store.collections.every(({ productIds }) => productIds.length > 0)).toBe(true);
  });

  test("has every picture it names, with words for those who cannot see it, in under 600 KB", () => {
    const files = store.products.flatMap((product) => product.images);
    for (const { url, alt } of files) {
      expect(existsSync(join(folder, url)), url).toBe(true);
      expect(alt.length, url).toBeGreaterThan(10);
    }
    const bytes = readdirSync(join(folder, "images")).reduce(
      (sum, name) => sum + statSync(join(folder, "images", name)).size,
      0,
    );
    expect(bytes).toBeLessThan(600_000);
  });

  test("gives every variant a SKU, a price and a picture of its own product", () => {
    const skus = store.products.flatMap((product) => product.variants.map((variant) => variant.sku));
    expect(new Set(skus).size).toBe(skus.length);
    for (const product of store.products) {
      for (const variant of product.variants) {
        expect(variant.price).toBeGreaterThan(0);
        expect(product.images.map((image) => image.url)).toContain(variant.imageUrl);
      }
    }
    expect(
      store.products.some((product) => product.variants.some((variant) => variant.inventoryQuantity === 0)),
    ).toBe(true);
  });

  test("puts only products that exist into collections, and every product into one", () => {
    const collected = new Set(store.collections.flatMap((collection) => collection.productIds));
    expect(collected.size).toBe(store.products.length);
  });
});

describe("the example store's orders", () => {
  test("have totals that add up, and refunds within them", () => {
    for (const order of store.orders) {
      const goods = order.lineItems.reduce((sum, line) => sum + line.price * line.quantity, 0);
      expect(order.subtotal, order.name).toBe(goods - order.discount);
      expect(order.total, order.name).toBe(order.subtotal + order.shipping + order.taxes);
      expect(order.refunded, order.name).toBeLessThanOrEqual(order.total);
    }
  });

  test("are numbered in the order in which they were placed, none after the reference day", () => {
    const placed = store.orders.map((order) => order.createdAt);
    expect(placed).toEqual([...placed].sort());
    expect(day(placed.at(-1) ?? "")).toBe("2026-11-20");
  });

  test("contain goods of the catalogue at its prices, and belong to a customer but for one guest's", () => {
    const prices = new Map(
      store.products.flatMap((product) =>
        product.variants.map((variant) => [variant.id, variant.price] as const),
      ),
    );
    for (const order of store.orders) {
      for (const line of order.lineItems)
        expect(prices.get(line.variantId ?? ""), `${order.name} ${line.sku}`).toBe(line.price);
    }
    expect(store.orders.filter((order) => order.customerId === null)).toHaveLength(1);
  });

  test("ship nothing twice, deliver after shipping, and promise a date for what is under way", () => {
    for (const order of store.orders) {
      const shipped = order.fulfillments.flatMap((parcel) => parcel.lineItems.map((line) => line.lineItemId));
      expect(new Set(shipped).size, order.name).toBe(shipped.length);
      const isWhole = shipped.length === order.lineItems.length;
      expect(order.fulfillmentStatus === "FULFILLED", order.name).toBe(isWhole);
      for (const parcel of order.fulfillments.filter(({ tracking }) => tracking.length > 0)) {
        expect(parcel.createdAt > order.createdAt, order.name).toBe(true);
        expect(parcel.estimatedDeliveryAt, order.name).not.toBeNull();
        expect(parcel.deliveredAt !== null, order.name).toBe(parcel.displayStatus === "DELIVERED");
        if (parcel.deliveredAt)
          expect(
            parcel.deliveredAt > parcel.createdAt && parcel.deliveredAt < today.toISOString(),
            order.name,
          ).toBe(true);
      }
    }
  });

  test("show every state that a shopper may ask about", () => {
    const states = new Set(
      store.orders.flatMap((order) => order.fulfillments.map((parcel) => parcel.displayStatus)),
    );
    for (const state of [
      "CONFIRMED",
      "IN_TRANSIT",
      "OUT_FOR_DELIVERY",
      "DELIVERED",
      "DELAYED",
      "ATTEMPTED_DELIVERY",
    ])
      expect([...states]).toContain(state);
    const has = (match: (order: (typeof store.orders)[number]) => boolean): boolean =>
      store.orders.some(match);
    for (const status of ["UNFULFILLED", "PARTIALLY_FULFILLED", "FULFILLED"])
      expect(
        has((order) => order.fulfillmentStatus === status),
        status,
      ).toBe(true);
    for (const status of ["PAID", "PENDING", "REFUNDED", "PARTIALLY_REFUNDED"])
      expect(
        has((order) => order.financialStatus === status),
        status,
      ).toBe(true);
    for (const status of ["RETURN_REQUESTED", "IN_PROGRESS", "RETURNED"])
      expect(
        has((order) => order.returnStatus === status),
        status,
      ).toBe(true);
    expect(has((order) => order.cancelledAt !== null)).toBe(true);
    expect(has((order) => order.fulfillments.length > 1)).toBe(true);
  });

  test("move with the calendar: a year later the newest one is still of that day", () => {
    const later = loadStore({
      directory: folder,
      myshopifyDomain: "aisle-dev.myshopify.com",
      today: new Date("2027-11-20T01:00:00Z"),
    });
    expect(day(later.orders.at(-1)?.createdAt ?? "")).toBe("2027-11-20");
    expect(later.orders.map((order) => order.total)).toEqual(store.orders.map((order) => order.total));
  });
});
