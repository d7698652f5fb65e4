import { deterministicId } from "../../load/fields";
import type { LineItemData, OrderData } from "../../model";
import { isClosed, lastChangeOf } from "../../search/order-search";
import { type ConnectionArguments, connect } from "../connection";
import { dateTime, globalId, moneyBag } from "./scalars";
import { viewAddress } from "./view-address";
import type { View, ViewContext } from "./view-context";
import { viewCustomer } from "./view-customer";
import { viewFulfillment } from "./view-fulfillment";
import { remainingQuantity, viewLineItem } from "./view-line-item";
import { metafieldFields } from "./view-metafield";
import { viewRefunds, viewReturns, viewTransactions } from "./view-refund";

export function viewOrder(order: OrderData, context: ViewContext): View {
  const { catalogue, config } = context.store;
  const id = globalId("Order", order.id);
  const customer = order.customerId ? catalogue.customerById.get(order.customerId) : undefined;
  return {
    __typename: "Order",
    ...metafieldFields(id, context),
    ...viewMoney(order),
    ...viewPayment(order),
    id,
    legacyResourceId: order.id,
    name: order.name,
    number: Number(order.name.replace(/\D/g, "").slice(-9)) || 0,
    email: order.email || null,
    phone: order.shippingAddress?.phone || null,
    note: order.note || null,
    tags: [...order.tags].sort(),
    customAttributes: [],
    alerts: [],
    test: false,
    edited: false,
    confirmed: true,
    confirmationNumber: null,
    sourceName: "web",
    customerLocale: customer?.locale ?? null,
    createdAt: dateTime(order.createdAt),
    processedAt: dateTime(order.processedAt),
    updatedAt: dateTime(lastChangeOf(order)),
    cancelledAt: dateTime(order.cancelledAt),
    cancelReason: order.cancelReason,
    cancellation: order.cancelledAt ? { __typename: "OrderCancellation", staffNote: null } : null,
    closed: isClosed(order),
    closedAt: isClosed(order) ? dateTime(lastChangeOf(order)) : null,
    displayFinancialStatus: order.financialStatus,
    displayFulfillmentStatus: order.fulfillmentStatus,
    returnStatus: order.returnStatus,
    requiresShipping: order.lineItems.some(({ requiresShipping }) => requiresShipping),
    fulfillable:
      !order.cancelledAt && order.lineItems.some((lineItem) => remainingQuantity(order, lineItem) > 0),
    customer: () => (customer ? viewCustomer(customer, context) : null),
    shippingAddress: viewAddress(order.shippingAddress, order.id),
    billingAddress: viewAddress(order.shippingAddress, order.id),
    displayAddress: viewAddress(order.shippingAddress, order.id),
    billingAddressMatchesShippingAddress: true,
    shippingLine: viewShippingLine(order),
    shippingLines: (args: ConnectionArguments) => {
      const line = viewShippingLine(order);
      return connect(line ? [line] : [], args, (view) => view);
    },
    statusPageUrl: `${config.url}/account/orders/${order.id}`,
    lineItems: (args: ConnectionArguments) =>
      connect(order.lineItems, args, (lineItem) => viewLineItem(order, lineItem, context)),
    subtotalLineItemsQuantity: countItems(order.lineItems),
    currentSubtotalLineItemsQuantity: order.cancelledAt ? 0 : countItems(order.lineItems),
    fulfillments: ({ first }: { first?: number }) =>
      order.fulfillments
        .slice(0, first ?? undefined)
        .map((fulfillment, index) => viewFulfillment(order, fulfillment, index, context)),
    fulfillmentsCount: { __typename: "Count", count: order.fulfillments.length, precision: "EXACT" },
    returns: (args: ConnectionArguments) => connect(viewReturns(order, context), args, (view) => view),
    refunds: ({ first }: { first?: number }) => viewRefunds(order, context).slice(0, first ?? undefined),
    transactions: ({ first }: { first?: number }) =>
      viewTransactions(order, context).slice(0, first ?? undefined),
  };
}

function countItems(lineItems: LineItemData[]): number {
  return lineItems.reduce((count, { quantity }) => count + quantity, 0);
}

function viewMoney(order: OrderData): Record<string, unknown> {
  const bag = (minor: number) => moneyBag(minor, order.currency);
  const current = order.cancelledAt ? 0 : order.total - order.refunded;
  return {
    currencyCode: order.currency,
    presentmentCurrencyCode: order.currency,
    subtotalPriceSet: bag(order.subtotal),
    currentSubtotalPriceSet: bag(order.cancelledAt ? 0 : order.subtotal),
    totalPriceSet: bag(order.total),
    originalTotalPriceSet: bag(order.total),
    currentTotalPriceSet: bag(current),
    totalShippingPriceSet: bag(order.shipping),
    currentShippingPriceSet: bag(order.cancelledAt ? 0 : order.shipping),
    totalTaxSet: bag(order.taxes),
    currentTotalTaxSet: bag(order.cancelledAt ? 0 : order.taxes),
    totalDiscountsSet: bag(order.discount),
    currentTotalDiscountsSet: bag(order.cancelledAt ? 0 : order.discount),
    cartDiscountAmountSet: bag(order.discount),
    totalRefundedSet: bag(order.refunded),
    totalTipReceivedSet: bag(0),
    discountCode: order.discountCode,
    discountCodes: order.discountCode ? [order.discountCode] : [],
  };
}

function viewPayment(order: OrderData): Record<string, unknown> {
  const bag = (minor: number) => moneyBag(minor, order.currency);
  const isPaid = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(order.financialStatus);
  const received = isPaid ? order.total : 0;
  return {
    fullyPaid: isPaid,
    unpaid: !isPaid && order.financialStatus !== "PARTIALLY_PAID",
    paymentGatewayNames: order.paymentMethod ? [order.paymentMethod] : [],
    totalReceivedSet: bag(received),
    netPaymentSet: bag(received - order.refunded),
    totalOutstandingSet: bag(isPaid || order.cancelledAt ? 0 : order.total),
    refundable: received > order.refunded,
  };
}

function viewShippingLine(order: OrderData): (View & { id: string }) | null {
  if (!order.shippingMethod) return null;
  const price = moneyBag(order.shipping, order.currency);
  return {
    __typename: "ShippingLine",
    id: globalId("ShippingLine", deterministicId("shipping-line", order.name)),
    title: order.shippingMethod,
    code: order.shippingMethod,
    custom: false,
    isRemoved: false,
    source: "shopify",
    carrierIdentifier: null,
    deliveryCategory: null,
    phone: null,
    originalPriceSet: price,
    discountedPriceSet: price,
    currentDiscountedPriceSet: price,
    discountAllocations: [],
    taxLines: [],
  };
}
