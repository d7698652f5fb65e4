import type { ProductData } from "../../model";
import { isAvailable, lowestPrice } from "./assortment";

export const SORT_ORDERS = [
  ["best-selling", "Featured"],
  ["title-ascending", "Alphabetically, A-Z"],
  ["title-descending", "Alphabetically, Z-A"],
  ["price-ascending", "Price, low to high"],
  ["price-descending", "Price, high to low"],
  ["created-descending", "Date, new to old"],
] as const;

/** What a shopper narrowed a list of products down to, in the names of Shopify's storefront filtering. */
export interface ListingChoice {
  sortBy: string;
  productTypes: string[];
  vendors: string[];
  inStockOnly: boolean;
}

export interface FilterValue {
  value: string;
  count: number;
  active: boolean;
}

export interface Listing {
  products: ProductData[];
  productTypes: FilterValue[];
  vendors: FilterValue[];
}

export function readListingChoice(query: URLSearchParams): ListingChoice {
  return {
    sortBy: query.get("sort_by") ?? "best-selling",
    productTypes: query.getAll("filter.p.product_type"),
    vendors: query.getAll("filter.p.vendor"),
    inStockOnly: query.get("filter.v.availability") === "1",
  };
}

/** Filters of one kind widen the list, filters of different kinds narrow it. The counts are those of the whole list. */
export function listProducts(all: ProductData[], choice: ListingChoice): Listing {
  const chosen = all.filter(
    (product) =>
      isAmong(choice.productTypes, product.productType) &&
      isAmong(choice.vendors, product.vendor) &&
      (!choice.inStockOnly || product.variants.some(isAvailable)),
  );
  return {
    products: sortProducts(chosen, choice.sortBy),
    productTypes: countValues(all, (product) => product.productType, choice.productTypes),
    vendors: countValues(all, (product) => product.vendor, choice.vendors),
  };
}

function isAmong(wanted: string[], value: string): boolean {
  return wanted.length === 0 || wanted.includes(value);
}

function sortProducts(products: ProductData[], sortBy: string): ProductData[] {
  const order = COMPARE[sortBy];
  return order ? [...products].sort(order) : products;
}

const titles = new Intl.Collator("en", { numeric: true });
const COMPARE: Record<string, (a: ProductData, b: ProductData) => number> = {
  "title-ascending": (a, b) => titles.compare(a.title, b.title),
  "title-descending": (a, b) => titles.compare(b.title, a.title),
  "price-ascending": (a, b) => lowestPrice(a) - lowestPrice(b),
  "price-descending": (a, b) => lowestPrice(b) - lowestPrice(a),
  "created-descending": (a, b) => b.createdAt.localeCompare(a.createdAt),
};

/** The list would be useless with hundreds of values: the most frequent ones are kept, with those that are chosen. */
const MOST_VALUES = 20;

function countValues(
  all: ProductData[],
  read: (product: ProductData) => string,
  active: string[],
): FilterValue[] {
  const counts = new Map<string, number>();
  for (const product of all) {
    const value = read(product);
    if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count, active: active.includes(value) }))
    .sort((a, b) => Number(b.active) - Number(a.active) || b.count - a.count)
    .slice(0, Math.max(MOST_VALUES, active.length))
    .sort((a, b) => titles.compare(a.value, b.value));
}
