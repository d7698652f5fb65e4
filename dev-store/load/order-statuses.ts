/** What exports call a status, and what the Admin API calls it. */
export const FINANCIAL_STATUSES = {
  authorized: "AUTHORIZED",
  expired: "EXPIRED",
  paid: "PAID",
  partially_paid: "PARTIALLY_PAID",
  partially_refunded: "PARTIALLY_REFUNDED",
  pending: "PENDING",
  refunded: "REFUNDED",
  voided: "VOIDED",
} as const;

export const FULFILLMENT_STATUSES = {
  fulfilled: "FULFILLED",
  shipped: "FULFILLED",
  unfulfilled: "UNFULFILLED",
  unshipped: "UNFULFILLED",
  partial: "PARTIALLY_FULFILLED",
  partially_fulfilled: "PARTIALLY_FULFILLED",
  in_progress: "IN_PROGRESS",
  on_hold: "ON_HOLD",
  open: "OPEN",
  pending: "PENDING_FULFILLMENT",
  pending_fulfillment: "PENDING_FULFILLMENT",
  request_declined: "REQUEST_DECLINED",
  restocked: "RESTOCKED",
  scheduled: "SCHEDULED",
} as const;

/** `Return Status` is a column of our own: Shopify's export has none. */
export const RETURN_STATUSES = {
  no_return: "NO_RETURN",
  return_requested: "RETURN_REQUESTED",
  in_progress: "IN_PROGRESS",
  returned: "RETURNED",
} as const;

/** `Status` of fulfillments.csv, in any case: Shopify's FulfillmentDisplayStatus. */
export const SHIPMENT_STATUSES = {
  attempted_delivery: "ATTEMPTED_DELIVERY",
  canceled: "CANCELED",
  cancelled: "CANCELED",
  carrier_picked_up: "CARRIER_PICKED_UP",
  confirmed: "CONFIRMED",
  delayed: "DELAYED",
  delivered: "DELIVERED",
  failure: "FAILURE",
  fulfilled: "FULFILLED",
  in_transit: "IN_TRANSIT",
  label_printed: "LABEL_PRINTED",
  label_purchased: "LABEL_PURCHASED",
  label_voided: "LABEL_VOIDED",
  marked_as_fulfilled: "MARKED_AS_FULFILLED",
  not_delivered: "NOT_DELIVERED",
  out_for_delivery: "OUT_FOR_DELIVERY",
  picked_up: "PICKED_UP",
  ready_for_pickup: "READY_FOR_PICKUP",
  submitted: "SUBMITTED",
} as const;
