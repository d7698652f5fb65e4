import { z } from "zod";
import type { ShopProfile, StoreDocument } from "~/core/store/store-platform";
import type { AdminClient } from "./admin-client";
import { PAGES_QUERY, POLICIES_QUERY } from "./operations/shop";

/** 100 pages each: far more than stores have, and an end to a broken cursor. */
const MAX_REQUESTS = 10;

/** Null where the merchant did not grant the scope. */
const policiesSchema = z.object({
  shop: z.object({
    shopPolicies: z
      .array(
        z.object({
          id: z.string(),
          title: z.string(),
          body: z.string(),
          url: z.string(),
          updatedAt: z.string(),
        }),
      )
      .nullable(),
  }),
});

const pagesSchema = z.object({
  pages: z
    .object({
      nodes: z.array(
        z.object({
          id: z.string(),
          title: z.string(),
          handle: z.string(),
          body: z.string(),
          isPublished: z.boolean(),
          updatedAt: z.string(),
        }),
      ),
      pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
    })
    .nullable(),
});

/** Policies and published pages, in that order. A kind that the shop's scopes do not cover is left out. */
export async function loadDocuments(
  client: AdminClient,
  profile: ShopProfile,
  signal: AbortSignal,
): Promise<StoreDocument[]> {
  const [policies, pages] = await Promise.all([
    loadPolicies(client, profile.domain, signal),
    loadPages(client, profile, signal),
  ]);
  return [...policies, ...pages];
}

async function loadPolicies(
  client: AdminClient,
  shop: string,
  signal: AbortSignal,
): Promise<StoreDocument[]> {
  const data = await client.query({ shop, operation: POLICIES_QUERY, schema: policiesSchema, signal });
  return (data.shop.shopPolicies ?? []).map((policy) => ({
    id: policy.id,
    kind: "policy" as const,
    title: policy.title,
    url: policy.url,
    html: policy.body,
    updatedAt: policy.updatedAt,
  }));
}

async function loadPages(
  client: AdminClient,
  profile: ShopProfile,
  signal: AbortSignal,
): Promise<StoreDocument[]> {
  const documents: StoreDocument[] = [];
  let after: string | null = null;
  for (let request = 0; request < MAX_REQUESTS; request++) {
    const { pages }: z.infer<typeof pagesSchema> = await client.query({
      shop: profile.domain,
      operation: PAGES_QUERY,
      variables: { after },
      schema: pagesSchema,
      signal,
    });
    if (!pages) break;
    const published = pages.nodes.filter((page) => page.isPublished);
    documents.push(
      ...published.map((page) => ({
        id: page.id,
        kind: "page" as const,
        title: page.title,
        url: `${profile.storefrontUrl}/pages/${encodeURIComponent(page.handle)}`,
        html: page.body,
        updatedAt: page.updatedAt,
      })),
    );
    if (!pages.pageInfo.hasNextPage) break;
    after = pages.pageInfo.endCursor;
  }
  return documents;
}
