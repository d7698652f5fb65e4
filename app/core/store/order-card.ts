import type { OrderCard, Parcel } from "../conversation/turn-event";
import { toDecimal } from "./money";
import type { Fulfillment, Order } from "./order";
import { activeFulfillments, deliveredAt, expectedAt, orderState, parcelState } from "./order-state";
import type { ShopProfile } from "./store-platform";
import { webUrl } from "./web-url";

/** What the verified customer is shown of her order. */
export function orderCard(order: Order, profile: Pick<ShopProfile, "timezone">): OrderCard {
  return {
    kind: "order",
    name: order.name,
    state: orderState(order),
    placedAt: order.placedAt,
    expectedAt: expectedAt(order),
    deliveredAt: deliveredAt(order),
    parcels: activeFulfillments(order).flatMap(parcelsOf),
    items: order.items.map(({ title, variantTitle, quantity, imageUrl }) => ({
      title,
      variantTitle,
      quantity,
      imageUrl,
    })),
    total: toDecimal(order.total, order.currency),
    currency: order.currency,
    statusUrl: webUrl(order.statusUrl),
    timezone: profile.timezone,
  };
}

/** One for each tracking number; a shipment without any is still a parcel. */
export function parcelsOf(fulfillment: Fulfillment): Parcel[] {
  const state = parcelState(fulfillment);
  const tracking =
    fulfillment.tracking.length > 0 ? fulfillment.tracking : [{ company: null, number: null, url: null }];
  return tracking.map(({ company, number, url }) => ({ company, number, url: webUrl(url), state }));
}
