export const PRODUCT_FRAGMENT = `#graphql
  fragment AisleProduct on Product {
    id
    handle
    title
    description(truncateAt: 2000)
    vendor
    productType
    tags
    status
    onlineStoreUrl
    featuredMedia { preview { image { url altText } } }
    options(first: 3) { name values }
  }
`;

export const VARIANT_FRAGMENT = `#graphql
  fragment AisleVariant on ProductVariant {
    id
    title
    sku
    price
    compareAtPrice
    availableForSale
    inventoryQuantity
    inventoryPolicy
    inventoryItem { tracked }
    selectedOptions { name value }
  }
`;

export const SEARCH_PRODUCTS_QUERY = `#graphql
  ${PRODUCT_FRAGMENT}
  ${VARIANT_FRAGMENT}
  query AisleSearchProducts($query: String!, $first: Int!, $after: String, $sortKey: ProductSortKeys!, $reverse: Boolean!) {
    products(first: $first, after: $after, query: $query, sortKey: $sortKey, reverse: $reverse) {
      nodes {
        ...AisleProduct
        variants(first: 20) { nodes { ...AisleVariant } }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`;

export const FIND_PRODUCT_QUERY = `#graphql
  ${PRODUCT_FRAGMENT}
  ${VARIANT_FRAGMENT}
  query AisleFindProduct($identifier: ProductIdentifierInput!) {
    productByIdentifier(identifier: $identifier) {
      ...AisleProduct
      descriptionHtml
      variants(first: 100) { nodes { ...AisleVariant } }
    }
  }
`;

export const LOAD_PRODUCTS_QUERY = `#graphql
  ${PRODUCT_FRAGMENT}
  ${VARIANT_FRAGMENT}
  query AisleLoadProducts($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on Product {
        ...AisleProduct
        variants(first: 20) { nodes { ...AisleVariant } }
      }
    }
  }
`;
