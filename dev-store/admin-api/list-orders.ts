import { rank } from "../catalogue";
import type { OrderData } from "../model";
import { compileSearch } from "../search/compile-search";
import { lastChangeOf, ORDER_SEARCH } from "../search/order-search";
import { type Connection, type ConnectionArguments, connect } from "./connection";
import { warnOfUnknownFields } from "./search-warnings";
import type { View, ViewContext } from "./views/view-context";

export interface OrderListArguments extends ConnectionArguments {
  query?: string | null;
  sortKey?: string | null;
}

const SIXTY_DAYS_MS = 60 * 24 * 3_600_000;

/** Orders older than 60 days are there only for apps with `read_all_orders`. */
export function visibleOrders(orders: OrderData[], { store, scopes }: ViewContext): OrderData[] {
  if (scopes.includes("read_all_orders")) return orders;
  const oldest = store.clock().getTime() - SIXTY_DAYS_MS;
  return orders.filter(({ createdAt }) => Date.parse(createdAt) >= oldest);
}

export function listOrders(
  orders: OrderData[],
  { query, sortKey, ...page }: OrderListArguments,
  context: ViewContext,
  path: string[],
): Connection<View> {
  return connect(sortOrders(searchOrders(orders, query, context, path), sortKey), page, (order) =>
    context.wholes.viewOrder(order, context),
  );
}

export function searchOrders(
  orders: OrderData[],
  query: string | null | undefined,
  context: ViewContext,
  path: string[],
): OrderData[] {
  if (!query) return orders;
  const search = compileSearch(query, ORDER_SEARCH);
  warnOfUnknownFields(context, path, query, search.unknownFields);
  return rank(orders, search);
}

const SORT_KEYS: Record<string, (order: OrderData) => string | number> = {
  CREATED_AT: ({ createdAt }) => createdAt,
  PROCESSED_AT: ({ processedAt }) => processedAt,
  UPDATED_AT: lastChangeOf,
  TOTAL_PRICE: ({ total }) => total,
  CURRENT_TOTAL_PRICE: ({ total, refunded }) => total - refunded,
  TOTAL_ITEMS_QUANTITY: ({ lineItems }) => lineItems.reduce((count, { quantity }) => count + quantity, 0),
  ORDER_NUMBER: ({ name }) => Number(name.replace(/\D/g, "")) || 0,
  CUSTOMER_NAME: ({ shippingAddress }) => shippingAddress?.name ?? "",
  DESTINATION: ({ shippingAddress }) => shippingAddress?.city ?? "",
  FINANCIAL_STATUS: ({ financialStatus }) => financialStatus,
  FULFILLMENT_STATUS: ({ fulfillmentStatus }) => fulfillmentStatus,
  ID: ({ id }) => Number(id),
};

function sortOrders(orders: OrderData[], sortKey: string | null | undefined): OrderData[] {
  if (sortKey === "RELEVANCE") return orders;
  const key = SORT_KEYS[sortKey ?? "PROCESSED_AT"] ?? SORT_KEYS.PROCESSED_AT;
  return key ? sortBy(orders, key) : orders;
}

/** Ascending; records that are equal keep their order. */
export function sortBy<T>(records: readonly T[], key: (record: T) => string | number): T[] {
  return [...records].sort((one, other) => {
    const [left, right] = [key(one), key(other)];
    return left < right ? -1 : left > right ? 1 : 0;
  });
}
