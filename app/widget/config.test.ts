import { expect, test } from "vitest";
import { parseConfig } from "./config";

const printed = {
  shop: "example.myshopify.com",
  proxy: "apps/helper/",
  locale: "en",
  page: { type: "search", productHandle: "", collectionHandle: "", searchQuery: "x".repeat(500) },
  cart: { itemCount: 0, total: 0, currency: "" },
  routes: { root: "/", cart: "/cart", cartAdd: "/cart/add", login: "" },
};

test("the proxy path may be written with or without slashes", () => {
  expect(parseConfig(JSON.stringify(printed)).proxy).toBe("/apps/helper");
});
