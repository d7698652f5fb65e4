export const POLICIES_QUERY = `#graphql
  query AislePolicies {
    shop {
      shopPolicies { id title body url updatedAt }
    }
  }
`;

export const POLICY_DATES_QUERY = `#graphql
  query AislePolicyDates {
    shop {
      shopPolicies { id updatedAt }
    }
  }
`;

export const PAGE_DATES_QUERY = `#graphql
  query AislePageDates($after: String) {
    pages(first: 250, after: $after) {
      nodes { id handle updatedAt isPublished }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const ARTICLE_DATES_QUERY = `#graphql
  query AisleArticleDates($after: String) {
    articles(first: 250, after: $after) {
      nodes { id handle updatedAt isPublished }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const COLLECTION_DATES_QUERY = `#graphql
  query AisleCollectionDates($after: String) {
    collections(first: 250, after: $after, query: "published_status:published") {
      nodes { id handle updatedAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const DOCUMENTS_QUERY = `#graphql
  query AisleDocuments($ids: [ID!]!) {
    nodes(ids: $ids) {
      __typename
      id
      ... on Page { title handle body isPublished updatedAt }
      ... on Article { title handle body isPublished articleUpdatedAt: updatedAt blog { handle } }
      ... on Collection { title handle descriptionHtml updatedAt }
    }
  }
`;
