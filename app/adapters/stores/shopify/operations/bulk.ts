import { PRODUCT_FRAGMENT, VARIANT_FRAGMENT } from "./products";

/** What Shopify exports: each product's line is followed by those of its variants. */
export const PRODUCT_EXPORT_QUERY = `#graphql
  ${PRODUCT_FRAGMENT}
  ${VARIANT_FRAGMENT}
  query AisleProductExport {
    products(query: "status:active published_status:published") {
      edges {
        node {
          ...AisleProduct
          publishedAt
          variants { edges { node { ...AisleVariant } } }
        }
      }
    }
  }
`;

export const START_EXPORT_MUTATION = `#graphql
  mutation AisleStartExport($query: String!) {
    bulkOperationRunQuery(query: $query, groupObjects: true) {
      bulkOperation { id }
      userErrors { code message }
    }
  }
`;

export const EXPORT_STATE_QUERY = `#graphql
  query AisleExportState($id: ID!) {
    bulkOperation(id: $id) { status errorCode url }
  }
`;
