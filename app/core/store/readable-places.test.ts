import { describe, expect, it } from "vitest";
import { isChangingPlace, isReadablePlace } from "./readable-places";

const at = (path: string) => new URL(path, "https://fernway.example");

describe("a page of the shop", () => {
  it.each([
    "/",
    "/fr",
    "/products/kettle?variant=1#care",
    "/en-ca/collections/tea/products/kettle",
    "/collections",
    "/pages/contact",
    "/blogs/news/first",
    "/policies/refund-policy",
    "/search?q=kettle",
    "/cart",
    "/account",
    "/account/login",
  ])("may be linked to where it only shows something: %s", (path) => {
    expect(isReadablePlace(at(path))).toBe(true);
    expect(isChangingPlace(at(path))).toBe(false);
  });

  it.each([
    "/cart/clear",
    "/fr/cart/clear",
    "/cart/add?id=1&quantity=99",
    "/cart/4001:99",
    "/CART/clear",
    "/cart/change?line=1&quantity=0",
    "/discount/EVIL?redirect=/products/x",
    "/account/logout",
    "/account/recover",
    "/checkouts/cn/abc",
    "/products%2f..%2fcart/clear",
    "/products/%2e%2e/cart/clear",
    "/products/..%5ccart",
    "/%63art/clear%00",
  ])("may not where opening it may change something: %s", (path) => {
    expect(isReadablePlace(at(path))).toBe(false);
    expect(isChangingPlace(at(path))).toBe(true);
  });

  it.each([
    "/cart?discount=EVIL",
    "/account/login?return_url=/cart/clear",
    "/apps/aisle/session",
    "/a/b",
    "/63738/orders/abc",
  ])("needs a tool's word where it is not known what it does: %s", (path) =>
    expect(isReadablePlace(at(path))).toBe(false),
  );

  it("is read as a browser reads it", () => {
    expect(isReadablePlace(at("/products/../cart/clear"))).toBe(false);
    expect(isReadablePlace(at("/%63art/clear"))).toBe(false);
  });
});
