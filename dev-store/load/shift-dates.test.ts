import { expect, test } from "vitest";
import type { OrderData, StoreData } from "../model";
import { daysSince, shiftDates } from "./shift-dates";

const order = {
  name: "#1",
  createdAt: "2026-02-27T23:30:00.000Z",
  processedAt: "2026-02-27T23:30:00.000Z",
  cancelledAt: null,
  fulfillments: [
    {
      createdAt: "2026-02-28T08:00:00.000Z",
      estimatedDeliveryAt: "2026-03-02T20:00:00.000Z",
      deliveredAt: null,
      events: [{ status: "IN_TRANSIT", happenedAt: "2026-02-28T09:00:00.000Z", message: "" }],
    },
  ],
} as unknown as OrderData;
const store = { orders: [order], products: [], pages: [] } as unknown as StoreData;

test("an order's dates keep their distances and times of day across the end of a month", () => {
  const [moved] = shiftDates(store, 2).orders;
  expect(moved?.createdAt).toBe("2026-03-01T23:30:00.000Z");
  expect(moved?.processedAt).toBe("2026-03-01T23:30:00.000Z");
  expect(moved?.cancelledAt).toBeNull();
  expect(moved?.fulfillments[0]).toMatchObject({
    createdAt: "2026-03-02T08:00:00.000Z",
    estimatedDeliveryAt: "2026-03-04T20:00:00.000Z",
    deliveredAt: null,
    events: [{ happenedAt: "2026-03-02T09:00:00.000Z" }],
  });
});

test("shifting there and back changes nothing, and the given store is left alone", () => {
  const before = structuredClone(store);
  expect(shiftDates(shiftDates(store, 400), -400)).toEqual(before);
  expect(store).toEqual(before);
});

test("days are counted between calendar days in UTC, whatever the hour, backwards too", () => {
  expect(daysSince("2026-11-20", new Date("2026-11-20T23:59:59Z"))).toBe(0);
  expect(daysSince("2026-11-20", new Date("2026-11-21T00:00:00Z"))).toBe(1);
  expect(daysSince("2026-11-20", new Date("2026-11-19T12:00:00Z"))).toBe(-1);
  expect(() => daysSince("soon", new Date())).toThrow("soon");
});
