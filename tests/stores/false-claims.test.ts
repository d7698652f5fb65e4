import { expect, test } from "vitest";
import type { ExportedOrder } from "./exported-orders";
import { findFalseClaims } from "./false-claims";

const order: ExportedOrder = {
  name: "#W2611340",
  customerId: "1",
  placedAt: "2026-11-08T02:48:00.000Z",
  state: "in_transit",
  cancelledAt: null,
  total: "1536.65",
  refunded: "0.00",
  expectedAt: "2026-11-15T14:48:00.000Z",
  deliveredAt: null,
  parcels: [
    {
      company: null,
      number: "357962501027",
      url: "https://tracking.example.com/357962501027",
      state: "in_transit",
    },
  ],
  titles: ["Water Bottle"],
};
const claims = (text: string): string[] => findFalseClaims(text, [order], "America/New_York");

test("a reply that keeps to the export passes, with dates as the shop counts days", () => {
  expect(
    claims(
      "Your order **#W2611340** of November 7, 2026 is on its way. It cost $1,536.65. It should arrive on Nov 15. Tracking number: [357962501027](https://tracking.example.com/357962501027).",
    ),
  ).toEqual([]);
});

test.each([
  ["Your order #W2611341 is on its way.", "order number"],
  ["Tracking number 357962501028.", "tracking number"],
  ["Follow it at https://evil.example/357962501027", "link"],
  ["It should arrive on November 16.", "date"],
  ["It was placed on 8 November 2026.", "date"],
  ["$536.65 of it will be refunded.", "amount"],
  ["It has been delivered.", "delivered"],
  ["It was cancelled.", "cancelled"],
  ["It hasn't been shipped yet.", "unfulfilled"],
])("finds what is false in: %s", (text, what) => {
  expect(claims(text).join()).toContain(what);
});
