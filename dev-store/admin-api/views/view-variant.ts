import { isAvailable } from "../../catalogue";
import type { ProductData, VariantData } from "../../model";
import { type ConnectionArguments, connect, cursorOf } from "../connection";
import { dateTime, globalId, moneyScalar } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { viewImage, viewMedia } from "./view-image";
import { metafieldFields } from "./view-metafield";

export function viewVariant(product: ProductData, variant: VariantData, context: ViewContext): View {
  const { currency } = context.store.data.shop;
  const id = globalId("ProductVariant", variant.id);
  const image = variant.imageUrl ? [{ id: `${variant.id}1`, url: variant.imageUrl, alt: variant.title }] : [];
  return {
    __typename: "ProductVariant",
    ...metafieldFields(id, context),
    id,
    legacyResourceId: variant.id,
    defaultCursor: cursorOf(variant),
    title: variant.title,
    displayName: variant.title === "Default Title" ? product.title : `${product.title} - ${variant.title}`,
    sku: variant.sku || null,
    barcode: variant.barcode || null,
    price: moneyScalar(variant.price, currency),
    compareAtPrice: variant.compareAtPrice === null ? null : moneyScalar(variant.compareAtPrice, currency),
    availableForSale: isAvailable(variant),
    inventoryQuantity: variant.inventoryQuantity ?? 0,
    sellableOnlineQuantity: Math.max(0, variant.inventoryQuantity ?? 0),
    inventoryPolicy: variant.inventoryPolicy,
    inventoryItem: () => viewInventoryItem(variant, product),
    selectedOptions: product.options.map(({ name }, index) => ({
      __typename: "SelectedOption",
      name,
      value: variant.optionValues[index] ?? "",
      optionValue: null,
    })),
    position: product.variants.indexOf(variant) + 1,
    product: () => context.wholes.viewProduct(product, context),
    image: image[0] ? viewImage(image[0], context) : null,
    media: (args: ConnectionArguments) => connect(image, args, (entry) => viewMedia(entry, context)),
    requiresComponents: false,
    showUnitPrice: false,
    taxable: true,
    translations: [],
    createdAt: dateTime(product.createdAt),
    updatedAt: dateTime(product.updatedAt),
  };
}

function viewInventoryItem(variant: VariantData, product: ProductData): View {
  return {
    __typename: "InventoryItem",
    id: globalId("InventoryItem", variant.id),
    legacyResourceId: variant.id,
    sku: variant.sku || null,
    tracked: variant.inventoryQuantity !== null,
    requiresShipping: variant.requiresShipping,
    measurement: {
      __typename: "InventoryItemMeasurement",
      id: globalId("InventoryItemMeasurement", variant.id),
      weight: { __typename: "Weight", unit: "GRAMS", value: variant.grams },
    },
    createdAt: dateTime(product.createdAt),
    updatedAt: dateTime(product.updatedAt),
  };
}
