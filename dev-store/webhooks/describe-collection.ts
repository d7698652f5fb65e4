import type { CollectionData } from "../model";

/** The REST collection. */
export function describeCollection(collection: CollectionData) {
  return {
    admin_graphql_api_id: `gid://shopify/Collection/${collection.id}`,
    id: Number(collection.id),
    handle: collection.handle,
    title: collection.title,
    body_html: collection.descriptionHtml,
    sort_order: "manual",
    published_scope: "web",
    updated_at: collection.updatedAt,
  };
}
