/** What the shopper's browser says is in her cart. Titles, prices and stock are looked up, whatever it says. */
export interface CartHint {
  itemCount: number;
  /** Where it is known. */
  items?: { handle: string; variantId: string; quantity: number }[] | undefined;
}
