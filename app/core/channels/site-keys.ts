/**
 * The key of each shop with which the merchant's other websites sign for their pages. Whoever has it can speak for every
 * customer of the shop, so it is kept as tokens are, and can be replaced at any time.
 */
export interface SiteKeyRepository {
  /** Null when the shop has none, or it can no longer be opened. */
  find(shop: string): Promise<string | null>;
  /** What was signed with a former key is refused from now on. */
  replace(shop: string, key: string, at: Date): Promise<void>;
  remove(shop: string): Promise<void>;
}
