import type {
  ArticleData,
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

/** The store's data by every key that the storefront and the Admin API look it up by; it follows every change. */
export interface Catalogue {
  readonly productById: ReadonlyMap<string, ProductData>;
  readonly productByHandle: ReadonlyMap<string, ProductData>;
  readonly variantById: ReadonlyMap<string, VariantEntry>;
  readonly collectionById: ReadonlyMap<string, CollectionData>;
  readonly collectionByHandle: ReadonlyMap<string, CollectionData>;
  readonly customerById: ReadonlyMap<string, CustomerData>;
  readonly customerByEmail: ReadonlyMap<string, CustomerData>;
  readonly orderById: ReadonlyMap<string, OrderData>;
  /** Newest first. */
  readonly ordersByCustomerId: ReadonlyMap<string, OrderData[]>;
  readonly fulfillmentById: ReadonlyMap<string, { order: OrderData; fulfillment: FulfillmentData }>;
  readonly pageById: ReadonlyMap<string, PageData>;
  readonly articleById: ReadonlyMap<string, ArticleData>;
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
  const productSearch = createProductSearchSchema(() => data.products, data.shop.currency);
  const compileProductSearch = (query: string) => compileSearch(query, productSearch);
  const products = () => data.products;
  const collections = () => data.collections;
  const productById = followList(products, (list) => keyBy(list, ({ id }) => id));
  const productByHandle = followList(products, (list) => keyBy(list, ({ handle }) => handle));
  const variantById = followList(products, keyVariants);
  const collectionById = followList(collections, (list) => keyBy(list, ({ id }) => id));
  const collectionByHandle = followList(collections, (list) => keyBy(list, ({ handle }) => handle));
  const pageById = followList(
    () => data.pages,
    (list) => keyBy(list, ({ id }) => id),
  );
  const articleById = followList(
    () => data.articles,
    (list) => keyBy(list, ({ id }) => id),
  );
  return {
    get productById() {
      return productById();
    },
    get productByHandle() {
      return productByHandle();
    },
    get variantById() {
      return variantById();
    },
    get collectionById() {
      return collectionById();
    },
    get collectionByHandle() {
      return collectionByHandle();
    },
    get pageById() {
      return pageById();
    },
    get articleById() {
      return articleById();
    },
    customerById: keyBy(data.customers, ({ id }) => id),
    customerByEmail: keyBy(data.customers, ({ email }) => email.toLowerCase()),
    orderById: keyBy(data.orders, ({ id }) => id),
    ordersByCustomerId: groupOrders(data.orders),
    fulfillmentById: keyBy(
      data.orders.flatMap((order) => order.fulfillments.map((fulfillment) => ({ order, fulfillment }))),
      ({ fulfillment }) => fulfillment.id,
    ),
    compileProductSearch,
    searchProducts: (query) => rank(data.products, compileProductSearch(query)),
  };
}

/** What is made of a list, made anew when another list has taken its place. */
export function followList<T, R>(readList: () => T[], make: (list: T[]) => R): () => R {
  let list: T[] | null = null;
  let made: R;
  return () => {
    const current = readList();
    if (current !== list) made = make(current);
    list = current;
    return made;
  };
}

function keyVariants(products: ProductData[]): Map<string, VariantEntry> {
  return keyBy(
    products.flatMap((product) =>
      product.variants.map((variant, index) => ({ product, variant, position: index + 1 })),
    ),
    ({ variant }) => variant.id,
  );
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
