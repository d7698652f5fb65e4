import type { CollectionData, ProductData, StoreData, VariantData } from "../../model";

export interface VariantInProduct {
  product: ProductData;
  variant: VariantData;
}

/** The store's published products as the storefront looks them up. */
export interface Assortment {
  products: ProductData[];
  collections: CollectionData[];
  findProduct(handle: string): ProductData | null;
  findProductById(id: string): ProductData | null;
  findVariant(id: string): VariantInProduct | null;
  /** Knows `all` too, which Shopify gives every store. */
  findCollection(handle: string): CollectionData | null;
  productsOf(collection: CollectionData): ProductData[];
  collectionsOf(product: ProductData): CollectionData[];
}

/** Indexes once; `data` does not change while the store runs. */
export function createAssortment(data: StoreData): Assortment {
  const products = data.products.filter(isPublished);
  const byHandle = new Map(products.map((product) => [product.handle, product]));
  const byId = new Map(products.map((product) => [product.id, product]));
  const variants = new Map<string, VariantInProduct>();
  for (const product of products) {
    for (const variant of product.variants) variants.set(variant.id, { product, variant });
  }
  const collections = new Map(data.collections.map((collection) => [collection.handle, collection]));
  if (!collections.has("all")) collections.set("all", collectionOfEverything(products));
  const productsByCollection = new Map<CollectionData, ProductData[]>();

  function productsOf(collection: CollectionData): ProductData[] {
    const known = productsByCollection.get(collection);
    if (known) return known;
    const found = collection.productIds.flatMap((id) => byId.get(id) ?? []);
    productsByCollection.set(collection, found);
    return found;
  }

  return {
    products,
    collections: data.collections.filter((collection) => collection.handle !== "all"),
    findProduct: (handle) => byHandle.get(handle) ?? null,
    findProductById: (id) => byId.get(id) ?? null,
    findVariant: (id) => variants.get(id) ?? null,
    findCollection: (handle) => collections.get(handle) ?? null,
    productsOf,
    collectionsOf: (product) =>
      data.collections.filter((collection) => collection.productIds.includes(product.id)),
  };
}

export function isAvailable(variant: VariantData): boolean {
  return (
    variant.inventoryQuantity === null ||
    variant.inventoryQuantity > 0 ||
    variant.inventoryPolicy === "CONTINUE"
  );
}

export function lowestPrice(product: ProductData): number {
  return product.variants.reduce((low, variant) => Math.min(low, variant.price), Number.POSITIVE_INFINITY);
}

export function isPublished(product: ProductData): boolean {
  return product.status === "ACTIVE" && product.published;
}

function collectionOfEverything(products: ProductData[]): CollectionData {
  return {
    id: "0",
    handle: "all",
    title: "All products",
    descriptionHtml: "",
    productIds: products.map((product) => product.id),
  };
}
