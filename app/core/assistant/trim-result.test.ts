import { expect, test } from "vitest";
import { trimResult } from "./trim-result";

const trimmed = (message: object) => JSON.parse(trimResult(JSON.stringify(message)));

test("ids, links and cursors stay whole; long texts are cut", () => {
  const long = "x".repeat(3_000);
  const { data } = trimmed({
    status: "ok",
    data: { description: long, cursor: long, productId: long, url: long },
  });
  expect([data.description.length, data.cursor.length, data.productId.length, data.url.length]).toEqual([
    1_202, 3_000, 3_000, 3_000,
  ]);
});

test("what is empty or said twice goes; zero and false say something and stay", () => {
  const item = {
    price: "0",
    quantity: 0,
    available: false,
    compareAtPrice: null,
    missing: [],
    currency: "USD",
  };
  expect(trimmed({ status: "ok", data: { currency: "USD", products: [item] } }).data).toEqual({
    currency: "USD",
    products: [{ price: "0", quantity: 0, available: false }],
  });
  expect(
    trimmed({ status: "ok", data: { currency: "USD", products: [{ currency: "EUR" }] } }).data.products,
  ).toEqual([{ currency: "EUR" }]);
});

test("what the cards or the sources show already is not said twice", () => {
  const variant = { variantId: "9", title: "Red / M", sku: "R-M", options: { Color: "Red", Size: "M" } };
  const product = {
    productId: "1",
    handle: "shirt",
    title: "Shirt",
    url: "https://a.example/shirt",
    variant,
  };
  expect(trimmed({ status: "ok", data: { products: [product] } }).data.products).toEqual([
    { handle: "shirt", title: "Shirt", variant: { variantId: "9", title: "Red / M" } },
  ]);
  const parcel = { number: "1Z", url: "https://ups.example/1Z", shippedAt: "2026-11-19T15:20:00.000Z" };
  expect(trimmed({ status: "ok", data: { order: { parcels: [parcel] } } }).data.order.parcels).toEqual([
    { number: "1Z", shippedAt: "2026-11-19T15:20Z" },
  ]);
});

test("the section that answers best keeps more than the others", () => {
  const section = { title: "Refunds", text: "y".repeat(2_000) };
  const { sections } = trimmed({ status: "ok", data: { sections: [section, section] } }).data;
  expect(sections.map(({ text }: { text: string }) => text.length)).toEqual([1_202, 502]);
});

test("the same content gives the same text, in whatever order it was put together", () => {
  const live = JSON.stringify({ status: "ok", data: { a: 1 }, shown: ["order"] });
  const recalled = JSON.stringify({ status: "ok", shown: ["order"], data: { a: 1 } });
  expect(trimResult(live)).toBe(trimResult(recalled));
});
