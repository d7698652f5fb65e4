import { isAvailable, totalInventory } from "../../catalogue";
import { deterministicId } from "../../load/fields";
import type { CollectionData, ProductData } from "../../model";
import { type ConnectionArguments, connect, cursorOf } from "../connection";
import { dateTime, globalId, money, moneyScalar, plainText } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { viewImage, viewMedia } from "./view-image";
import { metafieldFields } from "./view-metafield";
import { viewVariant } from "./view-variant";

export function viewProduct(product: ProductData, context: ViewContext): View {
  const { store } = context;
  const currency = store.data.shop.currency;
  const id = globalId("Product", product.id);
  const isOnline = product.published && product.status === "ACTIVE";
  const storefrontUrl = `${store.config.url}/products/${product.handle}`;
  const variants = (args: ConnectionArguments) =>
    connect(product.variants, args, (variant) => viewVariant(product, variant, context));
  const media = product.images.map((image, position) => ({ ...image, id: mediaId(product, position) }));
  return {
    __typename: "Product",
    ...metafieldFields(id, context),
    id,
    legacyResourceId: product.id,
    defaultCursor: cursorOf(product),
    handle: product.handle,
    title: product.title,
    description: ({ truncateAt }: { truncateAt?: number }) => plainText(product.bodyHtml, truncateAt),
    descriptionHtml: product.bodyHtml,
    bodyHtml: product.bodyHtml,
    vendor: product.vendor,
    productType: product.productType,
    tags: [...product.tags].sort(),
    status: product.status,
    createdAt: dateTime(product.createdAt),
    updatedAt: dateTime(product.updatedAt),
    publishedAt: isOnline ? dateTime(product.createdAt) : null,
    onlineStoreUrl: isOnline ? storefrontUrl : null,
    onlineStorePreviewUrl: storefrontUrl,
    isGiftCard: false,
    requiresSellingPlan: false,
    templateSuffix: null,
    category: null,
    seo: { __typename: "SEO", title: null, description: null },
    translations: [],
    hasOnlyDefaultVariant: product.variants.length === 1 && product.variants[0]?.title === "Default Title",
    hasOutOfStockVariants: product.variants.some((variant) => !isAvailable(variant)),
    hasVariantsThatRequiresComponents: false,
    tracksInventory: product.variants.some(({ inventoryQuantity }) => inventoryQuantity !== null),
    totalInventory: totalInventory(product),
    options: ({ first }: { first?: number }) => viewOptions(product).slice(0, first ?? undefined),
    variants,
    variantsCount: { __typename: "Count", count: product.variants.length, precision: "EXACT" },
    media: (args: ConnectionArguments) => connect(media, args, (image) => viewMedia(image, context)),
    mediaCount: { __typename: "Count", count: media.length, precision: "EXACT" },
    featuredMedia: media[0] ? viewMedia(media[0], context) : null,
    featuredImage: media[0] ? viewImage(media[0], context) : null,
    images: (args: ConnectionArguments) => connect(media, args, (image) => viewImage(image, context)),
    ...viewPriceRanges(product, currency),
    collections: (args: ConnectionArguments) =>
      connect(
        store.data.collections.filter(({ productIds }) => productIds.includes(product.id)),
        args,
        (collection) => viewCollection(collection, context),
      ),
    inCollection: ({ id: collectionId }: { id: string }) =>
      store.data.collections.some(
        (collection) =>
          globalId("Collection", collection.id) === collectionId &&
          collection.productIds.includes(product.id),
      ),
  };
}

function mediaId(product: ProductData, position: number): string {
  return deterministicId("media", product.handle, String(position));
}

function viewOptions(product: ProductData): View[] {
  return product.options.map(({ name, values }, index) => ({
    __typename: "ProductOption",
    id: globalId("ProductOption", deterministicId("option", product.handle, name)),
    name,
    position: index + 1,
    values,
    linkedMetafield: null,
    translations: [],
    optionValues: values.map((value) => ({
      __typename: "ProductOptionValue",
      id: globalId("ProductOptionValue", deterministicId("option-value", product.handle, name, value)),
      name: value,
      hasVariants: true,
      linkedMetafieldValue: null,
      swatch: null,
      translations: [],
    })),
  }));
}

function viewPriceRanges(product: ProductData, currency: string): Record<string, unknown> {
  const prices = product.variants.map(({ price }) => price);
  const compareAt = product.variants
    .map(({ compareAtPrice }) => compareAtPrice)
    .filter((price) => price !== null);
  const low = Math.min(...(prices.length > 0 ? prices : [0]));
  const high = Math.max(...(prices.length > 0 ? prices : [0]));
  return {
    priceRangeV2: {
      __typename: "ProductPriceRangeV2",
      minVariantPrice: money(low, currency),
      maxVariantPrice: money(high, currency),
    },
    priceRange: {
      __typename: "ProductPriceRange",
      minVariantPrice: { ...money(low, currency), amount: moneyScalar(low, currency) },
      maxVariantPrice: { ...money(high, currency), amount: moneyScalar(high, currency) },
    },
    compareAtPriceRange:
      compareAt.length === 0
        ? null
        : {
            __typename: "ProductCompareAtPriceRange",
            minVariantCompareAtPrice: money(Math.min(...compareAt), currency),
            maxVariantCompareAtPrice: money(Math.max(...compareAt), currency),
          },
  };
}

export function viewCollection(collection: CollectionData, context: ViewContext): View {
  const { catalogue } = context.store;
  const products = collection.productIds
    .map((productId) => catalogue.productById.get(productId))
    .filter((product) => product !== undefined);
  const [firstImage] = products[0]?.images ?? [];
  const id = globalId("Collection", collection.id);
  return {
    __typename: "Collection",
    ...metafieldFields(id, context),
    id,
    legacyResourceId: collection.id,
    handle: collection.handle,
    title: collection.title,
    description: ({ truncateAt }: { truncateAt?: number }) =>
      plainText(collection.descriptionHtml, truncateAt),
    descriptionHtml: collection.descriptionHtml,
    image: firstImage
      ? viewImage({ ...firstImage, id: deterministicId("image", firstImage.url) }, context)
      : null,
    products: (args: ConnectionArguments) =>
      connect(products, args, (product) => viewProduct(product, context)),
    productsCount: { __typename: "Count", count: products.length, precision: "EXACT" },
    hasProduct: ({ id: productId }: { id: string }) =>
      products.some((product) => globalId("Product", product.id) === productId),
    ruleSet: null,
    seo: { __typename: "SEO", title: null, description: null },
    sortOrder: "MANUAL",
    templateSuffix: null,
    translations: [],
    updatedAt: dateTime(collection.updatedAt),
  };
}
