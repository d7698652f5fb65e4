import { z } from "zod";
import { parcelSchema } from "../conversation/turn-event";
import { count, flag, optionalAmount, optionalText } from "./lenient-input";

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
    }),
  ),
  total: z.string(),
  refunded: z.string(),
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

export const searchProductsInputSchema = z.object({
  query: z.preprocess((value) => value ?? "", z.coerce.string().trim().max(200)),
  minPrice: optionalAmount,
  maxPrice: optionalAmount,
  availableOnly: flag,
  sort: z
    .enum(["relevance", "price-ascending", "price-descending", "newest"])
    .catch("relevance")
    .default("relevance"),
  cursor: optionalText(2000).describe("nextCursor of an earlier result, for the products after it"),
  limit: count(10, 4),
});
export type SearchProductsInput = z.infer<typeof searchProductsInputSchema>;

export const variantFactsSchema = z.object({
  variantId: z.string(),
  title: z.string(),
  sku: z.string(),
  price: z.string(),
  compareAtPrice: z.string().nullable(),
  available: z.boolean(),
  /** Units in stock; null when the shop does not count them. */
  quantity: z.number().nullable(),
  options: z.record(z.string(), z.string()),
});
export type VariantFacts = z.infer<typeof variantFactsSchema>;

export const productFactsSchema = z.object({
  productId: z.string(),
  handle: z.string(),
  title: z.string(),
  url: z.string(),
  vendor: z.string(),
  productType: z.string(),
  currency: z.string(),
  /** Of the cheapest and the dearest variant. */
  priceFrom: z.string(),
  priceTo: z.string(),
  available: z.boolean(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  /** The variant that fits the words best: the one on the card. */
  variant: variantFactsSchema,
  /** Words of the query that nothing in this product, this variant included, answers. */
  missing: z.array(z.string()),
});
export type ProductFacts = z.infer<typeof productFactsSchema>;

export const searchProductsDataSchema = z.object({
  query: z.string(),
  products: z.array(productFactsSchema),
  /** Pass it as `cursor` for more; null when there are no more. */
  nextCursor: z.string().nullable(),
  /** How many products this and the pages before it have shown. */
  totalShown: z.number(),
  /** Whether the first product answers every word of the query. */
  exact: z.boolean(),
  /** Words of the query that no product answers. */
  unmatched: z.array(z.string()),
});
export type SearchProductsData = z.infer<typeof searchProductsDataSchema>;

export const productDetailsInputSchema = z
  .object({
    handle: optionalText(255),
    productId: optionalText(64),
    title: optionalText(255).describe(
      "Name or words, with the wanted colour or size, where no handle is known",
    ),
  })
  .refine((input) => input.handle || input.productId || input.title, "give handle, productId or title");
export type ProductDetailsInput = z.infer<typeof productDetailsInputSchema>;

export const productDetailsDataSchema = z.object({
  product: productFactsSchema.extend({
    /** Plain text, at most 1,500 characters. */
    description: z.string(),
    tags: z.array(z.string()),
    /** At most 60; those that fit the words best come first. */
    variants: z.array(variantFactsSchema),
    /** How many variants there are in all. */
    variantCount: z.number(),
  }),
});
export type ProductDetailsData = z.infer<typeof productDetailsDataSchema>;

/** `not-found` of product_details and add_to_cart. */
export const productNotFoundDataSchema = z.object({
  reason: z.enum(["no-product", "no-variant", "sold-out", "not-enough-stock"]),
  /** Products (product_details) that come near, or none. */
  candidates: z.array(productFactsSchema).optional(),
  /** Variants (add_to_cart) that can be had instead. */
  variants: z.array(variantFactsSchema).optional(),
  /** What is left, with not-enough-stock. */
  quantity: z.number().optional(),
});
export type ProductNotFoundData = z.infer<typeof productNotFoundDataSchema>;

export const searchPoliciesInputSchema = z.object({
  question: z.coerce.string().trim().min(1).max(500).describe("What the shopper wants to know, in her words"),
});
export type SearchPoliciesInput = z.infer<typeof searchPoliciesInputSchema>;
export const searchPoliciesDataSchema = z.object({
  /** Best first. The numbers to cite them by stand in the tool message's `sources`, in the same order. */
  sections: z.array(
    z.object({
      title: z.string(),
      heading: z.string(),
      url: z.string(),
      /** Plain text. */ text: z.string(),
    }),
  ),
});
export type SearchPoliciesData = z.infer<typeof searchPoliciesDataSchema>;

export const addToCartInputSchema = z
  .object({
    variantId: z.coerce.string().trim().min(1).max(64),
    productId: optionalText(64),
    handle: optionalText(255),
    quantity: count(99, 1),
  })
  .refine(
    (input) => input.handle || input.productId,
    "give the productId or handle of the variant's product",
  );
export type AddToCartInput = z.infer<typeof addToCartInputSchema>;
export const addToCartDataSchema = z.object({
  variantId: z.string(),
  quantity: z.number(),
  title: z.string(),
  variantTitle: z.string().nullable(),
  /** Of one. */
  price: z.string(),
  currency: z.string(),
  /** Nothing is in the cart until the shopper presses the button on the card. */
  awaitsConfirmation: z.literal(true),
});
export type AddToCartData = z.infer<typeof addToCartDataSchema>;

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
