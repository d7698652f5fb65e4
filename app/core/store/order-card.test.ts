import { describe, expect, it } from "vitest";
import { orderCardSchema } from "../conversation/turn-event";
import { sampleFulfillment, sampleOrder, sentOrder } from "./fixtures/sample-orders";
import { orderCard } from "./order-card";

const profile = { timezone: "Europe/Berlin" };

describe("orderCard", () => {
  it("carries no address that a browser should not be sent to", () => {
    const tracking = [{ company: "X", number: "1", url: "javascript:alert(1)" }];
    const card = orderCard(
      sentOrder([{ tracking }, { tracking: [{ company: "Y", number: "2", url: "data:text/html,x" }] }], {
        statusUrl: "//evil.example",
      }),
      profile,
    );
    expect(card.parcels.map((parcel) => parcel.url)).toEqual([null, null]);
    expect(card.statusUrl).toBeNull();
  });

  it("is what the wire expects, with amounts in the currency's own digits", () => {
    for (const [currency, total] of [
      ["EUR", "129.90"],
      ["JPY", "12990"],
      ["KWD", "12.990"],
    ] as const) {
      const card = orderCard(sampleOrder({ currency }), profile);
      expect(orderCardSchema.parse(card)).toEqual(card);
      expect(card.total).toBe(total);
    }
  });

  it("has one parcel for each tracking number, and one for a shipment without any", () => {
    const card = orderCard(
      sentOrder([
        {
          tracking: [
            { company: "DHL", number: "1", url: null },
            { company: "DHL", number: "2", url: null },
          ],
        },
        { displayStatus: "delivered", tracking: [] },
        { displayStatus: "canceled" },
      ]),
      profile,
    );
    expect(card.parcels).toEqual([
      { company: "DHL", number: "1", url: null, state: "in_transit", items: [] },
      { company: "DHL", number: "2", url: null, state: "in_transit", items: [] },
      { company: null, number: null, url: null, state: "delivered", items: [] },
    ]);
  });

  it("says what is in a parcel, and of which items something is still to be sent", () => {
    const [kettle] = sampleOrder().items;
    if (!kettle) throw new Error("The order has no items.");
    const mug = { ...kettle, id: "2", title: "Mug", variantTitle: null, quantity: 3, unfulfilledQuantity: 1 };
    const contents = [
      { itemId: "1", quantity: 1 },
      { itemId: "2", quantity: 2 },
      { itemId: "of another order", quantity: 1 },
    ];
    const card = orderCard(
      sentOrder([{ contents }], { items: [{ ...kettle, unfulfilledQuantity: 0 }, mug] }),
      profile,
    );
    expect(card.parcels.map(({ items }) => items)).toEqual([
      [
        { title: "Enamel Kettle", variantTitle: "Moss / 1.5 l", quantity: 1 },
        { title: "Mug", variantTitle: null, quantity: 2 },
      ],
    ]);
    expect(card.items.map(({ unsent }) => unsent)).toEqual([0, 1]);
  });

  it("does not guess which of several boxes of one shipment holds what", () => {
    const tracking = ["1", "2"].map((number) => ({ company: "DHL", number, url: null }));
    const card = orderCard(sentOrder([{ tracking, contents: [{ itemId: "1", quantity: 1 }] }]), profile);
    expect(card.parcels.map(({ items }) => items)).toEqual([[], []]);
  });

  it("reads cards that were stored before parcels said what they hold", () => {
    const { items, parcels, ...rest } = orderCard(sentOrder([{}]), profile);
    const stored = {
      ...rest,
      items: items.map(({ unsent: _, ...item }) => item),
      parcels: parcels.map(({ items: _, ...parcel }) => parcel),
    };
    expect(orderCardSchema.parse(stored)).toMatchObject({ items: [{ unsent: 0 }], parcels: [{ items: [] }] });
  });

  it("gives the order's state, which may differ from a parcel's", () => {
    const order = sampleOrder({
      fulfillmentStatus: "partially_fulfilled",
      fulfillments: [sampleFulfillment()],
    });
    expect(orderCard(order, profile)).toMatchObject({
      name: "#1001",
      state: "partially_fulfilled",
      parcels: [{ state: "in_transit" }],
      timezone: "Europe/Berlin",
    });
  });
});
