import { z } from "zod";
import type { Order } from "~/core/store/order";
import { numericId } from "./global-id";
import { minorUnits } from "./minor-units";

const statusSchema = z.string().transform((status) => status.toLowerCase());
/** Shopify writes whole seconds; the core wants one form of ISO 8601. */
const dateSchema = z.string().transform((date) => new Date(date).toISOString());

const amountSchema = z.object({ shopMoney: z.object({ amount: z.string() }) });

export const orderNodeSchema = z.object({
  id: z.string(),
  name: z.string(),
  createdAt: dateSchema,
  cancelledAt: dateSchema.nullable(),
  displayFinancialStatus: statusSchema.nullable(),
  displayFulfillmentStatus: statusSchema,
  returnStatus: statusSchema,
  totalPriceSet: z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string() }) }),
  totalRefundedSet: amountSchema,
  totalShippingPriceSet: amountSchema,
  discountCodes: z.array(z.string()),
  lineItems: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        variantTitle: z.string().nullable(),
        sku: z.string().nullable(),
        vendor: z.string().nullable(),
        discountedTotalSet: amountSchema,
        quantity: z.number(),
        unfulfilledQuantity: z.number(),
        image: z.object({ url: z.string() }).nullable(),
      }),
    ),
  }),
  fulfillments: z.array(
    z.object({
      displayStatus: statusSchema.nullable(),
      createdAt: dateSchema,
      estimatedDeliveryAt: dateSchema.nullable(),
      deliveredAt: dateSchema.nullable(),
      trackingInfo: z.array(
        z.object({
          company: z.string().nullable(),
          number: z.string().nullable(),
          url: z.string().nullable(),
        }),
      ),
      fulfillmentLineItems: z.object({
        nodes: z.array(z.object({ quantity: z.number().nullable(), lineItem: z.object({ id: z.string() }) })),
      }),
    }),
  ),
});

export function mapOrder(node: z.infer<typeof orderNodeSchema>): Order {
  const { amount, currencyCode } = node.totalPriceSet.shopMoney;
  return {
    id: numericId(node.id),
    name: node.name,
    placedAt: node.createdAt,
    cancelledAt: node.cancelledAt,
    financialStatus: node.displayFinancialStatus ?? "",
    fulfillmentStatus: node.displayFulfillmentStatus,
    returnStatus: node.returnStatus,
    total: minorUnits(amount, currencyCode),
    refunded: minorUnits(node.totalRefundedSet.shopMoney.amount, currencyCode),
    shipping: minorUnits(node.totalShippingPriceSet.shopMoney.amount, currencyCode),
    discountCodes: node.discountCodes,
    currency: currencyCode,
    items: node.lineItems.nodes.map((item) => ({
      id: numericId(item.id),
      title: item.title,
      variantTitle: item.variantTitle === "Default Title" ? null : item.variantTitle,
      sku: item.sku ?? "",
      quantity: item.quantity,
      imageUrl: webUrl(item.image?.url ?? null),
      unfulfilledQuantity: item.unfulfilledQuantity,
      paid: minorUnits(item.discountedTotalSet.shopMoney.amount, currencyCode),
      vendor: item.vendor ?? "",
    })),
    fulfillments: node.fulfillments.map((fulfillment) => ({
      displayStatus: fulfillment.displayStatus ?? "fulfilled",
      shippedAt: fulfillment.createdAt,
      estimatedDeliveryAt: fulfillment.estimatedDeliveryAt,
      deliveredAt: fulfillment.deliveredAt,
      tracking: fulfillment.trackingInfo.map((info) => ({
        company: info.company || null,
        number: info.number || null,
        url: webUrl(info.url),
      })),
      contents: fulfillment.fulfillmentLineItems.nodes.map(({ quantity, lineItem }) => ({
        itemId: numericId(lineItem.id),
        quantity: quantity ?? 1,
      })),
    })),
    statusUrl: null,
  };
}

/** Tracking links are typed in by merchants and carriers' apps: only the web's own schemes get further. */
function webUrl(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null;
}
