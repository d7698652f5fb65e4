import { visibleOrders } from "./list-orders";
import { parseGlobalId, requireNumericId } from "./views/scalars";
import { viewScriptTag, viewWebhookSubscription } from "./views/view-app";
import { viewBulkOperation } from "./views/view-bulk-operation";
import type { View, ViewContext } from "./views/view-context";
import { viewCustomer } from "./views/view-customer";
import { viewArticle, viewBlog, viewPage } from "./views/view-document";
import { viewFulfillment } from "./views/view-fulfillment";
import { locationId, viewLocation } from "./views/view-location";
import { viewMetafield } from "./views/view-metafield";
import { viewOrder } from "./views/view-order";
import { viewCollection, viewProduct } from "./views/view-product";
import { viewShop } from "./views/view-shop";
import { themeId, viewTheme } from "./views/view-theme";
import { viewVariant } from "./views/view-variant";

/** The object of a global id; null when there is none. `type` is what the id must be of; any known type when absent. */
export function findNode(id: string, context: ViewContext, type?: string): View | null {
  const kind = type ?? parseGlobalId(id).type;
  return FINDERS[kind]?.(requireNumericId(id, kind), context) ?? null;
}

const FINDERS: Record<string, (number: string, context: ViewContext) => View | null | undefined> = {
  Product: (number, context) => {
    const product = context.store.catalogue.productById.get(number);
    return product && viewProduct(product, context);
  },
  ProductVariant: (number, context) => {
    const entry = context.store.catalogue.variantById.get(number);
    return entry && viewVariant(entry.product, entry.variant, context);
  },
  Collection: (number, context) => {
    const collection = context.store.catalogue.collectionById.get(number);
    return collection && viewCollection(collection, context);
  },
  Customer: (number, context) => {
    const customer = context.store.catalogue.customerById.get(number);
    return customer && viewCustomer(customer, context);
  },
  Order: (number, context) => {
    const order = context.store.catalogue.orderById.get(number);
    return order && visibleOrders([order], context).length > 0 ? viewOrder(order, context) : null;
  },
  Fulfillment: (number, context) => {
    const entry = context.store.catalogue.fulfillmentById.get(number);
    if (!entry || visibleOrders([entry.order], context).length === 0) return null;
    return viewFulfillment(
      entry.order,
      entry.fulfillment,
      entry.order.fulfillments.indexOf(entry.fulfillment),
      context,
    );
  },
  Page: (number, context) => {
    const page = context.store.catalogue.pageById.get(number);
    return page && viewPage(page, context);
  },
  Article: (number, context) => {
    const article = context.store.catalogue.articleById.get(number);
    return article && viewArticle(article, context);
  },
  Blog: (number, context) => (number === context.store.data.blog.id ? viewBlog(context) : null),
  Location: (number, { store }) => (number === locationId(store) ? viewLocation(store) : null),
  Shop: (number, context) => (number === context.store.data.shop.id ? viewShop(context) : null),
  OnlineStoreTheme: (number, context) => (number === themeId(context.store) ? viewTheme(context) : null),
  ScriptTag: (number, { store }) => {
    const record = store.state.current.scriptTags.find(({ id }) => id === number);
    return record && viewScriptTag(record);
  },
  WebhookSubscription: (number, context) => {
    const record = context.store.state.current.webhookSubscriptions.find(({ id }) => id === number);
    return record && viewWebhookSubscription(record, context);
  },
  BulkOperation: (number, context) => {
    const record = context.store.bulkOperations.find(number);
    return record && viewBulkOperation(record, context);
  },
  Metafield: (number, { store }) => {
    const record = store.state.current.metafields.find(({ id }) => id === number);
    return record && viewMetafield(record);
  },
};
