import { PRODUCT_FRAGMENT, VARIANT_FRAGMENT } from "./products";

/** What a product needs to be kept: `publishedAt` is null for one that the storefront does not show. */
const KEPT_PRODUCT_FRAGMENT = `#graphql
  ${PRODUCT_FRAGMENT}
  ${VARIANT_FRAGMENT}
  fragment AisleKeptProduct on Product {
    ...AisleProduct
    updatedAt
    publishedAt
    variants(first: 20) {
      nodes { ...AisleVariant }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const CATALOGUE_STATE_QUERY = `#graphql
  query AisleCatalogueState($shown: String!) {
    productsCount(query: $shown, limit: null) { count precision }
    products(first: 1, sortKey: UPDATED_AT, reverse: true) { nodes { updatedAt } }
  }
`;

export const CATALOGUE_PAGE_QUERY = `#graphql
  ${KEPT_PRODUCT_FRAGMENT}
  query AisleCataloguePage($shown: String!, $after: String) {
    products(first: 50, after: $after, query: $shown, sortKey: ID) {
      nodes { ...AisleKeptProduct }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

/** Without a search, which may lag behind what was just changed. */
export const CHANGED_PRODUCTS_QUERY = `#graphql
  ${KEPT_PRODUCT_FRAGMENT}
  query AisleChangedProducts($after: String) {
    products(first: 50, after: $after, sortKey: UPDATED_AT, reverse: true) {
      nodes { ...AisleKeptProduct }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const KEPT_PRODUCTS_QUERY = `#graphql
  ${KEPT_PRODUCT_FRAGMENT}
  query AisleKeptProducts($ids: [ID!]!) {
    nodes(ids: $ids) { ...AisleKeptProduct }
  }
`;

export const MORE_VARIANTS_QUERY = `#graphql
  ${VARIANT_FRAGMENT}
  query AisleMoreVariants($id: ID!, $after: String) {
    product(id: $id) {
      variants(first: 100, after: $after) {
        nodes { ...AisleVariant }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`;
