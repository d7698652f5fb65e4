import type { AddressData, CustomerData, OrderData } from "../../model";
import type { Assortment } from "../assortment/assortment";
import { createPagedList } from "../liquid/paged-list";
import { createProductObject } from "./product-object";

/** Liquid's `customer`; `orders` are newest first. */
export function createCustomerObject(customer: CustomerData, orders: OrderData[], assortment: Assortment) {
  return {
    id: Number(customer.id),
    first_name: customer.firstName,
    last_name: customer.lastName,
    name: `${customer.firstName} ${customer.lastName}`.trim(),
    email: customer.email,
    phone: customer.phone,
    tags: customer.tags,
    orders_count: orders.length,
    total_spent: orders.reduce((sum, order) => sum + order.total, 0),
    has_account: true,
    default_address: describeAddress(customer.defaultAddress),
    orders: createPagedList(orders, (order) => createOrderObject(order, assortment)),
    last_order: orders[0] ? createOrderObject(orders[0], assortment) : null,
  };
}

/** Liquid's `order`, with the parcels that Shopify keeps under each line item listed once in `fulfillments`. */
export function createOrderObject(order: OrderData, assortment: Assortment) {
  return {
    id: Number(order.id),
    name: order.name,
    order_number: order.name.replace("#", ""),
    email: order.email,
    created_at: order.createdAt,
    cancelled: order.cancelledAt !== null,
    cancelled_at: order.cancelledAt,
    cancel_reason: order.cancelReason,
    financial_status: order.financialStatus.toLowerCase(),
    financial_status_label: toLabel(order.financialStatus),
    fulfillment_status: order.fulfillmentStatus.toLowerCase(),
    fulfillment_status_label: toLabel(order.fulfillmentStatus),
    return_status_label: order.returnStatus === "NO_RETURN" ? null : toLabel(order.returnStatus),
    customer_url: `/account/orders/${order.id}`,
    order_status_url: `/account/orders/${order.id}`,
    line_items_subtotal_price: order.subtotal,
    subtotal_price: order.subtotal,
    shipping_price: order.shipping,
    tax_price: order.taxes,
    total_discounts: order.discount,
    total_price: order.total,
    total_refunded_amount: order.refunded,
    total_net_amount: order.total - order.refunded,
    shipping_address: describeAddress(order.shippingAddress),
    shipping_method: { title: order.shippingMethod },
    item_count: order.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    line_items: order.lineItems.map((line) => {
      const product = line.productId ? assortment.findProductById(line.productId) : null;
      return {
        id: Number(line.id),
        title: line.title,
        variant_title: line.variantTitle === "Default Title" ? null : line.variantTitle,
        sku: line.sku,
        quantity: line.quantity,
        final_price: line.price,
        final_line_price: line.price * line.quantity,
        url: product ? `/products/${product.handle}` : null,
        product: product ? createProductObject(product) : null,
      };
    }),
    fulfillments: order.fulfillments.map((fulfillment) => ({
      created_at: fulfillment.createdAt,
      status_label: toLabel(fulfillment.displayStatus),
      estimated_delivery_at: fulfillment.estimatedDeliveryAt,
      delivered_at: fulfillment.deliveredAt,
      tracking: fulfillment.tracking,
      item_count: fulfillment.lineItems.reduce((sum, line) => sum + line.quantity, 0),
    })),
  };
}

function describeAddress(address: AddressData | null) {
  if (!address) return null;
  const { provinceCode: province_code, countryCode: country_code, ...rest } = address;
  return { ...rest, province_code, country_code };
}

/** `PARTIALLY_FULFILLED` as a person reads it: "Partially fulfilled". */
function toLabel(status: string): string {
  const words = status.toLowerCase().replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
