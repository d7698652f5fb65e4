import { toAmount, toCsv } from "./csv";
import { CUSTOMERS, type CustomerSource, emailOf, GUEST } from "./customers";
import type { OrderSource, ParcelSource } from "./order-source";
import type { PricedLine, PricedOrder } from "./price-order";
import { trackingOf } from "./tracking-numbers";

const ORDER_COLUMNS = [
  "Name",
  "Email",
  "Financial Status",
  "Paid at",
  "Fulfillment Status",
  "Fulfilled at",
  "Currency",
  "Subtotal",
  "Shipping",
  "Taxes",
  "Total",
  "Discount Code",
  "Discount Amount",
  "Shipping Method",
  "Created at",
  "Lineitem quantity",
  "Lineitem name",
  "Lineitem price",
  "Lineitem sku",
  "Lineitem requires shipping",
  "Lineitem fulfillment status",
  "Shipping Name",
  "Shipping Address1",
  "Shipping Address2",
  "Shipping City",
  "Shipping Zip",
  "Shipping Province",
  "Shipping Country",
  "Shipping Phone",
  "Notes",
  "Cancelled at",
  "Payment Method",
  "Refunded Amount",
  "Id",
  "Tags",
  "Return Status",
] as const;

const FULFILLMENT_COLUMNS = [
  "Order Name",
  "Status",
  "Tracking Company",
  "Tracking Number",
  "Tracking URL",
  "Shipped at",
  "Estimated Delivery at",
  "Delivered at",
  "Lineitem skus",
] as const;

export interface OrderToWrite {
  source: OrderSource;
  priced: PricedOrder;
}

/** A day of the reference calendar as Shopify's export writes a time. */
export type Stamp = (day: number, time: string) => string;

export const buyerOf = (source: OrderSource): Omit<CustomerSource, "id"> =>
  source.by === "guest" ? GUEST : CUSTOMERS[source.by];

/** Gift cards go out by email at once, so they count as fulfilled without a parcel. */
const isFulfilled = (line: PricedLine, { parcels = [], cancelled }: OrderSource): boolean =>
  !cancelled &&
  (!line.requiresShipping || parcels.some((parcel) => !parcel.skus || parcel.skus.includes(line.sku)));

function fulfillmentStatus({ source, priced }: OrderToWrite): string {
  const count = priced.lines.filter((line) => isFulfilled(line, source)).length;
  return count === priced.lines.length ? "fulfilled" : count > 0 ? "partial" : "unfulfilled";
}

function financialStatus({ source, priced }: OrderToWrite): string {
  if (source.unpaid) return "pending";
  if (priced.refunded === 0) return "paid";
  return priced.refunded === priced.total ? "refunded" : "partially_refunded";
}

function lineColumns(line: PricedLine, source: OrderSource): Record<string, string> {
  return {
    "Lineitem quantity": String(line.quantity),
    "Lineitem name": line.name,
    "Lineitem price": toAmount(line.price),
    "Lineitem sku": line.sku,
    "Lineitem requires shipping": String(line.requiresShipping),
    "Lineitem fulfillment status": isFulfilled(line, source) ? "fulfilled" : "pending",
  };
}

/** As Shopify does: the first row has the order and its first line, the others only name, email and their line. */
function orderRows(order: OrderToWrite, stamp: Stamp): Record<string, string>[] {
  const { source, priced } = order;
  const buyer = buyerOf(source);
  const placed = stamp(source.day, source.time);
  const lastShipped = Math.max(...(source.parcels ?? []).map((parcel) => parcel.shipped), source.day);
  const { address } = buyer;
  const head: Record<string, string> = {
    "Financial Status": financialStatus(order),
    "Paid at": source.unpaid ? "" : placed,
    "Fulfillment Status": fulfillmentStatus(order),
    "Fulfilled at":
      fulfillmentStatus(order) === "fulfilled"
        ? source.parcels?.length
          ? stamp(lastShipped, "15:20")
          : placed
        : "",
    Currency: "USD",
    Subtotal: toAmount(priced.subtotal),
    Shipping: toAmount(priced.shipping),
    Taxes: toAmount(priced.taxes),
    Total: toAmount(priced.total),
    "Discount Code": source.discount?.code ?? "",
    "Discount Amount": toAmount(priced.discount),
    "Shipping Method": priced.shippingMethod,
    "Created at": placed,
    "Shipping Name": `${buyer.firstName} ${buyer.lastName}`,
    "Shipping Address1": address.street,
    "Shipping Address2": address.extra ?? "",
    "Shipping City": address.city,
    "Shipping Zip": address.zip,
    "Shipping Province": address.province,
    "Shipping Country": address.country,
    "Shipping Phone": buyer.phone,
    Notes: source.note ?? "",
    "Cancelled at": source.cancelled ? stamp(source.cancelled.day, "19:10") : "",
    "Payment Method": source.payment ?? "Shopify Payments",
    "Refunded Amount": toAmount(priced.refunded),
    Id: String(5_100_000_000_000 + source.number),
    Tags: source.tags ?? "",
    "Return Status": source.returnStatus ?? "",
  };
  return priced.lines.map((line, index) => ({
    Name: `#${source.number}`,
    Email: emailOf(buyer),
    "Created at": placed,
    ...(index === 0 ? head : {}),
    ...lineColumns(line, source),
  }));
}

function parcelRow(
  { source, priced }: OrderToWrite,
  parcel: ParcelSource,
  index: number,
  stamp: Stamp,
): Record<string, string> {
  const tracking = trackingOf(parcel.by, source.number, index);
  return {
    "Order Name": `#${source.number}`,
    Status: parcel.status,
    "Tracking Company": parcel.by,
    "Tracking Number": tracking.number,
    "Tracking URL": tracking.url,
    "Shipped at": stamp(parcel.shipped, "15:20"),
    "Estimated Delivery at": stamp(parcel.expected, "20:00"),
    "Delivered at": parcel.delivered === undefined ? "" : stamp(parcel.delivered, "16:37"),
    "Lineitem skus": (parcel.skus ?? priced.lines.map((line) => line.sku)).join(" "),
  };
}

export const ordersCsv = (orders: OrderToWrite[], stamp: Stamp): string =>
  toCsv(
    ORDER_COLUMNS,
    orders.flatMap((order) => orderRows(order, stamp)),
  );

export const fulfillmentsCsv = (orders: OrderToWrite[], stamp: Stamp): string =>
  toCsv(
    FULFILLMENT_COLUMNS,
    orders.flatMap((order) =>
      (order.source.parcels ?? []).map((parcel, index) => parcelRow(order, parcel, index, stamp)),
    ),
  );
