import type { GuestOrderStatus, Order } from "../store/order";
import { deliveredAt, expectedAt, orderState } from "../store/order-state";
import { allowEverybody } from "./authorise";
import { wroteEmail, wroteOrderNumber } from "./her-words";
import {
  type GuestOrderStatusData,
  type GuestOrderStatusInput,
  guestOrderStatusInputSchema,
  type OrderNotFoundData,
} from "./results";
import type { Tool } from "./tool";

export const guestOrderStatus: Tool<GuestOrderStatusInput> = {
  name: "guest_order_status",
  description:
    "State and delivery dates of an order for somebody who is not signed in, who must have written both its number and " +
    "the email it was placed with in this conversation. Says nothing else, and not whether number or email was wrong.",
  input: guestOrderStatusInputSchema,
  authorise: allowEverybody("guest_order_status"),
  async execute({ orderNumber, email }, context) {
    // Both open the door, so both have to come from her: what a model or a text of the shop names proves nothing.
    const { shopperTexts } = context;
    const isHerWord = wroteOrderNumber(shopperTexts, orderNumber) && wroteEmail(shopperTexts, email);
    if (!isHerWord) return { status: "refused", reason: "not-permitted" };
    if (!(await context.allowGuestLookup(orderNumber))) return { status: "refused", reason: "rate-limited" };
    const found = await context.store.findGuestOrder(context.shop, orderNumber, context.signal);
    // The same work and the same answer, whether there is no such order or its email is another.
    const isHers = sameEmail(found?.email ?? "nobody@invalid", email) && found !== null;
    if (!isHers) return { status: "not-found", data: { orderNumber } satisfies OrderNotFoundData };
    const { name, ...rest } = guestView(found.order);
    const data: GuestOrderStatusData = { number: name, ...rest };
    return { status: "ok", data };
  },
};

function guestView(order: Order): GuestOrderStatus {
  return {
    name: order.name,
    state: orderState(order),
    expectedAt: expectedAt(order),
    deliveredAt: deliveredAt(order),
  };
}

/** Compares every character, so that the time taken does not tell how much of an address was right. */
function sameEmail(known: string, given: string): boolean {
  const a = plainEmail(known);
  const b = plainEmail(given);
  let difference = a.length ^ b.length;
  for (let index = 0; index < 254; index += 1) {
    difference |= (a.charCodeAt(index) || 0) ^ (b.charCodeAt(index) || 0);
  }
  return difference === 0;
}

function plainEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}
