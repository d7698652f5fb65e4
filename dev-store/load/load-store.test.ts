import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { loadStore } from "./load-store";

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "store-data-"));
});
afterEach(() => rmSync(directory, { recursive: true }));

function write(file: string, ...lines: string[]): void {
  const path = join(directory, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join("\n")}\n`);
}
const load = () =>
  loadStore({ directory, myshopifyDomain: "test.myshopify.com", today: new Date("2026-11-20T00:00:00Z") });

const PRODUCT_COLUMNS =
  "Handle,Title,Option1 Name,Option1 Value,Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src";
const ORDER_COLUMNS =
  "Name,Email,Financial Status,Fulfillment Status,Fulfilled at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem fulfillment status,Return Status";

describe("malformed data", () => {
  test("a folder that does not exist is a sentence", () => {
    rmSync(directory, { recursive: true });
    expect(load).toThrow(/^DEV_STORE_DATA names no folder: /);
    mkdirSync(directory);
  });

  test("an empty folder is an empty store", () => {
    const store = load();
    expect(store).toMatchObject({
      products: [],
      customers: [],
      orders: [],
      policies: [],
      pages: [],
      problems: [],
    });
    expect(store.shop).toMatchObject({ currency: "USD", myshopifyDomain: "test.myshopify.com" });
  });

  test("a variant with no price is reported with file, line and reason, and its neighbours load", () => {
    write(
      "products_export.csv",
      PRODUCT_COLUMNS,
      "mug,Mug,Size,Small,M-S,shopify,3,9.50,",
      "mug,,,Large,M-L,shopify,1,cheap,",
      "mug,,,Huge,M-H,,,12,",
    );
    const store = load();
    expect(store.problems).toEqual([
      { file: "products_export.csv", line: 3, reason: 'Variant Price is not an amount: "cheap".' },
    ]);
    expect(
      store.products[0]?.variants.map(({ title, price, inventoryQuantity }) => [
        title,
        price,
        inventoryQuantity,
      ]),
    ).toEqual([
      ["Small", 950, 3],
      ["Huge", 1200, null],
    ]);
    expect(store.products[0]?.options).toEqual([{ name: "Size", values: ["Small", "Huge"] }]);
  });

  test("an order whose first row is refused does not leave its other rows to somebody else", () => {
    write(
      "orders_export.csv",
      ORDER_COLUMNS,
      "#1,a@example.com,paid,,,USD,10,not a day,1,Mug,10,M,,",
      "#1,a@example.com,,,,,,,1,Cup,10,C,,",
      "#2,a@example.com,paid,,,USD,10,2026-11-01 10:00:00 +0000,1,Mug,10,M,,",
    );
    const store = load();
    expect(store.orders.map(({ name }) => name)).toEqual(["#2"]);
    expect(store.problems.map(({ line }) => line)).toEqual([2, 3]);
  });

  test("an order that is in the file twice keeps the lines of the first", () => {
    const row = "#1,a@example.com,paid,,,USD,10,2026-11-01 10:00:00 +0000,1,Mug,10,M,,";
    write("orders_export.csv", ORDER_COLUMNS, row, row);
    const store = load();
    expect(store.orders[0]?.lineItems).toHaveLength(1);
    expect(store.problems).toMatchObject([{ line: 3, reason: "The order #1 is in the file twice." }]);
  });

  test("unknown statuses, currencies and quantities are refused, not guessed", () => {
    const order = (name: string, status: string, currency: string, quantity: string) =>
      `${name},a@example.com,${status},,,${currency},10,2026-11-01,${quantity},Mug,10,M,,`;
    write(
      "orders_export.csv",
      ORDER_COLUMNS,
      order("#1", "paidish", "USD", "1"),
      order("#2", "paid", "dollars", "1"),
      order("#3", "paid", "USD", "0"),
    );
    expect(load().problems.map(({ reason }) => reason)).toEqual([
      'Financial Status is unknown: "paidish".',
      'Currency is not an ISO code: "dollars".',
      "Lineitem quantity is less than 1.",
    ]);
  });

  test("a shop.json that is not JSON is reported and the store still opens", () => {
    write("shop.json", "{name: oops");
    const store = load();
    expect(store.problems).toMatchObject([{ file: "shop.json", line: 1 }]);
    expect(store.shop.name).toBe("Example store");
  });
});

describe("orders", () => {
  test("belong to the customer of their email, whatever its case", () => {
    write("customers_export.csv", "Customer ID,First Name,Last Name,Email", "'7001,Ana,Lima,Ana@Example.com");
    write("orders_export.csv", ORDER_COLUMNS, "#1,aNA@example.COM,paid,,,USD,10,2026-11-01,1,Mug,10,M,,");
    expect(load().orders[0]?.customerId).toBe("7001");
  });

  test("fulfilled without a shipment get a fulfillment without tracking", () => {
    write(
      "orders_export.csv",
      ORDER_COLUMNS,
      "#1,a@example.com,paid,fulfilled,2026-11-02,USD,10,2026-11-01,2,Mug,10,M,fulfilled,",
    );
    const [order] = load().orders;
    expect(order?.fulfillments).toMatchObject([
      {
        displayStatus: "FULFILLED",
        createdAt: "2026-11-02T00:00:00.000Z",
        tracking: [],
        lineItems: [{ quantity: 2 }],
      },
    ]);
  });

  test("shipped in several parcels keep what each parcel holds", () => {
    write(
      "orders_export.csv",
      ORDER_COLUMNS,
      "#1,a@example.com,paid,partial,,USD,30,2026-11-01,3,Mug,10,M,,",
      "#1,a@example.com,,,,,,,1,Cup,5,C,,",
    );
    write(
      "fulfillments.csv",
      "Order Name,Status,Tracking Company,Tracking Number,Tracking URL,Shipped at,Estimated Delivery at,Delivered at,Lineitem skus",
      "#1,delivered,UPS,1Z1,https://t.example/1Z1,2026-11-02,2026-11-04,2026-11-05,M:2 C",
      "#1,in_transit,DHL,77 78,https://t.example/77 https://t.example/78,2026-11-03,2026-11-06,,M",
      "#1,in_transit,DHL,79,,2026-11-03,,,X",
      "#9,in_transit,DHL,80,,2026-11-03,,,",
    );
    const store = load();
    const [order] = store.orders;
    expect(order?.fulfillments.map(({ lineItems }) => lineItems.map(({ quantity }) => quantity))).toEqual([
      [2, 1],
      [1],
    ]);
    expect(order?.fulfillments[1]?.tracking).toEqual([
      { company: "DHL", number: "77", url: "https://t.example/77" },
      { company: "DHL", number: "78", url: "https://t.example/78" },
    ]);
    expect(store.problems.map(({ line }) => line)).toEqual([4, 5]);
  });

  test("in a currency without minor units keep their amounts", () => {
    write("orders_export.csv", ORDER_COLUMNS, "#1,a@example.com,paid,,,JPY,1200,2026-11-01,1,Mug,1200,M,,");
    expect(load().orders[0]).toMatchObject({ total: 1200, lineItems: [{ price: 1200 }] });
  });

  test("name their line items by product and variant also where titles hold a dash", () => {
    write("products_export.csv", PRODUCT_COLUMNS, "cable,USB - C cable,Length,1 m,CAB,,,9,");
    write(
      "orders_export.csv",
      ORDER_COLUMNS,
      "#1,a@example.com,paid,,,USD,9,2026-11-01,1,USB - C cable - 1 m,9,CAB,,returned",
    );
    const store = load();
    expect(store.orders[0]).toMatchObject({
      returnStatus: "RETURNED",
      lineItems: [
        { title: "USB - C cable", variantTitle: "1 m", variantId: store.products[0]?.variants[0]?.id },
      ],
    });
  });
});

test("ids are the same on every load", () => {
  write("products_export.csv", PRODUCT_COLUMNS, "mug,Mug,Title,Default Title,M,,,9,");
  expect(load().products[0]?.id).toBe(load().products[0]?.id);
  expect(load().products[0]?.id).toMatch(/^\d{13}$/);
});

test("policies and pages are read from Markdown and HTML, a page's first heading being its title", () => {
  write("policies/refund-policy.md", "## Time", "", "**30 days**.");
  write("policies/terms-policy.html", "<p>Be kind.</p>");
  write("pages/size-guide.md", "# Size & fit", "", "Measure twice.");
  write("pages/faq.html", "<!doctype html><html><body><p>Ask.</p></body></html>");
  const store = load();
  expect(store.policies.map(({ type, bodyHtml }) => [type, bodyHtml.trim()])).toEqual([
    ["REFUND_POLICY", "<h2>Time</h2>\n<p><strong>30 days</strong>.</p>"],
    ["TERMS_OF_SERVICE", "<p>Be kind.</p>"],
  ]);
  expect(store.pages.map(({ handle, title, bodyHtml }) => [handle, title, bodyHtml.trim()])).toEqual([
    ["faq", "Faq", "<p>Ask.</p>"],
    ["size-guide", "Size & fit", "<p>Measure twice.</p>"],
  ]);
});

test("articles and descriptions of collections are read from files, and a file's date is that of what it holds", () => {
  write("products_export.csv", PRODUCT_COLUMNS, "mug,Mug,Title,Default Title,M,,,9,");
  write("collections.csv", "Handle,Title,Body (HTML),Product handles", "mugs,Mugs,<p>Short.</p>,mug");
  write("collections/mugs.md", "# Ignored", "", "Long.");
  write("collections/rare.md", "# Rare things", "", "Soon.");
  write("articles/glazing.md", "# On glazing", "", "Hot.");
  utimesSync(join(directory, "articles/glazing.md"), new Date(), new Date("2026-03-04T05:06:07.890Z"));
  utimesSync(join(directory, "products_export.csv"), new Date(), new Date("2026-03-05T05:06:07.890Z"));
  const store = load();
  expect(
    store.collections.map(({ handle, title, descriptionHtml }) => [handle, title, descriptionHtml.trim()]),
  ).toEqual([
    ["mugs", "Mugs", "<p>Long.</p>"],
    ["rare", "Rare things", "<p>Soon.</p>"],
  ]);
  expect(store.articles).toMatchObject([
    { handle: "glazing", title: "On glazing", updatedAt: "2026-03-04T05:06:07.000Z" },
  ]);
  expect(store.products[0]?.updatedAt).toBe("2026-03-05T05:06:07.000Z");
});

const RETAIL = "../shared/data/stores/retail";
test.skipIf(!existsSync(RETAIL))(`the retail export loads whole (skipped where ${RETAIL} is absent)`, () => {
  directory = mkdtempSync(join(tmpdir(), "store-data-"));
  const store = loadStore({ directory: RETAIL, myshopifyDomain: "test.myshopify.com", today: new Date() });
  expect(store.problems).toEqual([]);
  expect([store.products.length, store.customers.length, store.orders.length]).toEqual([50, 500, 1000]);
  expect(store.orders.every(({ customerId }) => customerId)).toBe(true);
  expect(store.orders.flatMap(({ lineItems }) => lineItems).every(({ variantId }) => variantId)).toBe(true);
});
