import { expect, test } from "vitest";
import { createGrounding } from "./create-grounding";
import { groundingOptions } from "./fixtures/sample-evidence";

function ground(text: string): string {
  const grounding = createGrounding(
    groundingOptions([], { allowedHosts: ["localhost:4000", "shop24.example", "42nd-street.example"] }),
  );
  return [...grounding.push(text), ...grounding.flush()].join("");
}

test.each([
  "Please [sign in](http://localhost:4000/account/login) first.",
  "Please sign in at http://localhost:4000/account/login first.",
  "Please [sign in](https://shop24.example/account/login) first.",
  "See [this](https://42nd-street.example/collections/2026) for more.",
])("figures in the store's own address are no claims: %j", (text) => {
  expect(ground(text)).toBe(text);
});

test.each(["It costs [$99.00](https://shop24.example/p).", "It costs $99.00, see https://shop24.example/p."])(
  "but what is written beside the address is one: %j",
  (text) => {
    expect(ground(text)).not.toContain("99");
  },
);

test.each([
  "You can [see your cart](/cart/clear) here.",
  "[Details](/account/logout) are here.",
  "[This](https://shop24.example/cart/add?id=1&quantity=99) is nice.",
  "Here is [your discount](/discount/EVIL?redirect=https://evil.example).",
  "[Look](/products/../cart/clear) at it.",
])("a link that would change something when opened is none: %j", (text) => {
  expect(ground(text)).not.toMatch(/\]\(/);
});
