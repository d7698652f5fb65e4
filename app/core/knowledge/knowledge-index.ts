import type { DocumentKind } from "../store/document-kind";
import type { ProductMatches, ProductQuery } from "./product-query";

/** A section of a document, cut at its headings. */
export interface KnowledgeSection {
  documentId: string;
  kind: DocumentKind;
  documentTitle: string;
  /** The section's own heading; empty for the text before the first one. */
  heading: string;
  url: string;
  /** Plain text. */
  text: string;
}

export interface KnowledgeMatch extends KnowledgeSection {
  /** Higher is better; comparable within one answer only. */
  score: number;
}

/** The words that a shop's catalogue uses, to read a shopper's words by. Values stand as the merchant wrote them. */
export interface CatalogueVocabulary {
  /** Option names with every value that some product has, such as Color with Red and Blue. */
  options: { name: string; values: string[] }[];
  vendors: string[];
  productTypes: string[];
  /** That the products are written in, ISO 639-1, the commonest first; absent where that is not known. */
  languages?: readonly string[];
}

/**
 * What is known of a shop, to be searched. Calls reject with VendorError when the index is broken, and promptly with the
 * signal's reason when it aborts; a shop of which nothing is known has nothing, never an error.
 */
export interface KnowledgeIndex {
  /** The sections that answer a question. Best first; empty when nothing fits. */
  search(shop: string, question: string, limit: number, signal: AbortSignal): Promise<KnowledgeMatch[]>;
  /** For a question that `search` has no answer to: the sections that come nearest, to be shown as no more than that. */
  findNearest(shop: string, question: string, limit: number, signal: AbortSignal): Promise<KnowledgeMatch[]>;
  /** Null while the shop's products have not been read for the first time: the platform's own search serves until then. */
  findProducts(shop: string, query: ProductQuery, signal: AbortSignal): Promise<ProductMatches | null>;
  /** Null like `findProducts`. */
  readVocabulary(shop: string, signal: AbortSignal): Promise<CatalogueVocabulary | null>;
  /** Forgets what is cached of the shop, after a change or an uninstall. */
  invalidate(shop: string): void;
}
