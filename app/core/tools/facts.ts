import { toDecimal } from "../store/money";
import type { Fulfillment, Order } from "../store/order";
import { parcelsOf } from "../store/order-card";
import { activeFulfillments, deliveredAt, expectedAt, isOpen, orderState } from "../store/order-state";
import type { Variant } from "../store/product";
import { reducedFrom, variantUrl } from "../store/product-card";
import type { ProductFit } from "../store/product-fit";
import type { OrderFacts, ProductFacts, VariantFacts } from "./results";

/** What a model may read of an order: nothing that says who or where the customer is. */
export function orderFacts(order: Order, now: Date): OrderFacts {
  return {
    number: order.name,
    state: orderState(order),
    open: isOpen(order, now),
    placedAt: order.placedAt,
    expectedAt: expectedAt(order),
    deliveredAt: deliveredAt(order),
    cancelledAt: order.cancelledAt,
    items: order.items.map(({ title, variantTitle, quantity, unfulfilledQuantity, paid, vendor }) => ({
      title,
      variantTitle,
      quantity,
      unsent: unfulfilledQuantity,
      ...(paid === undefined ? {} : { paid: toDecimal(paid, order.currency) }),
      ...(vendor ? { vendor } : {}),
    })),
    total: toDecimal(order.total, order.currency),
    refunded: toDecimal(order.refunded, order.currency),
    ...(order.shipping === undefined ? {} : { shipping: toDecimal(order.shipping, order.currency) }),
    ...(order.discountCodes?.length ? { discountCodes: order.discountCodes } : {}),
    currency: order.currency,
    parcels: activeFulfillments(order).flatMap((fulfillment) => parcelFacts(order, fulfillment)),
  };
}

function parcelFacts(order: Order, fulfillment: Fulfillment): OrderFacts["parcels"] {
  return parcelsOf(order, fulfillment).map((parcel) => ({
    ...parcel,
    shippedAt: fulfillment.shippedAt,
    expectedAt: fulfillment.estimatedDeliveryAt,
    deliveredAt: fulfillment.deliveredAt,
    items: parcel.items.map(({ title }) => title),
  }));
}

export function productFacts({
  product,
  variant,
  missing,
}: Pick<ProductFit, "product" | "variant" | "missing">): ProductFacts {
  const prices = product.variants.map(({ price }) => price);
  return {
    productId: product.id,
    handle: product.handle,
    title: product.title,
    url: variantUrl(product, variant),
    vendor: product.vendor,
    productType: product.productType,
    currency: product.currency,
    priceFrom: toDecimal(Math.min(...prices), product.currency),
    priceTo: toDecimal(Math.max(...prices), product.currency),
    available: product.variants.some(({ available }) => available),
    options: product.options,
    variant: variantFacts(variant, product.currency),
    missing,
  };
}

export function variantFacts(variant: Variant, currency: string): VariantFacts {
  return {
    variantId: variant.id,
    title: variant.title,
    sku: variant.sku,
    price: toDecimal(variant.price, currency),
    compareAtPrice: reducedFrom(variant, currency),
    available: variant.available,
    quantity: variant.quantity,
    options: variant.options,
  };
}
