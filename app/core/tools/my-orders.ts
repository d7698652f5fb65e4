import { orderCard } from "../store/order-card";
import { isOpen } from "../store/order-state";
import { allowCustomers } from "./authorise";
import { orderFacts } from "./facts";
import { type MyOrdersData, type MyOrdersInput, myOrdersInputSchema } from "./results";
import type { Tool } from "./tool";

/** Cards that one answer can show without burying itself. */
const MAX_CARDS = 5;

export const myOrders: Tool<MyOrdersInput> = {
  name: "my_orders",
  description:
    "The signed-in customer's own orders, newest first, with state, dates, items and parcels. Use it to find out which " +
    "order she means (by item, the latest, all open ones). With show: true she also sees a card for each.",
  input: myOrdersInputSchema,
  authorise: allowCustomers("my_orders"),
  async execute({ limit, onlyOpen, show }, context) {
    const { orders } = await context.orders();
    const wanted = onlyOpen ? orders.filter((order) => isOpen(order, context.now)) : orders;
    const given = wanted.slice(0, limit);
    const data: MyOrdersData = {
      orders: given.map((order) => orderFacts(order, context.now)),
      total: wanted.length,
    };
    if (!show) return { status: "ok", data };
    return {
      status: "ok",
      data,
      cards: given.slice(0, MAX_CARDS).map((order) => orderCard(order, context.profile)),
    };
  },
};
