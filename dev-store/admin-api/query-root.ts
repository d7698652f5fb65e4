import { rank } from "../catalogue";
import type { CustomerData } from "../model";
import { compileSearch } from "../search/compile-search";
import { CUSTOMER_SEARCH } from "../search/order-search";
import { apiError } from "./api-error";
import { type ConnectionArguments, connect } from "./connection";
import { findNode } from "./find-node";
import { documentFields, viewCount } from "./list-documents";
import { listOrders, type OrderListArguments, searchOrders, sortBy, visibleOrders } from "./list-orders";
import { listProducts, type ProductListArguments, searchProducts } from "./list-products";
import { warnOfUnknownFields } from "./search-warnings";
import { parseGlobalId } from "./views/scalars";
import { viewAppInstallation, viewScriptTag, viewWebhookSubscription } from "./views/view-app";
import { viewBulkOperation } from "./views/view-bulk-operation";
import type { View, ViewContext } from "./views/view-context";
import { viewCustomer } from "./views/view-customer";
import { locationId, viewLocation } from "./views/view-location";
import { viewMetafield } from "./views/view-metafield";
import { viewCollection, viewProduct } from "./views/view-product";
import { viewShop } from "./views/view-shop";
import { viewTheme } from "./views/view-theme";
import { viewVariant } from "./views/view-variant";

type ListArguments = ConnectionArguments & { query?: string | null; sortKey?: string | null };
type Identifier = { id?: string; handle?: string; emailAddress?: string; phoneNumber?: string };

/** What can be asked of the store. Fields of the schema that are missing here answer null or a clear error. */
export function createQueryRoot(context: ViewContext): View {
  const { store } = context;
  const byId =
    (type: string) =>
    ({ id }: { id: string }) =>
      findNode(id, context, type);
  return {
    __typename: "QueryRoot",
    ...productFields(context),
    ...documentFields(context),
    ...customerFields(context),
    shop: () => viewShop(context),
    node: ({ id }: { id: string }) => findNode(id, context),
    nodes: ({ ids }: { ids: string[] }) => ids.map((id) => findNode(id, context)),
    order: byId("Order"),
    orderByIdentifier: ({ identifier }: { identifier: Identifier }) =>
      identifier.id ? findNode(identifier.id, context, "Order") : null,
    orders: (args: OrderListArguments) =>
      listOrders(visibleOrders(store.data.orders, context), args, context, ["orders"]),
    ordersCount: ({ query }: { query?: string }) =>
      viewCount(
        searchOrders(visibleOrders(store.data.orders, context), query, context, ["ordersCount"]).length,
      ),
    fulfillment: byId("Fulfillment"),
    location: ({ id }: { id?: string | null }) =>
      id ? findNode(id, context, "Location") : viewLocation(store),
    locations: (args: ConnectionArguments) =>
      connect([{ id: locationId(store) }], args, () => viewLocation(store)),
    page: byId("Page"),
    article: byId("Article"),
    blog: byId("Blog"),
    theme: byId("OnlineStoreTheme"),
    themes: ({ roles, ...args }: ConnectionArguments & { roles?: string[] | null }) =>
      connect(!roles || roles.includes("MAIN") ? [{ id: "main" }] : [], args, () => viewTheme(context)),
    scriptTags: ({ src, ...args }: ConnectionArguments & { src?: string | null }) =>
      connect(
        store.state.current.scriptTags.filter((record) => !src || record.src === src),
        args,
        viewScriptTag,
      ),
    scriptTag: byId("ScriptTag"),
    webhookSubscriptions: ({ topics, ...args }: ConnectionArguments & { topics?: string[] | null }) =>
      connect(
        store.state.current.webhookSubscriptions.filter(({ topic }) => !topics || topics.includes(topic)),
        args,
        (record) => viewWebhookSubscription(record, context),
      ),
    webhookSubscription: byId("WebhookSubscription"),
    currentAppInstallation: () => viewAppInstallation(context),
    appInstallation: () => viewAppInstallation(context),
    shopLocales: [
      { __typename: "ShopLocale", locale: "en", name: "English", primary: true, published: true },
    ],
    metafieldDefinitions: (args: ConnectionArguments) => connect([], args, viewMetafield),
    currentBulkOperation: ({ type }: { type: string }) => {
      const newest = type === "QUERY" ? store.bulkOperations.list().at(-1) : undefined;
      return newest ? viewBulkOperation(newest, context) : null;
    },
    bulkOperation: byId("BulkOperation"),
    bulkOperations: (args: ConnectionArguments) =>
      connect(store.bulkOperations.list(), args, (record) => viewBulkOperation(record, context)),
    publicApiVersions: [],
  };
}

function productFields(context: ViewContext): Record<string, unknown> {
  const { catalogue } = context.store;
  const byHandle = (handle: string) => {
    const product = catalogue.productByHandle.get(handle);
    return product ? viewProduct(product, context) : null;
  };
  const collectionByHandle = (handle: string) => {
    const collection = catalogue.collectionByHandle.get(handle);
    return collection ? viewCollection(collection, context) : null;
  };
  return {
    product: ({ id }: { id: string }) => findNode(id, context, "Product"),
    products: (args: ProductListArguments) => listProducts(args, context),
    productsCount: ({ query }: { query?: string }) => viewCount(searchProducts(query, context).length),
    productByHandle: ({ handle }: { handle: string }) => byHandle(handle),
    productByIdentifier: ({ identifier: { id, handle } }: { identifier: Identifier }) => {
      requireIdentifier(id, handle);
      return id ? findNode(id, context, "Product") : byHandle(handle ?? "");
    },
    productVariant: ({ id }: { id: string }) => findNode(id, context, "ProductVariant"),
    productVariants: ({ query, ...args }: ListArguments) =>
      connect(
        searchProducts(query, context).flatMap((product) =>
          product.variants.map((variant) => ({ id: variant.id, product, variant })),
        ),
        args,
        ({ product, variant }) => viewVariant(product, variant, context),
      ),
    collection: ({ id }: { id: string }) => findNode(id, context, "Collection"),
    collectionByHandle: ({ handle }: { handle: string }) => collectionByHandle(handle),
    collectionByIdentifier: ({ identifier: { id, handle } }: { identifier: Identifier }) => {
      requireIdentifier(id, handle);
      return id ? findNode(id, context, "Collection") : collectionByHandle(handle ?? "");
    },
  };
}

function customerFields(context: ViewContext): Record<string, unknown> {
  const { catalogue, data } = context.store;
  return {
    customer: ({ id }: { id: string }) => findNode(id, context, "Customer"),
    customers: ({ query, sortKey, ...args }: ListArguments) => {
      const found = searchCustomers(query, context);
      const sorted =
        sortKey === "NAME" ? sortBy(found, ({ lastName, firstName }) => `${lastName} ${firstName}`) : found;
      return connect(sorted, args, (customer) => viewCustomer(customer, context));
    },
    customersCount: ({ query }: { query?: string }) => viewCount(searchCustomers(query, context).length),
    customerByIdentifier: ({ identifier: { id, emailAddress, phoneNumber } }: { identifier: Identifier }) => {
      requireIdentifier(id, emailAddress, phoneNumber);
      if (id) return findNode(id, context, "Customer");
      const customer = emailAddress
        ? catalogue.customerByEmail.get(emailAddress.toLowerCase())
        : data.customers.find(({ phone }) => phone !== "" && phone === phoneNumber);
      return customer ? viewCustomer(customer, context) : null;
    },
  };
}

function searchCustomers(query: string | null | undefined, context: ViewContext): CustomerData[] {
  const { customers } = context.store.data;
  if (!query) return customers;
  const search = compileSearch(query, CUSTOMER_SEARCH);
  warnOfUnknownFields(context, ["customers"], query, search.unknownFields);
  return rank(customers, search);
}

/** Shopify's identifiers are inputs of which exactly one field is given. */
function requireIdentifier(...given: (string | undefined)[]): void {
  const count = given.filter((value) => value !== undefined).length;
  if (count !== 1) throw apiError("Exactly one identifier must be provided.", "BAD_REQUEST");
  const [id] = given;
  if (id) parseGlobalId(id);
}
