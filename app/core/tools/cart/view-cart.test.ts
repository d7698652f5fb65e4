import { expect, it } from "vitest";
import { createInMemoryStore } from "../../store/fixtures/in-memory-store";
import { sampleProduct, sampleVariant } from "../../store/fixtures/sample-products";
import { toolContext } from "../fixtures/tool-context";
import type { ToolContext } from "../tool";
import { viewCart } from "./view-cart";

const variants = [sampleVariant({ id: "11", price: 1250 }), sampleVariant({ id: "12", price: 2000 })];
const mug = sampleProduct({ id: "1", handle: "mug", title: "Mug", variants });
const store = createInMemoryStore({ products: [mug] });
const line = { handle: "mug", variantId: "11", quantity: 2 };

const view = (cart: ToolContext["cart"]) => viewCart.execute({}, toolContext({ store, cart }));

it("takes titles and prices from the catalogue, whatever the page claims", async () => {
  const claimed = { ...line, title: "Gold bar", price: "0.01" };
  const outcome = await view({ itemCount: 2, items: [claimed] });
  expect(outcome).toMatchObject({
    status: "ok",
    data: {
      items: [{ title: "Mug", price: "12.50", total: "25.00", quantity: 2 }],
      total: "25.00",
      unknownItems: 0,
    },
    cards: [{ kind: "cart", total: "25.00", items: [{ quantity: 2, price: "25.00" }] }],
  });
  expect(JSON.stringify(outcome)).not.toContain("Gold bar");
});

it("shows no card, and no sum of a part, where something in the cart is not the shop's", async () => {
  const outcome = await view({ itemCount: 3, items: [line, { ...line, variantId: "999", quantity: 1 }] });
  expect(outcome).toMatchObject({ status: "ok", data: { unknownItems: 1 }, cards: [] });
});

it("tells an empty cart from one that nobody sees", async () => {
  expect(await view({ itemCount: 0 })).toMatchObject({ status: "ok", data: { items: [], unknownItems: 0 } });
  expect(await view(null)).toMatchObject({ status: "not-found" });
});
