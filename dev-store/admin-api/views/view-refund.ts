import { deterministicId } from "../../load/fields";
import type { OrderData } from "../../model";
import { lastChangeOf } from "../../search/order-search";
import { type ConnectionArguments, connect } from "../connection";
import { dateTime, globalId, moneyBag } from "./scalars";
import type { View, ViewContext } from "./view-context";

const RETURN_STATUS: Partial<Record<OrderData["returnStatus"], string>> = {
  RETURN_REQUESTED: "REQUESTED",
  IN_PROGRESS: "OPEN",
  RETURNED: "CLOSED",
};

/** Exports know that an order is being returned, and not which lines: the one return is the order's. */
export function viewReturns(order: OrderData, context: ViewContext): (View & { id: string })[] {
  const status = RETURN_STATUS[order.returnStatus];
  if (!status) return [];
  const quantity = order.lineItems.reduce((total, lineItem) => total + lineItem.quantity, 0);
  return [
    {
      __typename: "Return",
      id: globalId("Return", deterministicId("return", order.name)),
      name: `${order.name}-R1`,
      status,
      order: () => context.wholes.viewOrder(order, context),
      totalQuantity: quantity,
      createdAt: dateTime(lastChangeOf(order)),
      closedAt: status === "CLOSED" ? dateTime(lastChangeOf(order)) : null,
      decline: null,
      refunds: (args: ConnectionArguments) => connect(viewRefunds(order, context), args, (view) => view),
    },
  ];
}

/** An export has one refunded amount of the whole order, hence at most one refund. */
export function viewRefunds(order: OrderData, context: ViewContext): (View & { id: string })[] {
  if (order.refunded <= 0) return [];
  const id = deterministicId("refund", order.name);
  const refundedAt = dateTime(order.cancelledAt ?? lastChangeOf(order));
  return [
    {
      __typename: "Refund",
      id: globalId("Refund", id),
      legacyResourceId: id,
      order: () => context.wholes.viewOrder(order, context),
      note: null,
      createdAt: refundedAt,
      processedAt: refundedAt,
      updatedAt: refundedAt,
      totalRefundedSet: moneyBag(order.refunded, order.currency),
    },
  ];
}

/** Payments as far as the export proves them: one sale, one refund. */
export function viewTransactions(order: OrderData, context: ViewContext): View[] {
  const isPaid = ["PAID", "PARTIALLY_REFUNDED", "REFUNDED"].includes(order.financialStatus);
  const sale = isPaid ? [viewTransaction(order, "SALE", order.total, order.createdAt, context)] : [];
  const refund =
    order.refunded > 0
      ? [viewTransaction(order, "REFUND", order.refunded, order.cancelledAt ?? lastChangeOf(order), context)]
      : [];
  return [...sale, ...refund];
}

function viewTransaction(
  order: OrderData,
  kind: "SALE" | "REFUND",
  amount: number,
  time: string,
  context: ViewContext,
): View {
  return {
    __typename: "OrderTransaction",
    id: globalId("OrderTransaction", deterministicId("transaction", order.name, kind)),
    kind,
    status: "SUCCESS",
    gateway: order.paymentMethod || null,
    formattedGateway: order.paymentMethod || null,
    test: false,
    amountSet: moneyBag(amount, order.currency),
    createdAt: dateTime(time),
    processedAt: dateTime(time),
    order: () => context.wholes.viewOrder(order, context),
  };
}
