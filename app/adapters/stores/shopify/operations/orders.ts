/**
 * Sized to stay below the 1,000 points that one query may cost. The status page is left out: its URL is protected yet
 * non-null in the schema, so a denial would take the whole order with it.
 */
const ORDER_FRAGMENT = `#graphql
  fragment AisleOrder on Order {
    id
    name
    createdAt
    cancelledAt
    displayFinancialStatus
    displayFulfillmentStatus
    returnStatus
    totalPriceSet { shopMoney { amount currencyCode } }
    totalRefundedSet { shopMoney { amount } }
    totalShippingPriceSet { shopMoney { amount } }
    discountCodes
    lineItems(first: 15) {
      nodes {
        id title variantTitle sku vendor quantity unfulfilledQuantity
        discountedTotalSet { shopMoney { amount } }
        image { url }
      }
    }
    fulfillments(first: 5) {
      displayStatus
      createdAt
      estimatedDeliveryAt
      deliveredAt
      trackingInfo(first: 3) { company number url }
      fulfillmentLineItems(first: 15) { nodes { quantity lineItem { id } } }
    }
  }
`;

export const CUSTOMER_ORDERS_QUERY = `#graphql
  ${ORDER_FRAGMENT}
  query AisleCustomerOrders($customerId: ID!, $limit: Int!) {
    customer(id: $customerId) {
      firstName
      tags
      orders(first: $limit, sortKey: CREATED_AT, reverse: true) {
        nodes { ...AisleOrder }
      }
    }
  }
`;

export const FIND_ORDER_QUERY = `#graphql
  ${ORDER_FRAGMENT}
  query AisleFindOrder($query: String!) {
    orders(first: 5, query: $query, sortKey: CREATED_AT, reverse: true) {
      nodes {
        ...AisleOrder
        email
        customer { id }
      }
    }
  }
`;
