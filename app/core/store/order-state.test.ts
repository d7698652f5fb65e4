import { describe, expect, it } from "vitest";
import { sampleFulfillment, sampleOrder, sentOrder } from "./fixtures/sample-orders";
import { deliveredAt, expectedAt, isOpen, ORDER_STATES, orderState, PARCEL_STATES } from "./order-state";

const NOW = new Date("2026-11-21T12:00:00.000Z");

/** Shopify's enumerations of 2026-07, in lower case. */
const DISPLAY_STATUSES = [
  "attempted_delivery canceled carrier_picked_up confirmed delayed delivered failure fulfilled in_transit label_printed",
  "label_purchased label_voided marked_as_fulfilled not_delivered out_for_delivery picked_up ready_for_pickup submitted",
].flatMap((line) => line.split(" "));
const FULFILLMENT_STATUSES =
  "fulfilled in_progress on_hold open partially_fulfilled pending_fulfillment request_declined restocked scheduled unfulfilled".split(
    " ",
  );
const FINANCIAL_STATUSES =
  "authorized expired paid partially_paid partially_refunded pending refunded voided".split(" ");
const RETURN_STATUSES =
  "in_progress inspection_complete no_return returned return_failed return_requested".split(" ");

describe("orderState", () => {
  it("knows a word for every combination of Shopify's statuses", () => {
    for (const fulfillmentStatus of FULFILLMENT_STATUSES) {
      for (const financialStatus of FINANCIAL_STATUSES) {
        for (const returnStatus of RETURN_STATUSES) {
          for (const displayStatus of [null, ...DISPLAY_STATUSES]) {
            const fulfillments = displayStatus ? [sampleFulfillment({ displayStatus })] : [];
            const order = sampleOrder({ fulfillmentStatus, financialStatus, returnStatus, fulfillments });
            expect(ORDER_STATES).toContain(orderState(order));
          }
        }
      }
    }
  });

  it("says cancelled of a cancelled order even when it was refunded", () => {
    expect(
      orderState(sampleOrder({ cancelledAt: "2026-11-11T00:00:00.000Z", financialStatus: "refunded" })),
    ).toBe("cancelled");
  });

  it.each([
    ["refunded", sentOrder([{ displayStatus: "delivered" }], { financialStatus: "refunded" })],
    ["returned", sentOrder([{ displayStatus: "delivered" }], { returnStatus: "returned" })],
    ["returned", sentOrder([{ displayStatus: "delivered" }], { returnStatus: "inspection_complete" })],
    ["return_in_progress", sentOrder([{ displayStatus: "delivered" }], { returnStatus: "in_progress" })],
    ["return_requested", sentOrder([{ displayStatus: "delivered" }], { returnStatus: "return_requested" })],
    ["delivered", sentOrder([{ displayStatus: "delivered" }], { returnStatus: "return_failed" })],
    ["delivered", sentOrder([{ displayStatus: "delivered" }], { financialStatus: "partially_refunded" })],
    ["payment_pending", sampleOrder({ financialStatus: "pending" })],
    ["in_transit", sentOrder([{}], { financialStatus: "pending" })],
    ["on_hold", sampleOrder({ fulfillmentStatus: "on_hold" })],
    ["scheduled", sampleOrder({ fulfillmentStatus: "scheduled" })],
    ["unfulfilled", sampleOrder({ fulfillmentStatus: "in_progress", financialStatus: "authorized" })],
    ["fulfilled", sampleOrder({ fulfillmentStatus: "fulfilled" })],
    ["fulfilled", sentOrder([{ displayStatus: "marked_as_fulfilled" }])],
    ["unfulfilled", sampleOrder({ fulfillments: [sampleFulfillment({ displayStatus: "canceled" })] })],
    ["unfulfilled", sampleOrder({ fulfillments: [sampleFulfillment({ displayStatus: "label_voided" })] })],
    ["delivered", sentOrder([{ displayStatus: "fulfilled", deliveredAt: "2026-11-14T10:00:00.000Z" }])],
    ["fulfilled", sentOrder([{ displayStatus: "some_status_of_2030" }])],
  ])("is %s", (state, order) => {
    expect(orderState(order)).toBe(state);
  });

  it("is partially_fulfilled while something has not been sent, however far the first parcel is", () => {
    const order = sampleOrder({
      fulfillmentStatus: "partially_fulfilled",
      fulfillments: [sampleFulfillment({ displayStatus: "delivered" })],
    });
    expect(orderState(order)).toBe("partially_fulfilled");
  });

  it("is the state of the least advanced parcel", () => {
    expect(orderState(sentOrder([{ displayStatus: "delivered" }, { displayStatus: "in_transit" }]))).toBe(
      "in_transit",
    );
    expect(orderState(sentOrder([{ displayStatus: "in_transit" }, { displayStatus: "failure" }]))).toBe(
      "failure",
    );
    expect(orderState(sentOrder([{ displayStatus: "delayed" }, { displayStatus: "in_transit" }]))).toBe(
      "delayed",
    );
  });

  it.each(PARCEL_STATES)("passes a single parcel's %s on", (displayStatus) => {
    expect(orderState(sentOrder([{ displayStatus }]))).toBe(displayStatus);
  });
});

describe("dates of an order", () => {
  const came = { displayStatus: "delivered", deliveredAt: "2026-11-15T10:00:00.000Z" };

  it("expects what is still under way, not what has come", () => {
    const order = sentOrder([
      { ...came, estimatedDeliveryAt: "2026-11-30T00:00:00.000Z" },
      { estimatedDeliveryAt: "2026-11-22T00:00:00.000Z" },
      { estimatedDeliveryAt: "2026-11-23T00:00:00.000Z" },
    ]);
    expect(expectedAt(order)).toBe("2026-11-23T00:00:00.000Z");
    expect(deliveredAt(order)).toBeNull();
  });

  it("is delivered when the last parcel came", () => {
    const order = sentOrder([came, { ...came, deliveredAt: "2026-11-17T10:00:00.000Z" }]);
    expect(deliveredAt(order)).toBe("2026-11-17T10:00:00.000Z");
  });

  it("is not delivered while a line has not been sent", () => {
    const order = sampleOrder({
      fulfillmentStatus: "partially_fulfilled",
      fulfillments: [sampleFulfillment(came)],
    });
    expect(deliveredAt(order)).toBeNull();
  });

  it("has no dates before anything was sent", () => {
    expect([expectedAt(sampleOrder()), deliveredAt(sampleOrder())]).toEqual([null, null]);
  });
});

describe("isOpen", () => {
  it.each([
    [true, sampleOrder()],
    [true, sampleOrder({ financialStatus: "pending" })],
    [true, sentOrder([{}])],
    [true, sentOrder([{ displayStatus: "not_delivered" }])],
    [false, sentOrder([{ displayStatus: "delivered" }])],
    [false, sampleOrder({ cancelledAt: "2026-11-11T00:00:00.000Z" })],
    [false, sentOrder([{ displayStatus: "delivered" }], { returnStatus: "in_progress" })],
    [true, sentOrder([{ displayStatus: "fulfilled" }])],
    [
      false,
      sentOrder([{ displayStatus: "fulfilled", shippedAt: "2026-08-02T00:00:00.000Z" }], {
        placedAt: "2026-08-01T00:00:00.000Z",
      }),
    ],
  ])("is %s", (open, order) => {
    expect(isOpen(order, NOW)).toBe(open);
  });
});
