import fc from "fast-check";
import { expect, test } from "vitest";
import { pageContextSchema } from "~/protocol/requests";
import { tidyContext } from "./tidy-context";

test("whatever a theme passes, the server takes what is left of it", () => {
  fc.assert(
    fc.property(
      fc.record({
        locale: fc.anything(),
        page: fc.oneof(
          fc.anything(),
          fc.dictionary(fc.constantFrom("type", "url", "variantId"), fc.anything()),
        ),
        cart: fc.oneof(
          fc.anything(),
          fc.record({ itemCount: fc.oneof(fc.double(), fc.anything()), items: fc.array(fc.anything()) }),
        ),
      }),
      (passed) => {
        expect(pageContextSchema.safeParse(tidyContext(passed)).success).toBe(true);
      },
    ),
  );
});

test("a good context stays as it is", () => {
  const context = {
    locale: "de",
    page: { type: "product", url: "/products/a", productHandle: "a", variantId: "7" },
    cart: {
      itemCount: 2,
      total: 900,
      currency: "EUR",
      items: [{ handle: "b", variantId: "9", quantity: 2 }],
    },
  };
  expect(tidyContext(context)).toEqual(context);
});

test("texts are cut to what the server takes, and nothing unknown passes", () => {
  const context = tidyContext({
    locale: "en",
    email: "ada@example.com",
    page: { type: "search", searchQuery: "x".repeat(500), customer: "Ada" },
    cart: { itemCount: 1e9, items: [{ handle: "a", variantId: "1", quantity: 0 }, null] },
  });
  expect(context).toEqual({
    locale: "en",
    page: { type: "search", searchQuery: "x".repeat(200) },
    cart: { itemCount: 100_000, items: [] },
  });
});
