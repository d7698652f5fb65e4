import { describe, expect, it } from "vitest";
import type { Evidence } from "../../conversation/conversation";
import { sentOrder } from "../../store/fixtures/sample-orders";
import { orderFacts } from "../../tools/facts";
import { createGrounding } from "./create-grounding";
import { groundingOptions, NOW } from "./fixtures/sample-evidence";
import { languageOf } from "./sentence-language";

const line = (id: string, title: string, unfulfilledQuantity = 0) => ({
  id,
  title,
  variantTitle: null,
  sku: "S",
  quantity: 1,
  imageUrl: null,
  unfulfilledQuantity,
});
const parcel = (itemId: string, number: string) => ({
  contents: [{ itemId, quantity: 1 }],
  tracking: [{ company: "GLS", number, url: null }],
});

/** The lamp has come, the shade is on its way, the bulbs (6 in a box) were not sent. */
const order = sentOrder(
  [
    { ...parcel("1", "77120045"), displayStatus: "delivered", deliveredAt: "2026-11-19T15:00:00.000Z" },
    { ...parcel("2", "77120046") },
  ],
  {
    name: "#LM-310",
    fulfillmentStatus: "partial",
    items: [line("1", "Brass Lamp"), line("2", "Paper Shade"), line("3", "Bulbs (6 Pieces)", 1)],
  },
);
const evidence: Evidence[] = [{ tool: "order_status", ok: true, data: { order: orderFacts(order, NOW) } }];

function ground(text: string): string {
  const grounding = createGrounding(groundingOptions(evidence, { currency: "EUR" }));
  return [...grounding.push(text), ...grounding.flush()].join("");
}

describe("an order in several parcels", () => {
  it.each([
    "Order **#LM-310** has been sent in part.",
    "- Parcel 1 (Brass Lamp): delivered on Thursday, November 19, GLS, 77120045",
    "- Parcel 2 (Paper Shade): on its way, expected on Tuesday, November 24, GLS, 77120046",
    "- Not sent yet: Bulbs (6 Pieces).",
    "The Brass Lamp was delivered on Thursday, and the Paper Shade is on its way.",
    "Your Bulbs (6 Pieces) have not been shipped yet.",
  ])("keeps what is true of a part: %j", (text) => {
    expect(ground(text)).toBe(text);
  });

  it.each([
    "- Parcel 2 (Paper Shade): delivered on Thursday, November 19, GLS",
    "- Parcel 1 (Brass Lamp): out for delivery",
    "The Paper Shade has been delivered.",
    "Your Bulbs (6 Pieces) are on their way.",
    "All three items have been shipped.",
    "Everything has been delivered.",
  ])("takes out what is true of another part: %j", (text) => {
    expect(ground(text)).not.toContain(text);
  });
});

it("the letters of a tracking number make no sentence Polish", () => {
  const line =
    "- Parcel 1 (Ferry Duffel Bag): delivered, UPS, [1Z8X47R10326524788](https://www.ups.com/track?n=1Z8X47R10326524788)";
  expect(languageOf(line, "en")).toBe("en");
  expect(languageOf("Paczka z zamowienia jest juz w drodze na adres", "en")).toBeNull();
});
