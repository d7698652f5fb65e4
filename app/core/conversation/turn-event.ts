import { z } from "zod";

/**
 * The vocabulary of one turn: what a shopper's client is told while a reply comes about. Every event is stored and sent
 * with an id; the last event of a turn is always `turn-end` or `error`. Texts are plain text with a small Markdown
 * subset (bold, italics, lists, links to allowed hosts); facts on cards come from the store, never from a model.
 */

/** A decimal amount in major units, such as "49.95", with exactly the currency's digits. */
const amountSchema = z.string().regex(/^\d+(\.\d+)?$/);
const timestampSchema = z.iso.datetime().nullable();

export const parcelSchema = z.object({
  company: z.string().nullable(),
  number: z.string().nullable(),
  url: z.string().nullable(),
  /** Shopify's FulfillmentDisplayStatus in lower case, such as in_transit. */
  state: z.string(),
  /** What is inside; empty where the store does not say it of this parcel. */
  items: z
    .array(z.object({ title: z.string(), variantTitle: z.string().nullable(), quantity: z.number().int() }))
    .default([]),
});
export type Parcel = z.infer<typeof parcelSchema>;

export const orderCardSchema = z.object({
  kind: z.literal("order"),
  /** As the merchant prints it, such as "#1001". */
  name: z.string(),
  /** See OrderState in core/store. */
  state: z.string(),
  placedAt: timestampSchema,
  expectedAt: timestampSchema,
  deliveredAt: timestampSchema,
  parcels: z.array(parcelSchema),
  items: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.string().nullable(),
      quantity: z.number().int(),
      imageUrl: z.string().nullable(),
      /** How many of them have not been sent. */
      unsent: z.number().int().default(0),
    }),
  ),
  total: amountSchema.nullable(),
  currency: z.string(),
  /** Shopify's order status page: personal, so only for the verified customer. */
  statusUrl: z.string().nullable(),
  /** IANA name: dates are shown as the shop counts days. */
  timezone: z.string(),
});
export type OrderCard = z.infer<typeof orderCardSchema>;

export const productVariantSchema = z.object({
  variantId: z.string(),
  title: z.string(),
  sku: z.string(),
  price: amountSchema,
  compareAtPrice: amountSchema.nullable(),
  available: z.boolean(),
  /** Units in stock; null when the shop does not count them. */
  quantity: z.number().int().nullable(),
  options: z.record(z.string(), z.string()),
});

export const productCardSchema = z.object({
  kind: z.literal("product"),
  /** Shopify's numeric ids. variantId, sku and price are those of the variant that fits the question best. */
  productId: z.string(),
  handle: z.string(),
  variantId: z.string(),
  sku: z.string(),
  title: z.string(),
  url: z.string(),
  price: amountSchema,
  compareAtPrice: amountSchema.nullable(),
  currency: z.string(),
  imageUrl: z.string().nullable(),
  imageAlt: z.string(),
  available: z.boolean(),
  options: z.array(z.object({ name: z.string(), values: z.array(z.string()) })),
  /** At most 100. */
  variants: z.array(productVariantSchema),
});
export type ProductCard = z.infer<typeof productCardSchema>;

export const policyCardSchema = z.object({
  kind: z.literal("policy"),
  title: z.string(),
  url: z.string(),
  excerpt: z.string(),
});

export const cartCardSchema = z.object({
  kind: z.literal("cart"),
  items: z.array(
    z.object({
      title: z.string(),
      quantity: z.number().int(),
      /** Of the line, with what was taken off it; `priceBefore` without, null when nothing was. */
      price: amountSchema,
      priceBefore: amountSchema.nullable().default(null),
    }),
  ),
  /** What was taken off the cart as a whole. */
  discounts: z.array(z.object({ title: z.string(), amount: amountSchema })).default([]),
  total: amountSchema,
  currency: z.string(),
});

/** Something that happens only on the shopper's own click, in her own browser. */
export const confirmCardSchema = z.discriminatedUnion("action", [
  z.object({
    kind: z.literal("confirm"),
    action: z.literal("add-to-cart"),
    variantId: z.string(),
    quantity: z.number().int().min(1),
    title: z.string(),
    variantTitle: z.string().nullable(),
    /** Of one. */
    price: amountSchema,
    currency: z.string(),
    imageUrl: z.string().nullable().default(null),
  }),
  z.object({ kind: z.literal("confirm"), action: z.literal("sign-in"), url: z.string() }),
]);

export const cardSchema = z.union([
  productCardSchema,
  orderCardSchema,
  policyCardSchema,
  cartCardSchema,
  confirmCardSchema,
]);
export type Card = z.infer<typeof cardSchema>;

export const sourceSchema = z.object({
  /** Counts from 1 within the turn. */
  n: z.number().int().min(1),
  /** Page and section, such as "Refund policy: Returning items". */
  title: z.string(),
  url: z.string(),
});
export type Source = z.infer<typeof sourceSchema>;

export const usageSchema = z.object({ inputTokens: z.number().int(), outputTokens: z.number().int() });
export type Usage = z.infer<typeof usageSchema>;

export const turnOutcomeSchema = z.enum(["answered", "handed-off", "stopped", "failed"]);
export type TurnOutcome = z.infer<typeof turnOutcomeSchema>;

export const turnEventSchema = z.discriminatedUnion("event", [
  z.object({
    event: z.literal("turn-start"),
    data: z.object({
      turnId: z.string(),
      messageId: z.string(),
      /** The token to go on with, for clients that began without a session. */
      token: z.string().optional(),
    }),
  }),
  z.object({ event: z.literal("status"), data: z.object({ label: z.string() }) }),
  z.object({ event: z.literal("text-delta"), data: z.object({ text: z.string() }) }),
  z.object({ event: z.literal("tool-start"), data: z.object({ name: z.string() }) }),
  z.object({ event: z.literal("tool-end"), data: z.object({ name: z.string(), ok: z.boolean() }) }),
  z.object({ event: z.literal("card"), data: cardSchema }),
  z.object({ event: z.literal("source"), data: sourceSchema }),
  z.object({ event: z.literal("suggestions"), data: z.object({ items: z.array(z.string()) }) }),
  z.object({ event: z.literal("handoff"), data: z.object({ ticketId: z.string() }) }),
  z.object({ event: z.literal("reset"), data: z.object({ reason: z.string() }) }),
  z.object({
    event: z.literal("turn-end"),
    data: z.object({ turnId: z.string(), outcome: turnOutcomeSchema, model: z.string(), usage: usageSchema }),
  }),
  z.object({
    event: z.literal("error"),
    data: z.object({ code: z.string(), message: z.string(), retryAfterSeconds: z.number().optional() }),
  }),
]);
export type TurnEvent = z.infer<typeof turnEventSchema>;

/** An event as it stands in the log; ids are "<attempt>.<sequence>" and grow within a turn. */
export type LoggedTurnEvent = TurnEvent & { id: string };
export const loggedTurnEventSchema = turnEventSchema.and(z.object({ id: z.string() }));

/** The two numbers of an event id; null for anything that is none. */
export function parseEventId(id: string): { attempt: number; sequence: number } | null {
  const match = /^(\d{1,9})\.(\d{1,9})$/.exec(id);
  return match ? { attempt: Number(match[1]), sequence: Number(match[2]) } : null;
}

export function isClosing(event: TurnEvent): boolean {
  return event.event === "turn-end" || event.event === "error";
}
