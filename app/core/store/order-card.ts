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
    parcels: activeFulfillments(order).flatMap((fulfillment) => parcelsOf(order, fulfillment)),
    items: order.items.map(({ title, variantTitle, quantity, imageUrl, unfulfilledQuantity }) => ({
      title,
      variantTitle,
      quantity,
      imageUrl,
      unsent: unfulfilledQuantity,
    })),
    total: toDecimal(order.total, order.currency),
    currency: order.currency,
    statusUrl: webUrl(order.statusUrl),
    timezone: profile.timezone,
  };
}

/**
 * One for each tracking number; a shipment without any is still a parcel. What is in a shipment of several numbers is
 * known of them all together, so of none of them.
 */
export function parcelsOf(order: Order, fulfillment: Fulfillment): Parcel[] {
  const state = parcelState(fulfillment);
  const tracking =
    fulfillment.tracking.length > 0 ? fulfillment.tracking : [{ company: null, number: null, url: null }];
  const items = tracking.length === 1 ? contentsOf(order, fulfillment) : [];
  return tracking.map(({ company, number, url }) => ({ company, number, url: webUrl(url), state, items }));
}

function contentsOf(order: Order, { contents }: Fulfillment): Parcel["items"] {
  return contents.flatMap(({ itemId, quantity }) => {
    const item = order.items.find(({ id }) => id === itemId);
    return item ? [{ title: item.title, variantTitle: item.variantTitle, quantity }] : [];
  });
}
