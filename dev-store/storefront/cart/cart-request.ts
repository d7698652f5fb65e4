import { z } from "zod";
import type { ItemRequest } from "./cart-changes";

const MOST_OF_ONE_THING = 1_000_000;

/** Bodies come as JSON or as a form, in which everything is text and `properties[x]` was read into an object. */
const quantity = z.coerce.number().int().min(0).max(MOST_OF_ONE_THING);
const id = z.union([z.string().max(200), z.number()]).transform(String);
const texts = z
  .record(z.string().max(200), z.union([z.string().max(5000), z.number(), z.boolean(), z.null()]))
  .transform((values) =>
    Object.fromEntries(
      Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, String(value)]])),
    ),
  );
const sections = z
  .union([z.string(), z.array(z.string())])
  .transform((names) => (typeof names === "string" ? names.split(",") : names).filter(Boolean).slice(0, 5))
  .default([]);

const item = z.object({
  id,
  quantity: quantity.refine((number) => number > 0).default(1),
  properties: texts.default({}),
});

const cartNote = { note: z.string().max(5000).nullable().optional(), attributes: texts.optional(), sections };

export const addRequest = z.object({ items: z.array(item).min(1).max(250), ...cartNote });

export const changeRequest = z.object({
  line: z.coerce.number().int().min(1).optional(),
  id: id.optional(),
  quantity: quantity.optional(),
  properties: texts.optional(),
  sections,
});

export const updateRequest = z.object({
  updates: z.union([z.record(z.string(), quantity), z.array(quantity)]).optional(),
  ...cartNote,
});

/** `{id, quantity}` is the short way to write one of `items`. */
export function withItems(body: unknown): unknown {
  if (typeof body !== "object" || body === null || "items" in body) return body;
  const { id: variantId, quantity: count, properties, ...rest } = body as Record<string, unknown>;
  const one = {
    id: variantId,
    ...(count !== undefined && { quantity: count }),
    ...(properties ? { properties } : {}),
  };
  return { ...rest, items: [one] };
}

export function toItemRequests(items: z.infer<typeof item>[]): ItemRequest[] {
  return items.map((one) => ({ variantId: one.id, quantity: one.quantity, properties: one.properties }));
}
