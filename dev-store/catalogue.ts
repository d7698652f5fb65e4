import type {
  CollectionData,
  CustomerData,
  FulfillmentData,
  OrderData,
  PageData,
  ProductData,
  StoreData,
  VariantData,
} from "./model";
import { type CompiledSearch, compileSearch } from "./search/compile-search";
import { createProductSearchSchema } from "./search/product-search";

/** The store's data by every key that the storefront and the Admin API look it up by. */
export interface Catalogue {
  productById: ReadonlyMap<string, ProductData>;
  productByHandle: ReadonlyMap<string, ProductData>;
  variantById: ReadonlyMap<string, VariantEntry>;
  collectionById: ReadonlyMap<string, CollectionData>;
  collectionByHandle: ReadonlyMap<string, CollectionData>;
  customerById: ReadonlyMap<string, CustomerData>;
  customerByEmail: ReadonlyMap<string, CustomerData>;
  orderById: ReadonlyMap<string, OrderData>;
  /** Newest first. */
  ordersByCustomerId: ReadonlyMap<string, OrderData[]>;
  fulfillmentById: ReadonlyMap<string, { order: OrderData; fulfillment: FulfillmentData }>;
  pageById: ReadonlyMap<string, PageData>;
  /** In Shopify's search syntax, best first; products that fit equally well keep their order. */
  searchProducts(query: string): ProductData[];
  compileProductSearch(query: string): CompiledSearch<ProductData>;
}

export interface VariantEntry {
  product: ProductData;
  variant: VariantData;
  /** From 1. */
  position: number;
}

export function createCatalogue(data: StoreData): Catalogue {
  const productSearch = createProductSearchSchema(data.products, data.shop.currency);
  const compileProductSearch = (query: string) => compileSearch(query, productSearch);
  return {
    productById: keyBy(data.products, ({ id }) => id),
    productByHandle: keyBy(data.products, ({ handle }) => handle),
    variantById: keyBy(
      data.products.flatMap((product) =>
        product.variants.map((variant, index) => ({ product, variant, position: index + 1 })),
      ),
      ({ variant }) => variant.id,
    ),
    collectionById: keyBy(data.collections, ({ id }) => id),
    collectionByHandle: keyBy(data.collections, ({ handle }) => handle),
    customerById: keyBy(data.customers, ({ id }) => id),
    customerByEmail: keyBy(data.customers, ({ email }) => email.toLowerCase()),
    orderById: keyBy(data.orders, ({ id }) => id),
    ordersByCustomerId: groupOrders(data.orders),
    fulfillmentById: keyBy(
      data.orders.flatMap((order) => order.fulfillments.map((fulfillment) => ({ order, fulfillment }))),
      ({ fulfillment }) => fulfillment.id,
    ),
    pageById: keyBy(data.pages, ({ id }) => id),
    compileProductSearch,
    searchProducts: (query) => rank(data.products, compileProductSearch(query)),
  };
}

/** Records that the search finds, best first. */
export function rank<T>(records: readonly T[], { score }: CompiledSearch<T>): T[] {
  return records
    .map((record) => ({ record, relevance: score(record) }))
    .filter(({ relevance }) => relevance > 0)
    .sort((one, other) => other.relevance - one.relevance)
    .map(({ record }) => record);
}

function keyBy<T>(records: readonly T[], key: (record: T) => string): Map<string, T> {
  return new Map(records.map((record) => [key(record), record]));
}

function groupOrders(orders: OrderData[]): Map<string, OrderData[]> {
  const groups = new Map<string, OrderData[]>();
  for (const order of [...orders].sort((one, other) => other.createdAt.localeCompare(one.createdAt))) {
    if (order.customerId) groups.set(order.customerId, [...(groups.get(order.customerId) ?? []), order]);
  }
  return groups;
}

/** Whether a shopper can buy it now. */
export function isAvailable({ inventoryQuantity, inventoryPolicy }: VariantData): boolean {
  return inventoryQuantity === null || inventoryQuantity > 0 || inventoryPolicy === "CONTINUE";
}

export function totalInventory({ variants }: ProductData): number {
  return variants.reduce((total, { inventoryQuantity }) => total + (inventoryQuantity ?? 0), 0);
}
