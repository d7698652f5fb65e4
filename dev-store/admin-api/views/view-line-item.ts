import type { LineItemData, OrderData } from "../../model";
import { globalId, moneyBag } from "./scalars";
import type { View, ViewContext } from "./view-context";
import { viewImage } from "./view-image";
import { viewProduct } from "./view-product";
import { viewVariant } from "./view-variant";

export function viewLineItem(order: OrderData, lineItem: LineItemData, context: ViewContext): View {
  const { catalogue } = context.store;
  const product = lineItem.productId ? catalogue.productById.get(lineItem.productId) : undefined;
  const sold = lineItem.variantId ? catalogue.variantById.get(lineItem.variantId) : undefined;
  const url = sold?.variant.imageUrl ?? product?.images[0]?.url;
  const unfulfilled = remainingQuantity(order, lineItem);
  const total = moneyBag(lineItem.price * lineItem.quantity, order.currency);
  const unit = moneyBag(lineItem.price, order.currency);
  return {
    __typename: "LineItem",
    id: globalId("LineItem", lineItem.id),
    title: lineItem.title,
    variantTitle: lineItem.variantTitle,
    name: lineItem.variantTitle ? `${lineItem.title} - ${lineItem.variantTitle}` : lineItem.title,
    sku: lineItem.sku || null,
    vendor: product?.vendor || null,
    quantity: lineItem.quantity,
    currentQuantity: order.cancelledAt ? 0 : lineItem.quantity,
    refundableQuantity: order.financialStatus === "REFUNDED" || order.cancelledAt ? 0 : lineItem.quantity,
    unfulfilledQuantity: unfulfilled,
    nonFulfillableQuantity: order.cancelledAt ? lineItem.quantity : 0,
    fulfillableQuantity: unfulfilled,
    requiresShipping: lineItem.requiresShipping,
    isGiftCard: false,
    taxable: true,
    restockable: true,
    customAttributes: [],
    discountAllocations: [],
    duties: [],
    taxLines: [],
    originalUnitPriceSet: unit,
    discountedUnitPriceSet: unit,
    originalTotalSet: total,
    discountedTotalSet: total,
    totalDiscountSet: moneyBag(0, order.currency),
    unfulfilledOriginalTotalSet: moneyBag(lineItem.price * unfulfilled, order.currency),
    unfulfilledDiscountedTotalSet: moneyBag(lineItem.price * unfulfilled, order.currency),
    image: () => (url ? viewImage({ id: lineItem.id, url, alt: lineItem.title }, context) : null),
    product: () => (product ? viewProduct(product, context) : null),
    variant: () => (sold ? viewVariant(sold.product, sold.variant, context) : null),
  };
}

/** What is still to be sent. */
export function remainingQuantity(order: OrderData, lineItem: LineItemData): number {
  if (order.cancelledAt) return 0;
  return order.fulfillments
    .filter(({ displayStatus }) => displayStatus !== "CANCELED")
    .flatMap(({ lineItems }) => lineItems)
    .filter(({ lineItemId }) => lineItemId === lineItem.id)
    .reduce((left, { quantity }) => left - quantity, lineItem.quantity);
}
