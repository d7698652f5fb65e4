import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { sampleOrder } from "../../store/fixtures/sample-orders";
import { orderFacts } from "../../tools/facts";
import { createGrounding } from "./create-grounding";
import { groundingOptions, NOW, productEvidence } from "./fixtures/sample-evidence";

const item = (title: string, quantity: number, paid: number) => ({
  ...{ id: title, title, variantTitle: null, sku: "", imageUrl: null, unfulfilledQuantity: 0 },
  ...{ quantity, paid },
});
/** The shirt costs 49.95 today, and she paid less for it. */
const bought: Evidence = {
  tool: "order_status",
  ok: true,
  data: {
    order: orderFacts(
      sampleOrder({
        ...{ name: "#1044", currency: "USD", total: 11_250, shipping: 650 },
        items: [item("Linen Shirt", 2, 7000), item("Oak Stool", 1, 3600)],
      }),
      NOW,
    ),
  },
};

function ground(text: string): string {
  const grounding = createGrounding(groundingOptions([productEvidence, bought]));
  return [...grounding.push(text), ...grounding.flush()].join("");
}

describe("what was paid for an item of an order", () => {
  it.each([
    "In order #1044, the Linen Shirt cost $70.00.",
    "For order #1044 you paid $35.00 for each Linen Shirt.",
    "In order #1044, the Oak Stool cost $36.00.",
    "Shipping for order #1044 was $6.50.",
    "You paid $70.00 for the Linen Shirt.",
    "Order **#1044** contains:\n- Linen Shirt: $70.00\n- Oak Stool: $36.00",
    "En el pedido #1044, el Oak Stool costó $36.00.",
    "In Bestellung #1044 hat der Oak Stool 36,00 $ gekostet.",
  ])("is true: %s", (text) => {
    expect(ground(text)).toBe(text);
  });

  it.each([
    "In order #1044, the Oak Stool cost $35.00.",
    "In order #1044, the Linen Shirt cost $36.00.",
    "Shipping for order #1044 was $7.50.",
    "The Linen Shirt costs $70.00 today.",
  ])("is not told otherwise: %s", (text) => {
    expect(ground(text)).not.toContain(/\$[\d.]+/.exec(text)?.[0]);
  });
});

describe("what an order came to, after other goods were looked at", () => {
  const reply = [
    "The total is CA$32.50.",
    "",
    "- 2 × Okanagan Cotton DK (Denim): CA$19.50",
    "- Stitch Markers 30: CA$4.50",
    "- Shipping: CA$8.50",
  ].join("\n");
  const yarn: Evidence = {
    tool: "order_status",
    ok: true,
    data: {
      order: orderFacts(
        sampleOrder({
          ...{ name: "#7001", currency: "CAD", total: 3250, shipping: 850 },
          items: [
            { ...item("Okanagan Cotton DK", 2, 1950), variantTitle: "Denim" },
            item("Stitch Markers 30", 1, 450),
          ],
        }),
        NOW,
      ),
    },
  };
  const shown = (title: string, price: string): Evidence => ({
    tool: "search_products",
    ok: true,
    data: {
      query: "x",
      products: [
        {
          ...{ productId: "5", handle: "wool", title, url: "", vendor: "", productType: "", currency: "CAD" },
          ...{ priceFrom: price, priceTo: price, available: true, options: [], missing: [] },
          variant: {
            ...{ variantId: "6", title: "Denim", sku: "", price, compareAtPrice: null, available: true },
            ...{ quantity: 3, options: { Colour: "Denim" } },
          },
        },
      ],
    },
  });

  it.each(["Rockies Merino Sock", "Okanagan Cotton DK"])("stands beside what %s costs today", (title) => {
    const grounding = createGrounding({
      ...groundingOptions([shown(title, "21.00"), yarn]),
      currency: "CAD",
    });
    const text = [...grounding.push(reply), ...grounding.flush()].join("");
    expect(grounding.corrections).toEqual([]);
    expect(text).toBe(reply);
  });
});
