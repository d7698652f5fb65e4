import type { Product } from "../../store/product";
import type { StoreDocument } from "../../store/store-platform";

export type ExportStart =
  | { status: "started"; exportId: string }
  /** As many exports as the platform allows are under way. */
  | { status: "busy" };

export type ExportState =
  | { status: "running" }
  | { status: "ready" }
  | { status: "failed" }
  /** Unknown or expired: a new one is needed. */
  | { status: "gone" };

export interface ChangedProduct {
  id: string;
  updatedAt: string;
  /** Null for one that may not be shown (any more). */
  product: Product | null;
}

export interface ListedDocument {
  id: string;
  updatedAt: string;
  /** Where a page or collection stands on the storefront, such as "pages/hours"; null for others. */
  path: string | null;
}

/**
 * What a shop's platform tells of its products and texts, to be kept. Products come with all their variants. Rejects with
 * VendorError when the platform fails, and promptly with the signal's reason when it aborts.
 */
export interface KnowledgeSource {
  /** How many products may be shown (null: not told exactly), and when the one that changed last did; null without any. */
  describeProducts(
    shop: string,
    signal: AbortSignal,
  ): Promise<{ count: number | null; newest: string | null }>;
  /** All products that may be shown, page by page. */
  readProductPage(
    shop: string,
    after: string | null,
    signal: AbortSignal,
  ): Promise<{ products: Product[]; next: string | null }>;
  /** All products, the one that changed last first. */
  readChangedPage(
    shop: string,
    after: string | null,
    signal: AbortSignal,
  ): Promise<{ changes: ChangedProduct[]; next: string | null }>;
  /** Those of the products that exist and may be shown. Any number of ids. */
  readProducts(shop: string, ids: readonly string[], signal: AbortSignal): Promise<Product[]>;

  /** Has the platform prepare all products. */
  startExport(shop: string, signal: AbortSignal): Promise<ExportStart>;
  findExport(shop: string, exportId: string, signal: AbortSignal): Promise<ExportState>;
  /**
   * The products of an export that is ready, from that line on; `lines` is how many lines are done with after each. Null:
   * what the export held of it is not a product that may be shown. Never the whole export in memory. Rejects with
   * VendorError status 404 when the export cannot be had any more.
   */
  readExport(
    shop: string,
    exportId: string,
    fromLine: number,
    signal: AbortSignal,
  ): AsyncIterable<{ product: Product | null; lines: number }>;

  /** Published policies, pages, articles and collections, in no particular order. A kind without access is left out. */
  listDocuments(shop: string, signal: AbortSignal): Promise<ListedDocument[]>;
  /** Those of the documents that exist, are published and have a text. Any number of ids. */
  readDocuments(shop: string, ids: readonly string[], signal: AbortSignal): Promise<StoreDocument[]>;
}
