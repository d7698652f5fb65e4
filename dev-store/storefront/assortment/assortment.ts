import { followList } from "../../catalogue";
import {
  type CollectionData,
  type ProductData,
  STORE_OPENED_AT,
  type StoreData,
  type VariantData,
} from "../../model";

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

/** Follows every change of the store. */
export function createAssortment(data: StoreData): Assortment {
  const products = followList(
    () => data.products,
    (list) => list.filter(isPublished),
  );
  const byHandle = followList(products, (list) => new Map(list.map((product) => [product.handle, product])));
  const byId = followList(products, (list) => new Map(list.map((product) => [product.id, product])));
  const variants = followList(products, keyVariants);
  const everything = followList(products, collectionOfEverything);

  const findCollection = (handle: string) =>
    data.collections.find((collection) => collection.handle === handle) ??
    (handle === "all" ? everything() : null);

  return {
    get products() {
      return products();
    },
    get collections() {
      return data.collections.filter((collection) => collection.handle !== "all");
    },
    findProduct: (handle) => byHandle().get(handle) ?? null,
    findProductById: (id) => byId().get(id) ?? null,
    findVariant: (id) => variants().get(id) ?? null,
    findCollection,
    productsOf: (collection) => collection.productIds.flatMap((id) => byId().get(id) ?? []),
    collectionsOf: (product) =>
      data.collections.filter((collection) => collection.productIds.includes(product.id)),
  };
}

function keyVariants(products: ProductData[]): Map<string, VariantInProduct> {
  return new Map(
    products.flatMap((product) => product.variants.map((variant) => [variant.id, { product, variant }])),
  );
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
    updatedAt: STORE_OPENED_AT,
  };
}
