export type AddToCartResult =
  /** `note`: what the store adjusted, in the shopper's language. */
  | { status: "added"; note?: string }
  /** The shop's own cart opens elsewhere, and puts the thing in: whether it could is not known here. */
  | { status: "opened" }
  /** The store says no, in the shopper's language: sold out, or too many. */
  | { status: "refused"; message: string }
  | { status: "failed" };

export interface CartLine {
  /** Shopify's numeric id. */
  variantId: string;
  quantity: number;
}
