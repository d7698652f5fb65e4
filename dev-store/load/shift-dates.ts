import type { FulfillmentData, OrderData, StoreData } from "../model";

const DAY = 24 * 60 * 60 * 1000;

/** Whole UTC days from `day` ("2026-11-20") to the day of `now`; negative where `day` lies ahead. */
export function daysSince(day: string, now: Date): number {
  const start = Date.parse(`${day}T00:00:00Z`);
  if (Number.isNaN(start)) throw new Error(`Not a day of the form 2026-11-20: ${day}`);
  return Math.floor((now.getTime() - start) / DAY);
}

/**
 * The same store with every date of its orders moved by whole days, times of day kept, so that an order that was on its
 * way when the data was written is on its way today. Products, policies and pages carry no dates of their own.
 */
export function shiftDates(data: StoreData, days: number): StoreData {
  if (days === 0) return data;
  const moved = (date: string): string => new Date(Date.parse(date) + days * DAY).toISOString();
  const movedOrNull = (date: string | null): string | null => (date === null ? null : moved(date));

  const fulfillment = (parcel: FulfillmentData): FulfillmentData => ({
    ...parcel,
    createdAt: moved(parcel.createdAt),
    estimatedDeliveryAt: movedOrNull(parcel.estimatedDeliveryAt),
    deliveredAt: movedOrNull(parcel.deliveredAt),
    events: parcel.events.map((event) => ({ ...event, happenedAt: moved(event.happenedAt) })),
  });
  const order = (one: OrderData): OrderData => ({
    ...one,
    createdAt: moved(one.createdAt),
    processedAt: moved(one.processedAt),
    cancelledAt: movedOrNull(one.cancelledAt),
    fulfillments: one.fulfillments.map(fulfillment),
  });
  return { ...data, orders: data.orders.map(order) };
}
