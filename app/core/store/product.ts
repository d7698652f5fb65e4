/** Amounts are minor units of `currency` (ISO 4217); ids are Shopify's numeric ids as strings; URLs are absolute. */
export interface Product {
  id: string;
  handle: string;
  title: string;
  /** Plain text, without markup. */
  description: string;
  vendor: string;
  productType: string;
  tags: string[];
  url: string;
  image: { url: string; alt: string } | null;
  currency: string;
  options: { name: string; values: string[] }[];
  variants: Variant[];
}

export interface Variant {
  id: string;
  title: string;
  sku: string;
  price: number;
  compareAtPrice: number | null;
  available: boolean;
  /** Null when the shop does not count stock. */
  quantity: number | null;
  options: Record<string, string>;
}

export interface ProductSearch {
  /** What the shopper is looking for, in her own words or keywords; empty lists by newest. */
  query: string;
  /** Whether a product has to answer every word ("all", the default) or any of them, the best first. */
  match?: "all" | "any";
  /** Minor units of the shop's currency, inclusive. */
  minPrice?: number;
  maxPrice?: number;
  availableOnly?: boolean;
  sort?: "relevance" | "price-ascending" | "price-descending" | "newest";
  /** At most 20. */
  limit: number;
  /** From a former page. */
  cursor?: string;
}

export interface ProductPage {
  products: Product[];
  /** Null on the last page. */
  nextCursor: string | null;
}
