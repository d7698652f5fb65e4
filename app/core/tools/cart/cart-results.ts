import { z } from "zod";
import { optionalText } from "../lenient-input";
import { productFactsSchema } from "../product-results";

/** What the tools around the cart take and give: see results. */

export const viewCartInputSchema = z.object({});
export type ViewCartInput = z.infer<typeof viewCartInputSchema>;

export const cartFactsSchema = z.object({
  items: z.array(
    z.object({
      title: z.string(),
      variantTitle: z.string().nullable(),
      productId: z.string(),
      handle: z.string(),
      variantId: z.string(),
      quantity: z.number(),
      /** Of one. */
      price: z.string(),
      /** Of all of them. */
      total: z.string(),
      currency: z.string(),
      soldOut: z.boolean(),
    }),
  ),
  /** In the cart as well, but nobody knows what they are; `total` is without them. */
  unknownItems: z.number(),
  /** At today's prices, before discounts and shipping. */
  total: z.string(),
  currency: z.string(),
});
export type CartFacts = z.infer<typeof cartFactsSchema>;

export const relatedProductsInputSchema = z.object({
  handle: optionalText(255),
  productId: optionalText(64),
  title: optionalText(255).describe("Its name, where no handle is known"),
});
export type RelatedProductsInput = z.infer<typeof relatedProductsInputSchema>;

export const relatedProductsDataSchema = z.object({
  /** What they are to go with. */
  basis: z.array(z.object({ title: z.string() })),
  /** Best first; none where the catalogue tells of no relation. */
  products: z.array(
    productFactsSchema.extend({
      /** What they have in common: tags of both, or words of one's name that the other's page has. */
      shared: z.array(z.string()),
    }),
  ),
});
export type RelatedProductsData = z.infer<typeof relatedProductsDataSchema>;
