import { LRUCache } from "lru-cache";
import { z } from "zod";
import type { Order } from "~/core/store/order";
import type { ProductSearch } from "~/core/store/product";
import type { ShopProfile, StorePlatform } from "~/core/store/store-platform";
import type { AdminClient } from "./admin-client";
import { globalId, numericId } from "./global-id";
import { createDocumentReader, loadDocuments } from "./load-documents";
import { mapOrder, orderNodeSchema } from "./map-order";
import { mapProduct, productNodeSchema } from "./map-product";
import { currencyDigits } from "./minor-units";
import { CUSTOMER_ORDERS_QUERY, FIND_ORDER_QUERY } from "./operations/orders";
import { FIND_PRODUCT_QUERY, LOAD_PRODUCTS_QUERY, SEARCH_PRODUCTS_QUERY } from "./operations/products";
import { SHOP_PROFILE_QUERY } from "./operations/shop";
import { orderNameSyntax, productSearchSyntax } from "./search-syntax";

/** What the cost limit of one query has room for; see operations/orders.ts. */
const MAX_ORDERS = 20;
const MAX_PRODUCTS = 20;
/** Of products asked for by id. */
const MAX_IDS = 50;
const PROFILE_CACHE_MS = 10 * 60_000;

const profileSchema = z.object({
  shop: z.object({
    name: z.string(),
    currencyCode: z.string(),
    ianaTimezone: z.string(),
    contactEmail: z.string(),
    primaryDomain: z.object({ url: z.string() }),
  }),
});

const customerOrdersSchema = z.object({
  customer: z
    .object({
      firstName: z.string().nullable(),
      tags: z.array(z.string()),
      orders: z.object({ nodes: z.array(orderNodeSchema) }),
    })
    .nullable(),
});

const foundOrdersSchema = z.object({
  orders: z.object({
    nodes: z.array(
      orderNodeSchema.extend({
        email: z.string().nullable(),
        customer: z.object({ id: z.string() }).nullable(),
      }),
    ),
  }),
});

const productPageSchema = z.object({
  products: z.object({
    nodes: z.array(productNodeSchema),
    pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
  }),
});

const foundProductSchema = z.object({ productByIdentifier: productNodeSchema.nullable() });
/** A node of another type comes as an empty object. */
const loadedProductsSchema = z.object({
  nodes: z.array(z.union([productNodeSchema, z.object({}).transform(() => null)]).nullable()),
});

/** The Shopify adapter of StorePlatform. Profiles are cached for ten minutes; nothing else is. */
export function createShopifyPlatform({ client }: { client: AdminClient }): StorePlatform {
  const profiles = new LRUCache<string, ShopProfile>({ max: 1000, ttl: PROFILE_CACHE_MS });

  async function loadProfile(shop: string, signal: AbortSignal): Promise<ShopProfile> {
    const { shop: node } = await client.query({
      shop,
      operation: SHOP_PROFILE_QUERY,
      schema: profileSchema,
      signal,
    });
    const profile = {
      domain: shop,
      name: node.name,
      currency: node.currencyCode,
      timezone: node.ianaTimezone,
      contactEmail: node.contactEmail,
      storefrontUrl: node.primaryDomain.url.replace(/\/+$/, ""),
    };
    profiles.set(shop, profile);
    return profile;
  }

  const profileOf = async (shop: string, signal: AbortSignal) =>
    profiles.get(shop) ?? (await loadProfile(shop, signal));
  const documents = createDocumentReader(client, profileOf);

  async function findOrders(shop: string, query: string, signal: AbortSignal) {
    const data = await client.query({
      shop,
      operation: FIND_ORDER_QUERY,
      variables: { query },
      schema: foundOrdersSchema,
      signal,
    });
    return data.orders.nodes;
  }

  return {
    loadProfile,

    async loadCustomerOrders(shop, customerId, limit, signal) {
      const { customer } = await client.query({
        shop,
        operation: CUSTOMER_ORDERS_QUERY,
        variables: { customerId: globalId("Customer", customerId), limit: Math.min(limit, MAX_ORDERS) },
        schema: customerOrdersSchema,
        signal,
      });
      return {
        firstName: customer?.firstName ?? null,
        tags: customer?.tags ?? [],
        orders: customer?.orders.nodes.map(mapOrder) ?? [],
      };
    },

    async findCustomerOrder(shop, customerId, orderNumber, signal) {
      const query = `${orderNameSyntax(orderNumber)} customer_id:${customerId.replace(/\D/g, "")}`;
      const nodes = await findOrders(shop, query, signal);
      const own = nodes.find(
        (node) => node.customer && numericId(node.customer.id) === customerId && isNamed(node, orderNumber),
      );
      return own ? mapOrder(own) : null;
    },

    async findGuestOrder(shop, orderNumber, signal) {
      const nodes = await findOrders(shop, orderNameSyntax(orderNumber), signal);
      const node = nodes.find((candidate) => isNamed(candidate, orderNumber));
      return node?.email ? { order: mapOrder(node), email: node.email } : null;
    },

    async searchProducts(shop, search, signal) {
      const profile = await profileOf(shop, signal);
      const { products } = await client.query({
        shop,
        operation: SEARCH_PRODUCTS_QUERY,
        variables: searchVariables(search, profile),
        schema: productPageSchema,
        signal,
      });
      return {
        products: products.nodes.map((node) => mapProduct(node, profile)),
        nextCursor: products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null,
      };
    },

    async findProduct(shop, ref, signal) {
      const profile = await profileOf(shop, signal);
      const identifier = "id" in ref ? { id: globalId("Product", ref.id) } : { handle: ref.handle };
      const { productByIdentifier: node } = await client.query({
        shop,
        operation: FIND_PRODUCT_QUERY,
        variables: { identifier },
        schema: foundProductSchema,
        signal,
      });
      return node && node.status === "ACTIVE" ? mapProduct(node, profile) : null;
    },

    async loadProducts(shop, ids, signal) {
      if (ids.length === 0) return [];
      const profile = await profileOf(shop, signal);
      const { nodes } = await client.query({
        shop,
        operation: LOAD_PRODUCTS_QUERY,
        variables: { ids: ids.slice(0, MAX_IDS).map((id) => globalId("Product", id)) },
        schema: loadedProductsSchema,
        signal,
      });
      return nodes.flatMap((node) => (node?.status === "ACTIVE" ? [mapProduct(node, profile)] : []));
    },

    loadDocuments: (shop, signal) => loadDocuments(documents, shop, signal),
  };
}

/** "1001", "#1001" and "#W1001" for a shop whose numbers begin with "#W" are the same order. */
function isNamed(order: Pick<Order, "name">, orderNumber: string): boolean {
  return plainName(order.name) === plainName(orderNumber) || digits(order.name) === plainName(orderNumber);
}

const plainName = (name: string) => name.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
const digits = (name: string) => name.replace(/\D/g, "");

function searchVariables(search: ProductSearch, profile: ShopProfile): Record<string, unknown> {
  const scale = currencyDigits(profile.currency);
  const isFreeText = search.query.trim() !== "" && search.sort !== "newest";
  return {
    query: productSearchSyntax(search, (minor) => (minor / 10 ** scale).toFixed(scale)),
    first: Math.min(search.limit, MAX_PRODUCTS),
    after: search.cursor ?? null,
    sortKey: isFreeText ? "RELEVANCE" : "CREATED_AT",
    reverse: !isFreeText,
  };
}
