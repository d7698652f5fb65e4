import { afterAll, beforeAll, expect, test } from "vitest";
import { createAdminClient } from "~/adapters/stores/shopify/admin-client";
import { createOfflineSessions } from "~/adapters/stores/shopify/offline-sessions";
import { CUSTOMER_ORDERS_QUERY } from "~/adapters/stores/shopify/operations/orders";
import { createShopifyPlatform } from "~/adapters/stores/shopify/shopify-platform";
import { orderCardSchema } from "~/core/conversation/turn-event";
import { orderCard } from "~/core/store/order-card";
import type { StorePlatform } from "~/core/store/store-platform";
import { type InstalledShop, SHOP, startInstalledShop } from "./installed-shop";

let shop: InstalledShop;
let platform: StorePlatform;
const signal = new AbortController().signal;
const PROFILE = { timezone: "Europe/Berlin" };

beforeAll(async () => {
  shop = await startInstalledShop();
  await shop.install();
  const sessions = createOfflineSessions({ api: shop.api, storage: shop.storage });
  platform = createShopifyPlatform({ client: createAdminClient(shop.api, sessions) });
});
afterAll(() => shop.close());

test("an order comes with the pictures of its items, what its parcel holds and what is still to be sent", async () => {
  const { orders } = await platform.loadCustomerOrders(SHOP, "7001", 20, signal);
  const order = orders.find(({ name }) => name === "#1001");
  if (!order) return expect.fail("The order is missing");
  const card = orderCard(order, PROFILE);
  expect(orderCardSchema.parse(card)).toEqual(card);
  expect(card.parcels).toMatchObject([
    { number: "JJD01", items: [{ title: "Rain Jacket", variantTitle: "S / Blue", quantity: 1 }] },
  ]);
  expect(card.items).toMatchObject([
    {
      title: "Rain Jacket",
      unsent: 0,
      imageUrl: expect.stringMatching(/^https?:\/\/.*images\/jacket\.svg$/),
    },
    { title: "Wool Socks", unsent: 2, imageUrl: "https://img.example/socks.png" },
  ]);
});

test("an order that is looked up by its number comes with the same", async () => {
  const { orders } = await platform.loadCustomerOrders(SHOP, "7001", 20, signal);
  const known = orders.find(({ name }) => name === "#1001");
  expect(await platform.findCustomerOrder(SHOP, "7001", "1001", signal)).toEqual(known);
});

test("the newest twenty orders with everything in them cost far less than one query may", async () => {
  const variables = { customerId: "gid://shopify/Customer/7001", limit: 20 };
  const { errors, extensions } = await shop.store.query(CUSTOMER_ORDERS_QUERY, variables);
  expect(errors).toBeUndefined();
  expect(extensions?.cost?.requestedQueryCost).toBeLessThan(500);
});
