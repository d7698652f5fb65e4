import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDevStore, type TestDevStore } from "../test-support/start-dev-store";

let store: TestDevStore;
beforeAll(async () => {
  store = await startDevStore();
});
afterAll(() => store.close());

describe("orders", () => {
  test("of a customer come newest first with parcels, lines and amounts", async () => {
    const answer = await store.query(`{
      customer(id: "gid://shopify/Customer/7001") {
        firstName tags numberOfOrders
        orders(first: 10, sortKey: CREATED_AT, reverse: true) {
          nodes {
            name displayFinancialStatus displayFulfillmentStatus returnStatus cancelledAt cancelReason
            totalPriceSet { shopMoney { amount currencyCode } }
            currentTotalPriceSet { shopMoney { amount } }
            totalRefundedSet { shopMoney { amount } }
            lineItems(first: 5) { nodes { name title variantTitle sku quantity unfulfilledQuantity product { handle } } }
            fulfillments(first: 5) {
              displayStatus createdAt estimatedDeliveryAt deliveredAt inTransitAt
              trackingInfo(first: 3) { company number url }
              events(first: 5) { nodes { status happenedAt } }
              fulfillmentLineItems(first: 5) { nodes { quantity lineItem { sku } } }
            }
            refunds(first: 1) { totalRefundedSet { shopMoney { amount } } }
          }
        }
      }
    }`);
    expect(answer.errors).toBeUndefined();
    expect(answer.data).toMatchObject({
      customer: {
        firstName: "Ana",
        tags: ["VIP"],
        numberOfOrders: "2",
        orders: {
          nodes: [
            {
              name: "#1001",
              displayFinancialStatus: "PAID",
              displayFulfillmentStatus: "PARTIALLY_FULFILLED",
              returnStatus: "NO_RETURN",
              totalPriceSet: { shopMoney: { amount: "118.9", currencyCode: "EUR" } },
              lineItems: {
                nodes: [
                  {
                    name: "Rain Jacket - S / Blue",
                    variantTitle: "S / Blue",
                    unfulfilledQuantity: 0,
                    product: { handle: "rain-jacket" },
                  },
                  { name: "Wool Socks", variantTitle: null, quantity: 2, unfulfilledQuantity: 2 },
                ],
              },
              fulfillments: [
                {
                  displayStatus: "IN_TRANSIT",
                  createdAt: "2026-11-11T08:00:00Z",
                  estimatedDeliveryAt: "2026-11-21T18:00:00Z",
                  deliveredAt: null,
                  inTransitAt: "2026-11-11T08:00:00Z",
                  trackingInfo: [{ company: "DHL", number: "JJD01", url: "https://dhl.example/JJD01" }],
                  fulfillmentLineItems: { nodes: [{ quantity: 1, lineItem: { sku: "RJ-S" } }] },
                },
              ],
              refunds: [],
            },
            {
              name: "#1002",
              cancelledAt: "2026-06-02T10:00:00Z",
              cancelReason: "OTHER",
              currentTotalPriceSet: { shopMoney: { amount: "0.0" } },
              refunds: [{ totalRefundedSet: { shopMoney: { amount: "12.5" } } }],
            },
          ],
        },
      },
    });
  });

  test.each([
    ["name:#1001", ["#1001"]],
    ['name:"1001"', ["#1001"]],
    ["email:BEN@example.com", ["#1003"]],
    ["email:ben", []],
    ["customer_id:7001", ["#1001", "#1002"]],
    ["customer_id:7001 AND status:cancelled", ["#1002"]],
    ["-customer_id:7001", ["#1003"]],
    ["fulfillment_status:unfulfilled OR fulfillment_status:partial", ["#1001", "#1002"]],
    ["created_at:>=2026-11-01 created_at:<'2026-11-11T00:00:00Z'", ["#1001"]],
    ["sku:RJ-S", ["#1001"]],
    ["tag:gift", ["#1001"]],
    ["nothing:at-all", ["#1001", "#1002", "#1003"]],
  ])("found by %s", async (query, names) => {
    const answer = await store.query(
      "query($query: String) { orders(first: 10, query: $query, sortKey: ORDER_NUMBER) { nodes { name } } }",
      { query },
    );
    expect(
      (answer.data as { orders: { nodes: { name: string }[] } }).orders.nodes.map(({ name }) => name),
    ).toEqual(names);
    const hasWarning = query.startsWith("nothing");
    expect(answer.extensions?.search === undefined).toBe(!hasWarning);
  });

  test("by an id that is not of the store are null", async () => {
    expect(await store.query('{ order(id: "gid://shopify/Order/1") { id } }')).toMatchObject({
      data: { order: null },
    });
  });
});
