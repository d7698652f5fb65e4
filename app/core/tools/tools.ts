import { addToCart } from "./add-to-cart";
import { viewCart } from "./cart/view-cart";
import { guestOrderStatus } from "./guest-order-status";
import { handOver } from "./hand-over";
import { myOrders } from "./my-orders";
import { orderStatus } from "./order-status";
import { productDetails } from "./product-details";
import { relatedProducts } from "./related-products";
import { searchPolicies } from "./search-policies";
import { searchProducts } from "./search-products";
import type { Tool } from "./tool";

/** Everything the assistant can do, in the fixed order of TOOL_NAMES. */
export function createTools(): Tool[] {
  return [
    myOrders,
    orderStatus,
    guestOrderStatus,
    searchProducts,
    productDetails,
    relatedProducts,
    searchPolicies,
    viewCart,
    addToCart,
    handOver,
  ] as Tool[];
}
