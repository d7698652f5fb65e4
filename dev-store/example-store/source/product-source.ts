import type { ShapeName } from "../pictures/shapes/index";
import type { ColourName } from "./colours";

/** A product as one writes it down; `expand-product.ts` makes Shopify's variants of it. Prices are dollars. */
export interface ProductSource {
  handle: string;
  title: string;
  /** First part of every SKU: three or four letters, unique. */
  code: string;
  type: string;
  category: string;
  price: number;
  /** The former price, where the product is on sale. */
  was?: number;
  colours: ColourName[];
  /** Sizes in order; a pair gives a size its own price. */
  sizes?: (string | [name: string, price: number])[];
  /** What Shopify calls the option of `sizes`; "Size" when unset. */
  sizeOption?: string;
  grams: number;
  tags: string[];
  /** Ends of SKUs (such as "OCH-XL", or "" for the only variant) with none left. */
  soldOut?: string[];
  /** Ends of SKUs with an exact number left. */
  left?: Record<string, number>;
  /** Sold although none is left, since it is made to order. */
  madeToOrder?: true;
  /** No shipping, no stock: a code by email. */
  digital?: true;
  shape: ShapeName;
  /** What the picture shows, for those who cannot see it; the colour is put in front. */
  alt: string;
  text: { about: string; details: string[]; care?: string };
}
