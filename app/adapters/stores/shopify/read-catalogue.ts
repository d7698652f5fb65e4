import { z } from "zod";
import type { ChangedProduct, KnowledgeSource } from "~/core/knowledge/sync/knowledge-source";
import type { Product } from "~/core/store/product";
import type { ShopProfile } from "~/core/store/store-platform";
import type { AdminClient } from "./admin-client";
import { globalId, numericId } from "./global-id";
import { mapProduct, productNodeSchema } from "./map-product";
import {
  CATALOGUE_PAGE_QUERY,
  CATALOGUE_STATE_QUERY,
  CHANGED_PRODUCTS_QUERY,
  KEPT_PRODUCTS_QUERY,
  MORE_VARIANTS_QUERY,
} from "./operations/catalogue";

/** What a shopper may see: https://shopify.dev/docs/api/admin-graphql/latest/queries/products */
const SHOWN = "status:active published_status:published";
/** What the cost limit of one query has room for. */
const MAX_IDS = 50;

const pageInfoSchema = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() });

const stateSchema = z.object({
  productsCount: z.object({ count: z.number(), precision: z.string() }).nullable(),
  products: z.object({ nodes: z.array(z.object({ updatedAt: z.string() })) }),
});

const keptNodeSchema = productNodeSchema.extend({
  updatedAt: z.string(),
  publishedAt: z.string().nullable(),
  variants: productNodeSchema.shape.variants.extend({ pageInfo: pageInfoSchema }),
});
type KeptNode = z.infer<typeof keptNodeSchema>;

const pageSchema = z.object({
  products: z.object({ nodes: z.array(keptNodeSchema), pageInfo: pageInfoSchema }),
});
/** A node of another type comes as an empty object. */
const foundSchema = z.object({
  nodes: z.array(z.union([keptNodeSchema, z.object({}).transform(() => null)]).nullable()),
});
const moreVariantsSchema = z.object({
  product: z.object({ variants: keptNodeSchema.shape.variants }).nullable(),
});

/** Whether the storefront shows it. */
export function isShown(node: { status: string; publishedAt: string | null }): boolean {
  return node.status === "ACTIVE" && node.publishedAt !== null;
}

/** The part of a KnowledgeSource that reads products by ordinary queries. */
export function createCatalogueReader(
  client: AdminClient,
  profileOf: (shop: string, signal: AbortSignal) => Promise<ShopProfile>,
): Pick<KnowledgeSource, "describeProducts" | "readProductPage" | "readChangedPage" | "readProducts"> {
  /** The product with all its variants; null for one that is not shown. */
  async function complete(node: KeptNode, shop: string, signal: AbortSignal): Promise<Product | null> {
    if (!isShown(node)) return null;
    const profile = await profileOf(shop, signal);
    const variants = [...node.variants.nodes];
    let { pageInfo } = node.variants;
    while (pageInfo.hasNextPage) {
      const { product } = await client.query({
        shop,
        operation: MORE_VARIANTS_QUERY,
        variables: { id: node.id, after: pageInfo.endCursor },
        schema: moreVariantsSchema,
        signal,
      });
      if (!product) return null;
      variants.push(...product.variants.nodes);
      pageInfo = product.variants.pageInfo;
    }
    return mapProduct({ ...node, variants: { nodes: variants } }, profile);
  }

  async function completeAll(
    nodes: KeptNode[],
    shop: string,
    signal: AbortSignal,
  ): Promise<ChangedProduct[]> {
    const changes: ChangedProduct[] = [];
    for (const node of nodes) {
      const product = await complete(node, shop, signal);
      changes.push({ id: numericId(node.id), updatedAt: node.updatedAt, product });
    }
    return changes;
  }

  async function readPage(
    shop: string,
    operation: string,
    variables: Record<string, unknown>,
    signal: AbortSignal,
  ) {
    const { products } = await client.query({ shop, operation, variables, schema: pageSchema, signal });
    const changes = await completeAll(products.nodes, shop, signal);
    return { changes, next: products.pageInfo.hasNextPage ? products.pageInfo.endCursor : null };
  }

  return {
    async describeProducts(shop, signal) {
      const { productsCount, products } = await client.query({
        shop,
        operation: CATALOGUE_STATE_QUERY,
        variables: { shown: SHOWN },
        schema: stateSchema,
        signal,
      });
      const isExact = productsCount?.precision === "EXACT";
      return { count: isExact ? productsCount.count : null, newest: products.nodes[0]?.updatedAt ?? null };
    },

    async readProductPage(shop, after, signal) {
      const { changes, next } = await readPage(shop, CATALOGUE_PAGE_QUERY, { shown: SHOWN, after }, signal);
      return { products: shownOf(changes), next };
    },

    readChangedPage: (shop, after, signal) => readPage(shop, CHANGED_PRODUCTS_QUERY, { after }, signal),

    async readProducts(shop, ids, signal) {
      const products: Product[] = [];
      for (let start = 0; start < ids.length; start += MAX_IDS) {
        const { nodes } = await client.query({
          shop,
          operation: KEPT_PRODUCTS_QUERY,
          variables: { ids: ids.slice(start, start + MAX_IDS).map((id) => globalId("Product", id)) },
          schema: foundSchema,
          signal,
        });
        const found = nodes.flatMap((node) => (node ? [node] : []));
        products.push(...shownOf(await completeAll(found, shop, signal)));
      }
      return products;
    },
  };
}

const shownOf = (changes: ChangedProduct[]) => changes.flatMap(({ product }) => (product ? [product] : []));
