// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { createLinks } from "./links";

const links = createLinks("https://shop.example/products/shirt?variant=1", "example.myshopify.com");

test.each(["/account/login", "https://shop.example/account/login", "/de/account/login/"])(
  "the way to the store's sign-in (%s) leads back to this page",
  (href) => {
    const address = links.resolve(href);
    expect(address?.host).toBe("shop.example");
    expect(address?.searchParams.get("return_url")).toBe("/products/shirt?variant=1");
  },
);

test.each([
  "/account",
  "https://example.myshopify.com/account/login",
  "https://shop.example/policies?to=/account/login",
])("%s stays as it is", (href) => {
  expect(links.resolve(href)?.searchParams.has("return_url")).toBe(false);
});

test("a stranger's sign-in page is no link", () => {
  expect(links.resolve("https://evil.example/account/login")).toBeNull();
});
