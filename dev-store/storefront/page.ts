export interface Page {
  /** `product`, `customers/order`: a file below templates/. */
  template: string;
  title: string;
  /** Objects of this page: `product`, `collection`, `search` … */
  objects: Record<string, unknown>;
}
