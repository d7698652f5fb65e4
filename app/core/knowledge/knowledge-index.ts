/** A section of a policy or page, cut at its headings. */
export interface KnowledgeSection {
  documentId: string;
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

/** Finds the sections of a shop's policies and pages that answer a question. Best first; empty when nothing fits. */
export interface KnowledgeIndex {
  search(shop: string, question: string, limit: number, signal: AbortSignal): Promise<KnowledgeMatch[]>;
  /** Forgets what is cached of the shop, after a change or an uninstall. */
  invalidate(shop: string): void;
}
