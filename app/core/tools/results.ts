import { z } from "zod";
import { parcelSchema } from "../conversation/turn-event";
import { count, flag, optionalText } from "./lenient-input";

export * from "./cart/cart-results";
export * from "./product-results";
export { type ToolCallOutcome, type ToolMessage, toToolMessage } from "./tool-message";

/**
 * What each tool takes and gives. Inputs are lenient, since models write "5" for 5 and null for what they leave out;
 * results hold no more than an answer needs, and never an email, a phone number or an address. Amounts are decimal
 * strings in major units with their currency beside them; dates are ISO 8601 in UTC.
 */

export const myOrdersInputSchema = z.object({
  limit: count(20, 5).describe("How many, newest first"),
  onlyOpen: flag.describe("Only orders that are not finished yet"),
  show: flag.describe("Also show the shopper a card for each of them"),
});
export type MyOrdersInput = z.infer<typeof myOrdersInputSchema>;

export const orderFactsSchema = z.object({
  number: z.string().describe('As the shop prints it, such as "#1001"'),
  /** See OrderState in core/store. */
  state: z.string(),
  /** Not finished yet: something is still to be paid, sent or delivered. */
  open: z.boolean(),
  placedAt: z.string(),
  expectedAt: z.string().nullable(),
  deliveredAt: z.string().nullable(),
  cancelledAt: z.string().nullable(),
  items: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.string().nullable(),
      quantity: z.number(),
      /** How many of them have not been sent. */
      unsent: z.number(),
      /** For all of them together, after discounts on them. */
      paid: z.string().optional(),
      /** The maker. */
      vendor: z.string().optional(),
    }),
  ),
  total: z.string(),
  refunded: z.string(),
  /** Of the total, what the shipping cost. */
  shipping: z.string().optional(),
  discountCodes: z.array(z.string()).optional(),
  currency: z.string(),
  parcels: z.array(
    parcelSchema.extend({
      shippedAt: z.string().nullable(),
      expectedAt: z.string().nullable(),
      deliveredAt: z.string().nullable(),
      /** Titles of what is inside. */
      items: z.array(z.string()),
    }),
  ),
});
export type OrderFacts = z.infer<typeof orderFactsSchema>;

export const myOrdersDataSchema = z.object({
  orders: z.array(orderFactsSchema),
  /** How many there are in all of that kind, within the time that the shop lets the app see. */
  total: z.number(),
});
export type MyOrdersData = z.infer<typeof myOrdersDataSchema>;

export const orderStatusInputSchema = z.object({ orderNumber: z.coerce.string().trim().min(1).max(64) });
export type OrderStatusInput = z.infer<typeof orderStatusInputSchema>;
export const orderStatusDataSchema = z.object({ order: orderFactsSchema });
export type OrderStatusData = z.infer<typeof orderStatusDataSchema>;
/** `not-found` of order_status and guest_order_status: the same for every reason. */
export const orderNotFoundDataSchema = z.object({ orderNumber: z.string() });
export type OrderNotFoundData = z.infer<typeof orderNotFoundDataSchema>;

export const guestOrderStatusInputSchema = z.object({
  orderNumber: z.coerce.string().trim().min(1).max(64),
  email: z.coerce.string().trim().min(3).max(254).describe("The email that the order was placed with"),
});
export type GuestOrderStatusInput = z.infer<typeof guestOrderStatusInputSchema>;
export const guestOrderStatusDataSchema = z.object({
  number: z.string(),
  state: z.string(),
  expectedAt: z.string().nullable(),
  deliveredAt: z.string().nullable(),
});
export type GuestOrderStatusData = z.infer<typeof guestOrderStatusDataSchema>;

export const searchPoliciesInputSchema = z.object({
  question: z.coerce.string().trim().min(1).max(500).describe("What the shopper wants to know, in her words"),
});
export type SearchPoliciesInput = z.infer<typeof searchPoliciesInputSchema>;
const policySectionSchema = z.object({
  title: z.string(),
  heading: z.string(),
  url: z.string(),
  /** Plain text. */
  text: z.string(),
});
export const searchPoliciesDataSchema = z.object({
  /** Best first. The numbers to cite them by stand in the tool message's `sources`, in the same order. */
  sections: z.array(policySectionSchema),
  /** Where none answers: those that come nearest, which may say nothing of it; numbered in the same way. */
  nearest: z.array(policySectionSchema).optional(),
});
export type SearchPoliciesData = z.infer<typeof searchPoliciesDataSchema>;

export const handOverInputSchema = z.object({
  reason: z.preprocess((value) => value ?? "", z.coerce.string().trim().max(300)),
  email: optionalText(254).describe("Only if the shopper gave one for the answer"),
  note: optionalText(2000),
});
export type HandOverInput = z.infer<typeof handOverInputSchema>;
export const handOverDataSchema = z.object({
  /** False: a request was already open, and this was added to it. */
  isNew: z.boolean(),
  /** Whether the shopper left an address to answer to in this call. */
  hasEmail: z.boolean(),
});
export type HandOverData = z.infer<typeof handOverDataSchema>;
