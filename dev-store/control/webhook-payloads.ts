import type { DevStoreContext } from "../context";
import type { CustomerData, OrderData } from "../model";
import { describeCollection } from "../webhooks/describe-collection";
import { describeProduct } from "../webhooks/describe-product";
import { describeShop } from "../webhooks/describe-shop";

/** What Shopify would send for a topic, made from the store's first records; `{}` for a topic that is not known here. */
export function examplePayload(topic: string, context: DevStoreContext): unknown {
  const { data, config, app, state } = context;
  const shop = { shop_id: Number(data.shop.id), shop_domain: config.shop };
  const [product] = data.products;
  const [collection] = data.collections;
  const [customer] = data.customers;
  const orders = data.orders.filter(({ customerId }) => customerId === customer?.id);
  switch (topic) {
    case "app/uninstalled":
    case "shop/update":
      return describeShop(context);
    case "app/scopes_update": {
      const current = state.current.installation?.scopes ?? app.scopes;
      return {
        id: Number(data.shop.id),
        previous: current,
        current,
        updated_at: context.clock().toISOString(),
      };
    }
    case "shop/redact":
      return shop;
    case "customers/data_request":
      return {
        ...shop,
        ...describePerson(customer),
        orders_requested: orderIds(orders),
        data_request: { id: 9999 },
      };
    case "customers/redact":
      return { ...shop, ...describePerson(customer), orders_to_redact: orderIds(orders) };
    case "products/create":
    case "products/update":
      return product ? describeProduct(product, data.shop.currency) : {};
    case "products/delete":
      return { id: Number(product?.id ?? 0) };
    case "collections/create":
    case "collections/update":
      return collection ? describeCollection(collection) : {};
    case "collections/delete":
      return { id: Number(collection?.id ?? 0) };
    default:
      return {};
  }
}

function describePerson(customer: CustomerData | undefined) {
  if (!customer) return { customer: null };
  return { customer: { id: Number(customer.id), email: customer.email, phone: customer.phone || null } };
}

function orderIds(orders: OrderData[]): number[] {
  return orders.map(({ id }) => Number(id));
}
