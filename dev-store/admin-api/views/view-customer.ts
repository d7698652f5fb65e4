import type { CustomerData, OrderData } from "../../model";
import type { ConnectionArguments } from "../connection";
import { connect } from "../connection";
import { listOrders, type OrderListArguments, visibleOrders } from "../list-orders";
import { dateTime, globalId, money } from "./scalars";
import { viewAddress } from "./view-address";
import type { View, ViewContext } from "./view-context";
import { metafieldFields } from "./view-metafield";

export function viewCustomer(customer: CustomerData, context: ViewContext): View {
  const { catalogue, data } = context.store;
  const id = globalId("Customer", customer.id);
  const all = catalogue.ordersByCustomerId.get(customer.id) ?? [];
  const orders = visibleOrders(all, context);
  const address = viewAddress(customer.defaultAddress, customer.id);
  const firstOrderAt = all.at(-1)?.createdAt ?? context.store.clock().toISOString();
  return {
    __typename: "Customer",
    ...metafieldFields(id, context),
    id,
    legacyResourceId: customer.id,
    firstName: customer.firstName || null,
    lastName: customer.lastName || null,
    displayName: [customer.firstName, customer.lastName].filter(Boolean).join(" ") || customer.email,
    email: customer.email || null,
    phone: customer.phone || null,
    defaultEmailAddress: customer.email ? viewEmailAddress(customer.email) : null,
    defaultPhoneNumber: customer.phone
      ? { __typename: "CustomerPhoneNumber", phoneNumber: customer.phone }
      : null,
    note: customer.note || null,
    tags: [...customer.tags].sort(),
    locale: customer.locale,
    state: "ENABLED",
    verifiedEmail: customer.email !== "",
    validEmailAddress: customer.email !== "",
    taxExempt: false,
    taxExemptions: [],
    dataSaleOptOut: false,
    canDelete: all.length === 0,
    numberOfOrders: String(all.length),
    amountSpent: money(amountSpent(all), data.shop.currency),
    createdAt: dateTime(firstOrderAt),
    updatedAt: dateTime(all[0]?.createdAt ?? firstOrderAt),
    defaultAddress: address,
    addresses: address ? [address] : [],
    addressesV2: (args: ConnectionArguments) =>
      connect(address ? [{ id: customer.id, address }] : [], args, (entry) => entry.address),
    lastOrder: () => (orders[0] ? context.wholes.viewOrder(orders[0], context) : null),
    orders: (args: OrderListArguments) => listOrders(orders, args, context, ["customer", "orders"]),
  };
}

function viewEmailAddress(emailAddress: string): View {
  return {
    __typename: "CustomerEmailAddress",
    emailAddress,
    marketingState: "NOT_SUBSCRIBED",
    validFormat: true,
  };
}

function amountSpent(orders: OrderData[]): number {
  return orders
    .filter(({ cancelledAt }) => cancelledAt === null)
    .reduce((total, order) => total + order.total - order.refunded, 0);
}
