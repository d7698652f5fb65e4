import { z } from "zod";
import { count, flag, optionalAmount, optionalText } from "./lenient-input";

/** What the product tools take and give: see results. */

export const searchProductsInputSchema = z.object({
  query: z.preprocess((value) => value ?? "", z.coerce.string().trim().max(200)),
  minPrice: optionalAmount,
  maxPrice: optionalAmount,
  availableOnly: flag,
  onlyExact: flag.describe("Nothing that merely comes near, as for a cheaper one than those shown"),
  sort: z
    .enum(["relevance", "price-ascending", "price-descending", "newest"])
    .catch("relevance")
    .default("relevance"),
  cursor: optionalText(2000).describe("nextCursor of an earlier result, for the products after it"),
  limit: count(10, 4),
  hidden: flag.describe("Show her no cards: only to learn what her words stand for"),
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

export const UNMET = ["thing", "price", "stock", "option", "vendor", "measure", "excluded"] as const;
export type Unmet = (typeof UNMET)[number];

const wishFactsSchema = z.object({
  kind: z.enum(UNMET),
  /** As the shopper wrote it; empty for prices and stock, which `kind` tells enough. */
  words: z.string(),
  met: z.boolean(),
});
export type WishFacts = z.infer<typeof wishFactsSchema>;

export const searchProductsDataSchema = z.object({
  query: z.string(),
  products: z.array(productFactsSchema),
  /** Pass it as `cursor` for more; null when there are no more. */
  nextCursor: z.string().nullable(),
  /** How many products this and the pages before it have shown. */
  totalShown: z.number(),
  /** Whether the first product is what was asked for, in every word and wish. */
  exact: z.boolean(),
  /** Words of the query that no product answers. */
  unmatched: z.array(z.string()),
  /** What had to be given up for these products; with "thing" they are not even what was asked for. */
  unmet: z.array(z.enum(UNMET)).default([]),
  /** What was read out of the words and limits, as the shopper may be told of it. */
  wishes: z.array(wishFactsSchema).default([]),
  /** Words that were searched for in other words: misspelt ones, or those of another language. */
  repaired: z.array(z.object({ from: z.string(), to: z.string() })).default([]),
  /** A price limit in a currency that is not the shop's, as written: it limited nothing. */
  foreignPrice: z.string().nullable().default(null),
});
export type SearchProductsData = z.infer<typeof searchProductsDataSchema>;

export const productDetailsInputSchema = z
  .object({
    handle: optionalText(255),
    productId: optionalText(64),
    title: optionalText(255).describe(
      "Name or words, with the wanted colour or size, where no handle is known",
    ),
    variantId: optionalText(64).describe("The variant that is chosen on the page, where she names no other"),
    hidden: flag.describe("Show her no card: only to learn what the page says"),
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
