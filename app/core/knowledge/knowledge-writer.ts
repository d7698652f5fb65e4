import type { Product } from "../store/product";
import type { StoreDocument } from "../store/store-platform";

/** What can be known of a shop, in the two parts in which it is read. */
export type KnowledgeScope = "products" | "documents";

/**
 * Fills the index of a shop. Writes are idempotent and searchable when the call resolves; a shop that is not installed
 * takes none. `generation` is the number of the reading that brought the entries: a whole reading ends with
 * `removeOlder`, which drops what no reading since has seen. Rejects with VendorError when the store is broken.
 */
export interface KnowledgeWriter {
  /** Batches of a few hundred. Entries whose content is the same only get the generation. Returns how many changed. */
  putProducts(shop: string, products: readonly Product[], generation: number): Promise<number>;
  putDocuments(shop: string, documents: readonly StoreDocument[], generation: number): Promise<number>;
  removeProducts(shop: string, ids: readonly string[]): Promise<void>;
  removeDocuments(shop: string, ids: readonly string[]): Promise<void>;
  /** Ends a whole reading of one part: from now on the part counts as known. Returns how many were dropped. */
  removeOlder(shop: string, scope: KnowledgeScope, generation: number): Promise<number>;
  /** Synonym groups of the shop: each word of a group finds the others. */
  putSynonyms(shop: string, groups: readonly (readonly string[])[]): Promise<void>;
  counts(shop: string): Promise<{ products: number; documents: number; sections: number }>;
}
