import { z } from "zod";
import type { KnowledgeSource, ListedDocument } from "~/core/knowledge/sync/knowledge-source";
import type { ShopProfile, StoreDocument } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";
import type { AdminClient } from "./admin-client";
import {
  ARTICLE_DATES_QUERY,
  COLLECTION_DATES_QUERY,
  DOCUMENTS_QUERY,
  PAGE_DATES_QUERY,
  POLICIES_QUERY,
  POLICY_DATES_QUERY,
} from "./operations/documents";

/** 250 each: far more than stores have, and an end to a broken cursor. */
const MAX_REQUESTS = 40;
const BATCH = 25;

const date = z.string().nullish();
const listedSchema = z.object({
  id: z.string(),
  handle: z.string().optional(),
  updatedAt: date,
  isPublished: z.boolean().optional(),
});
const connectionSchema = z.object({
  nodes: z.array(listedSchema),
  pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
});

/** Null where the merchant did not grant the scope. */
const policiesOf = <Policy extends z.ZodType>(policy: Policy) =>
  z.object({ shop: z.object({ shopPolicies: z.array(policy).nullable() }) });
const policyDatesSchema = policiesOf(listedSchema);
const policiesSchema = policiesOf(
  z.object({ id: z.string(), title: z.string(), body: z.string(), url: z.string(), updatedAt: z.string() }),
);

const text = { id: z.string(), title: z.string(), handle: z.string() };
const nodeSchema = z.discriminatedUnion("__typename", [
  z.object({
    __typename: z.literal("Page"),
    ...text,
    body: z.string(),
    isPublished: z.boolean(),
    updatedAt: z.string(),
  }),
  z.object({
    __typename: z.literal("Article"),
    ...text,
    body: z.string(),
    isPublished: z.boolean(),
    articleUpdatedAt: date,
    blog: z.object({ handle: z.string() }),
  }),
  z.object({
    __typename: z.literal("Collection"),
    ...text,
    descriptionHtml: z.string(),
    updatedAt: z.string(),
  }),
]);
const documentsSchema = z.object({ nodes: z.array(nodeSchema.nullable().catch(null)) });

const LISTS = [
  { field: "pages", operation: PAGE_DATES_QUERY },
  { field: "articles", operation: ARTICLE_DATES_QUERY },
  { field: "collections", operation: COLLECTION_DATES_QUERY },
] as const;

type ProfileOf = (shop: string, signal: AbortSignal) => Promise<ShopProfile>;

/** The part of a KnowledgeSource that reads texts: policies first, then pages, articles and collections. */
export function createDocumentReader(
  client: AdminClient,
  profileOf: ProfileOf,
): Pick<KnowledgeSource, "listDocuments" | "readDocuments"> {
  async function listPolicies(shop: string, signal: AbortSignal) {
    const data = await client.query({
      shop,
      operation: POLICY_DATES_QUERY,
      schema: policyDatesSchema,
      signal,
    });
    const policies = data.shop.shopPolicies ?? [];
    return policies.map(({ id, updatedAt }) => ({ id, updatedAt: updatedAt ?? "", path: null }));
  }

  async function listKind({ field, operation }: (typeof LISTS)[number], shop: string, signal: AbortSignal) {
    const listed: ListedDocument[] = [];
    const schema = z.object({ [field]: connectionSchema.nullable() });
    let after: string | null = null;
    for (let request = 0; request < MAX_REQUESTS; request += 1) {
      const data: Record<string, z.infer<typeof connectionSchema> | null> = await client.query({
        shop,
        operation,
        variables: { after },
        schema,
        signal,
      });
      const connection = data[field];
      if (!connection) break;
      const published = connection.nodes.filter(({ isPublished }) => isPublished !== false);
      listed.push(
        ...published.map(({ id, handle, updatedAt }) => ({
          id,
          updatedAt: updatedAt ?? "",
          path: handle && field !== "articles" ? `${field}/${handle}` : null,
        })),
      );
      if (!connection.pageInfo.hasNextPage) break;
      after = connection.pageInfo.endCursor;
    }
    return listed;
  }

  async function readPolicies(shop: string, signal: AbortSignal): Promise<StoreDocument[]> {
    const data = await client.query({ shop, operation: POLICIES_QUERY, schema: policiesSchema, signal });
    return (data.shop.shopPolicies ?? []).map(({ id, title, url, body, updatedAt }) => ({
      id,
      kind: "policy",
      title,
      url,
      html: body,
      updatedAt,
    }));
  }

  async function readNodes(shop: string, ids: string[], signal: AbortSignal): Promise<StoreDocument[]> {
    const { storefrontUrl } = await profileOf(shop, signal);
    const documents: StoreDocument[] = [];
    for (let start = 0; start < ids.length; start += BATCH) {
      const variables = { ids: ids.slice(start, start + BATCH) };
      const schema = documentsSchema;
      const { nodes } = await client.query({ shop, operation: DOCUMENTS_QUERY, variables, schema, signal });
      documents.push(...nodes.flatMap((node) => (node ? mapNode(node, storefrontUrl) : [])));
    }
    return documents;
  }

  return {
    async listDocuments(shop, signal) {
      const kinds = await Promise.all([
        listPolicies(shop, signal).catch(emptyWhereDenied),
        ...LISTS.map((list) => listKind(list, shop, signal).catch(emptyWhereDenied)),
      ]);
      return kinds.flat();
    },

    async readDocuments(shop, ids, signal) {
      const wanted = new Set(ids);
      const isPolicy = (id: string) => id.includes("/ShopPolicy/");
      const policies = ids.some(isPolicy) ? await readPolicies(shop, signal) : [];
      const others = await readNodes(
        shop,
        ids.filter((id) => !isPolicy(id)),
        signal,
      );
      return [...policies.filter(({ id }) => wanted.has(id)), ...others].filter(hasText);
    },
  };
}

/** Every published text of the shop. */
export async function loadDocuments(
  reader: Pick<KnowledgeSource, "listDocuments" | "readDocuments">,
  shop: string,
  signal: AbortSignal,
): Promise<StoreDocument[]> {
  const listed = await reader.listDocuments(shop, signal);
  return reader.readDocuments(
    shop,
    listed.map(({ id }) => id),
    signal,
  );
}

function mapNode(node: z.infer<typeof nodeSchema>, storefrontUrl: string): StoreDocument[] {
  const { id, title } = node;
  const handle = encodeURIComponent(node.handle);
  switch (node.__typename) {
    case "Page":
      if (!node.isPublished) return [];
      return [
        {
          ...{ id, title, kind: "page", html: node.body, updatedAt: node.updatedAt },
          url: `${storefrontUrl}/pages/${handle}`,
        },
      ];
    case "Article":
      if (!node.isPublished) return [];
      return [
        {
          ...{ id, title, kind: "article", html: node.body, updatedAt: node.articleUpdatedAt ?? null },
          url: `${storefrontUrl}/blogs/${encodeURIComponent(node.blog.handle)}/${handle}`,
        },
      ];
    case "Collection":
      return [
        {
          ...{ id, title, kind: "collection", html: node.descriptionHtml, updatedAt: node.updatedAt },
          url: `${storefrontUrl}/collections/${handle}`,
        },
      ];
  }
}

const hasText = ({ html }: StoreDocument) => html.replace(/<[^>]*>/g, "").trim() !== "";

/** A shop that did not grant a scope has none of that kind. */
function emptyWhereDenied(error: unknown): [] {
  if (error instanceof VendorError && error.status === 403) return [];
  throw error;
}
