import type { Fulfillment, Order } from "./order";

/** How far a parcel is, least advanced first: what needs somebody's attention counts as least. */
export const PARCEL_STATES = [
  "failure",
  "not_delivered",
  "submitted",
  "label_purchased",
  "label_printed",
  "confirmed",
  "fulfilled",
  "carrier_picked_up",
  "delayed",
  "in_transit",
  "attempted_delivery",
  "out_for_delivery",
  "ready_for_pickup",
  "picked_up",
  "delivered",
] as const;
export type ParcelState = (typeof PARCEL_STATES)[number];

/** Shopify's words in lower snake case; an order is in one of these. */
export const ORDER_STATES = [
  "cancelled",
  "refunded",
  "returned",
  "return_in_progress",
  "return_requested",
  "payment_pending",
  "on_hold",
  "scheduled",
  "unfulfilled",
  "partially_fulfilled",
  ...PARCEL_STATES,
] as const;
export type OrderState = (typeof ORDER_STATES)[number];

const UNPAID = new Set(["pending", "partially_paid", "expired", "voided"]);
const VOID_PARCEL = new Set(["canceled", "cancelled", "label_voided"]);
const FINISHED: ReadonlySet<OrderState> = new Set<OrderState>([
  "cancelled",
  "refunded",
  "returned",
  "return_in_progress",
  "return_requested",
  "picked_up",
  "delivered",
]);
/** Shops that report no progress leave their parcels at these for good. */
const SILENT: ReadonlySet<OrderState> = new Set<OrderState>([
  "submitted",
  "label_purchased",
  "label_printed",
  "confirmed",
  "fulfilled",
]);
const SILENT_PARCEL_IS_OVER_MS = 45 * 24 * 60 * 60 * 1000;

/**
 * The one word for where an order stands. What happened to the whole order comes first (a cancelled order that was
 * refunded is cancelled), then what has not been sent, then the parcel that is least advanced.
 */
export function orderState(order: Order): OrderState {
  if (order.cancelledAt !== null) return "cancelled";
  if (order.financialStatus === "refunded") return "refunded";
  const returned = returnState(order.returnStatus);
  if (returned) return returned;
  const parcels = activeFulfillments(order);
  if (parcels.length === 0) return unsentState(order);
  if (isPartlySent(order)) return "partially_fulfilled";
  return parcels.map(parcelState).reduce((least, state) => (rank(state) < rank(least) ? state : least));
}

/** A parcel's own state. Statuses that Shopify may add later, and none at all, count as sent. */
export function parcelState(fulfillment: Fulfillment): ParcelState {
  const state = PARCEL_STATES.find((known) => known === fulfillment.displayStatus) ?? "fulfilled";
  return state === "fulfilled" && fulfillment.deliveredAt !== null ? "delivered" : state;
}

/** What was really sent: without labels that were voided and fulfilments that were called off. */
export function activeFulfillments(order: Order): Fulfillment[] {
  return order.fulfillments.filter((fulfillment) => !VOID_PARCEL.has(fulfillment.displayStatus));
}

/** Whether the shopper still waits for something. */
export function isOpen(order: Order, now: Date): boolean {
  const state = orderState(order);
  if (FINISHED.has(state)) return false;
  if (!SILENT.has(state)) return true;
  const lastSentAt = Math.max(
    ...activeFulfillments(order).map((fulfillment) => Date.parse(fulfillment.shippedAt)),
    Date.parse(order.placedAt),
  );
  return now.getTime() - lastSentAt < SILENT_PARCEL_IS_OVER_MS;
}

/** When the last parcel is due: of those under way, else of those that came; null when no carrier said. */
export function expectedAt(order: Order): string | null {
  const parcels = activeFulfillments(order);
  const underWay = parcels.filter((parcel) => !hasArrived(parcel));
  return latest((underWay.length > 0 ? underWay : parcels).map((parcel) => parcel.estimatedDeliveryAt));
}

/** When the order had come completely; null as long as anything of it has not. */
export function deliveredAt(order: Order): string | null {
  const parcels = activeFulfillments(order);
  if (parcels.length === 0 || isPartlySent(order) || !parcels.every(hasArrived)) return null;
  return latest(parcels.map((parcel) => parcel.deliveredAt));
}

function hasArrived(fulfillment: Fulfillment): boolean {
  const state = parcelState(fulfillment);
  return state === "delivered" || state === "picked_up";
}

function isPartlySent(order: Order): boolean {
  if (order.fulfillmentStatus === "fulfilled") return false;
  return order.items.some((item) => item.unfulfilledQuantity > 0);
}

function returnState(status: string): OrderState | null {
  switch (status) {
    case "returned":
    case "inspection_complete":
      return "returned";
    case "in_progress":
      return "return_in_progress";
    case "return_requested":
      return "return_requested";
    default:
      return null;
  }
}

function unsentState(order: Order): OrderState {
  switch (order.fulfillmentStatus) {
    case "fulfilled":
      return "fulfilled";
    case "partially_fulfilled":
      return "partially_fulfilled";
    case "restocked":
      return order.refunded > 0 ? "refunded" : "cancelled";
  }
  if (UNPAID.has(order.financialStatus)) return "payment_pending";
  if (order.fulfillmentStatus === "on_hold" || order.fulfillmentStatus === "scheduled") {
    return order.fulfillmentStatus;
  }
  return "unfulfilled";
}

function rank(state: ParcelState): number {
  return PARCEL_STATES.indexOf(state);
}

function latest(dates: (string | null)[]): string | null {
  const known = dates.filter((date) => date !== null).sort();
  return known.at(-1) ?? null;
}
