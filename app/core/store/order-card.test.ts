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
      { company: "DHL", number: "1", url: null, state: "in_transit" },
      { company: "DHL", number: "2", url: null, state: "in_transit" },
      { company: null, number: null, url: null, state: "delivered" },
    ]);
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
