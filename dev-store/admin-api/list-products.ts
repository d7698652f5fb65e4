import { rank, totalInventory } from "../catalogue";
import type { ProductData } from "../model";
import { type Connection, type ConnectionArguments, connect } from "./connection";
import { sortBy } from "./list-orders";
import { warnOfUnknownFields } from "./search-warnings";
import type { View, ViewContext } from "./views/view-context";
import { viewProduct } from "./views/view-product";

export interface ProductListArguments extends ConnectionArguments {
  query?: string | null;
  sortKey?: string | null;
}

export function listProducts(
  { query, sortKey, ...page }: ProductListArguments,
  context: ViewContext,
): Connection<View> {
  const sorted = sortProducts(searchProducts(query, context), sortKey);
  return connect(sorted, page, (product) => viewProduct(product, context));
}

/** Best first. */
export function searchProducts(query: string | null | undefined, context: ViewContext): ProductData[] {
  const { catalogue, data } = context.store;
  if (!query) return data.products;
  const search = catalogue.compileProductSearch(query);
  warnOfUnknownFields(context, ["products"], query, search.unknownFields);
  return rank(data.products, search);
}

const SORT_KEYS: Record<string, (product: ProductData) => string | number> = {
  ID: ({ id }) => Number(id),
  TITLE: ({ title }) => title.toLowerCase(),
  VENDOR: ({ vendor }) => vendor.toLowerCase(),
  PRODUCT_TYPE: ({ productType }) => productType.toLowerCase(),
  CREATED_AT: ({ createdAt }) => createdAt,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
  PUBLISHED_AT: ({ createdAt }) => createdAt,
  INVENTORY_TOTAL: totalInventory,
};

function sortProducts(products: ProductData[], sortKey: string | null | undefined): ProductData[] {
  const key = SORT_KEYS[sortKey ?? "ID"];
  return key ? sortBy(products, key) : products;
}
