import { deterministicId } from "../../load/fields";
import type { FulfillmentData, OrderData } from "../../model";
import { type ConnectionArguments, connect } from "../connection";
import { dateTime, globalId, moneyBag } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { viewLineItem } from "./view-line-item";

/** Display statuses that can also be events; the others are states of the label, not of the parcel. */
const EVENT_STATUSES = new Set([
  "ATTEMPTED_DELIVERY",
  "CARRIER_PICKED_UP",
  "CONFIRMED",
  "DELAYED",
  "DELIVERED",
  "FAILURE",
  "IN_TRANSIT",
  "LABEL_PRINTED",
  "LABEL_PURCHASED",
  "OUT_FOR_DELIVERY",
  "READY_FOR_PICKUP",
]);
const ON_ITS_WAY = new Set(["CARRIER_PICKED_UP", "IN_TRANSIT", "OUT_FOR_DELIVERY"]);

export function viewFulfillment(
  order: OrderData,
  fulfillment: FulfillmentData,
  index: number,
  context: ViewContext,
): View {
  const events = fulfillment.events
    .filter(({ status }) => EVENT_STATUSES.has(status))
    .map((event, position) => ({ ...event, id: deterministicId("event", fulfillment.id, String(position)) }));
  const [lastEvent] = [...events].reverse();
  return {
    __typename: "Fulfillment",
    id: globalId("Fulfillment", fulfillment.id),
    legacyResourceId: fulfillment.id,
    name: `${order.name}-F${index + 1}`,
    order: () => context.wholes.viewOrder(order, context),
    status: fulfillment.displayStatus === "CANCELED" ? "CANCELLED" : "SUCCESS",
    displayStatus: fulfillment.displayStatus,
    createdAt: dateTime(fulfillment.createdAt),
    updatedAt: dateTime(lastEvent?.happenedAt ?? fulfillment.createdAt),
    estimatedDeliveryAt: dateTime(fulfillment.estimatedDeliveryAt),
    deliveredAt: dateTime(fulfillment.deliveredAt),
    inTransitAt: dateTime(events.find(({ status }) => ON_ITS_WAY.has(status))?.happenedAt ?? null),
    requiresShipping: true,
    totalQuantity: fulfillment.lineItems.reduce((total, { quantity }) => total + quantity, 0),
    trackingInfo: ({ first }: { first?: number }) =>
      fulfillment.tracking
        .slice(0, first ?? undefined)
        .map((tracking) => ({ __typename: "FulfillmentTrackingInfo", ...tracking })),
    events: (args: ConnectionArguments) =>
      connect(events, args, (event) => ({
        __typename: "FulfillmentEvent",
        id: globalId("FulfillmentEvent", event.id),
        status: event.status,
        message: event.message || null,
        happenedAt: dateTime(event.happenedAt),
        createdAt: dateTime(event.happenedAt),
        estimatedDeliveryAt: dateTime(fulfillment.estimatedDeliveryAt),
      })),
    fulfillmentLineItems: (args: ConnectionArguments) =>
      connect(viewFulfillmentLineItems(order, fulfillment, context), args, (view) => view),
  };
}

function viewFulfillmentLineItems(order: OrderData, fulfillment: FulfillmentData, context: ViewContext) {
  return fulfillment.lineItems.flatMap(({ lineItemId, quantity }) => {
    const lineItem = order.lineItems.find(({ id }) => id === lineItemId);
    if (!lineItem) return [];
    const total = moneyBag(lineItem.price * quantity, order.currency);
    return [
      {
        __typename: "FulfillmentLineItem",
        id: globalId(
          "FulfillmentLineItem",
          deterministicId("fulfillment-line-item", fulfillment.id, lineItemId),
        ),
        quantity,
        originalTotalSet: total,
        discountedTotalSet: total,
        lineItem: () => viewLineItem(order, lineItem, context),
      },
    ];
  });
}
