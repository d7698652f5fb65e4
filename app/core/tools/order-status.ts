import type { Order } from "../store/order";
import { orderCard } from "../store/order-card";
import { matchOrderNumber } from "../store/order-number";
import { allowCustomers } from "./authorise";
import { orderFacts } from "./facts";
import {
  type OrderNotFoundData,
  type OrderStatusData,
  type OrderStatusInput,
  orderStatusInputSchema,
} from "./results";
import type { Tool, ToolContext } from "./tool";

export const orderStatus: Tool<OrderStatusInput> = {
  name: "order_status",
  description:
    "State, dates, items and parcels of one of the signed-in customer's own orders, by its number; shows her its card. " +
    "An order that is not hers is not found, whether it exists or not.",
  input: orderStatusInputSchema,
  authorise: allowCustomers("order_status"),
  async execute({ orderNumber }, context) {
    const order = await findOwnOrder(orderNumber, context);
    if (!order) return { status: "not-found", data: { orderNumber } satisfies OrderNotFoundData };
    const data: OrderStatusData = { order: orderFacts(order, context.now) };
    return { status: "ok", data, cards: [orderCard(order, context.profile)] };
  },
};

/** Among the newest orders, which are at hand, else among all of hers: the platform is asked with her id, never without. */
async function findOwnOrder(orderNumber: string, context: ToolContext): Promise<Order | null> {
  const { shopper, shop, signal } = context;
  if (shopper.kind !== "customer") return null;
  const { orders } = await context.orders();
  return (
    matchOrderNumber(orders, orderNumber) ??
    context.store.findCustomerOrder(shop, shopper.customerId, orderNumber, signal)
  );
}
