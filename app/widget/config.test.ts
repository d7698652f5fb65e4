// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { readConfig } from "./config";

function print(attributes: Record<string, string>): HTMLElement {
  const host = document.createElement("aisle-chat");
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  return host;
}

test("what the block leaves out has its default", () => {
  expect(readConfig(print({ lang: "en", "data-shop": "a.myshopify.com", "data-page": "index" }))).toEqual({
    shop: "a.myshopify.com",
    proxy: "/apps/aisle",
    locale: "en",
    language: "en",
    page: { type: "index" },
    cart: { itemCount: 0 },
    storePath: "",
  });
});

test("a store in several languages has its places under each", () => {
  const { storePath, cart, locale } = readConfig(
    print({ lang: "pt", "data-locale": "pt-BR", "data-root": "/pt", "data-cart": "2 4200 EUR" }),
  );
  expect(storePath).toBe("/pt");
  expect(cart).toEqual({ itemCount: 2, total: 4200, currency: "EUR" });
  expect(locale).toBe("pt-BR");
});

test.each(["apps/helper/", "/apps/helper", "//apps/helper//"])("the proxy path may be written %s", (path) => {
  expect(readConfig(print({ "data-proxy": path })).proxy).toBe("/apps/helper");
});
