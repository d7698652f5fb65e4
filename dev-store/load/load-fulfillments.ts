import type { FulfillmentData, LineItemData, LoadProblem, OrderData } from "../model";
import { collectRows } from "./collect-rows";
import type { CsvRow, CsvTable } from "./csv-table";
import {
  deterministicId,
  parseDate,
  parseEnum,
  parseInteger,
  RowError,
  requireDate,
  requireText,
} from "./fields";
import type { LoadedOrder } from "./load-orders";
import { SHIPMENT_STATUSES } from "./order-statuses";

/**
 * Ships the orders: a row of fulfillments.csv is one parcel. What the orders export calls fulfilled and no parcel holds
 * becomes one fulfillment without tracking, as when a merchant marks an order by hand.
 */
export function loadFulfillments(
  table: CsvTable,
  loaded: LoadedOrder[],
): { orders: OrderData[]; problems: LoadProblem[] } {
  const orders = new Map(
    loaded.map(({ order }) => [order.name, { ...order, fulfillments: [] as FulfillmentData[] }]),
  );
  const problems = collectRows(table, "fulfillments.csv", (row) => {
    const name = requireText(row.get("Order Name"), "Order Name");
    const order = orders.get(name) ?? orders.get(`#${name}`);
    if (!order) throw new RowError(`There is no order ${name}.`);
    order.fulfillments.push(readFulfillment(row, order));
  });
  for (const {
    order: { name },
    fulfilledAt,
    fulfilledLineItemIds,
  } of loaded) {
    const order = orders.get(name);
    if (order) fulfillByHand(order, fulfilledAt, fulfilledLineItemIds);
  }
  return { orders: [...orders.values()], problems };
}

function readFulfillment(row: CsvRow, order: OrderData): FulfillmentData {
  const createdAt = requireDate(row.get("Shipped at"), "Shipped at");
  const deliveredAt = parseDate(row.get("Delivered at"), "Delivered at");
  const displayStatus = parseEnum(row.get("Status"), SHIPMENT_STATUSES, "FULFILLED", "Status");
  return {
    id: deterministicId("fulfillment", order.name, String(order.fulfillments.length)),
    createdAt,
    displayStatus,
    estimatedDeliveryAt: parseDate(row.get("Estimated Delivery at"), "Estimated Delivery at"),
    deliveredAt,
    tracking: readTracking(row),
    lineItems: readLineItems(row, order),
    events: readEvents(row, displayStatus, createdAt, deliveredAt),
  };
}

/** Several numbers of one parcel are separated by spaces or semicolons, as are their URLs. */
function readTracking(row: CsvRow): FulfillmentData["tracking"] {
  const urls = row.get("Tracking URL").split(/[\s;]+/);
  return row
    .get("Tracking Number")
    .split(/[\s;]+/)
    .filter(Boolean)
    .map((number, index) => ({
      company: row.get("Tracking Company") || null,
      number,
      url: urls[index] || null,
    }));
}

/** `Lineitem skus`: SKUs separated by spaces, `sku:2` for part of a line; empty means all that is not yet in a parcel. */
function readLineItems(row: CsvRow, order: OrderData): FulfillmentData["lineItems"] {
  const remaining = remainingQuantities(order);
  const skus = row.get("Lineitem skus").split(/\s+/).filter(Boolean);
  if (skus.length === 0) return takeAll(order.lineItems, remaining);
  return skus.map((text) => {
    const [, sku = text, count] = /^(.+?)(?::(\d+))?$/.exec(text) ?? [];
    const lineItem = order.lineItems.find(
      (candidate) => candidate.sku === sku && (remaining.get(candidate.id) ?? 0) > 0,
    );
    if (!lineItem)
      throw new RowError(`Order ${order.name} has no unshipped line item with SKU ${sku.slice(0, 40)}.`);
    const left = remaining.get(lineItem.id) ?? 0;
    const quantity = count ? Math.min(parseInteger(count, "Lineitem skus"), left) : left;
    remaining.set(lineItem.id, left - quantity);
    return { lineItemId: lineItem.id, quantity };
  });
}

/** Cancelled parcels ship nothing. */
function remainingQuantities(order: OrderData): Map<string, number> {
  const remaining = new Map(order.lineItems.map((lineItem) => [lineItem.id, lineItem.quantity]));
  for (const fulfillment of order.fulfillments) {
    if (fulfillment.displayStatus === "CANCELED") continue;
    for (const { lineItemId, quantity } of fulfillment.lineItems) {
      remaining.set(lineItemId, (remaining.get(lineItemId) ?? 0) - quantity);
    }
  }
  return remaining;
}

function takeAll(lineItems: LineItemData[], remaining: Map<string, number>): FulfillmentData["lineItems"] {
  return lineItems
    .map(({ id }) => ({ lineItemId: id, quantity: remaining.get(id) ?? 0 }))
    .filter(({ quantity }) => quantity > 0);
}

/** What the dates of the row prove; `Status at` dates a status that has no column of its own. */
function readEvents(
  row: CsvRow,
  status: string,
  createdAt: string,
  deliveredAt: string | null,
): FulfillmentData["events"] {
  const statusAt = parseDate(row.get("Status at"), "Status at");
  const events: FulfillmentData["events"] = [];
  if (!["CONFIRMED", "LABEL_PRINTED", "LABEL_PURCHASED", "LABEL_VOIDED", "SUBMITTED"].includes(status)) {
    events.push({ status: "CARRIER_PICKED_UP", happenedAt: createdAt, message: "" });
  }
  if (statusAt && status !== "DELIVERED")
    events.push({ status, happenedAt: statusAt, message: row.get("Status Message") });
  if (deliveredAt) events.push({ status: "DELIVERED", happenedAt: deliveredAt, message: "" });
  return events;
}

function fulfillByHand(
  order: OrderData,
  fulfilledAt: string | null,
  fulfilledLineItemIds: Set<string>,
): void {
  const isWhole = order.fulfillmentStatus === "FULFILLED";
  if (!isWhole && order.fulfillmentStatus !== "PARTIALLY_FULFILLED") return;
  const remaining = remainingQuantities(order);
  const marked = order.lineItems.filter(({ id }) => isWhole || fulfilledLineItemIds.has(id));
  const lineItems = takeAll(marked, remaining);
  if (lineItems.length === 0) return;
  order.fulfillments.push({
    id: deterministicId("fulfillment", order.name, "by-hand"),
    createdAt: fulfilledAt ?? order.createdAt,
    displayStatus: "FULFILLED",
    estimatedDeliveryAt: null,
    deliveredAt: null,
    tracking: [],
    lineItems,
    events: [],
  });
}
