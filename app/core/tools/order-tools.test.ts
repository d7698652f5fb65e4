import { describe, expect, it } from "vitest";
import type { Shopper } from "../conversation/conversation";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleOrder, sentOrder } from "../store/fixtures/sample-orders";
import { toolContext } from "./fixtures/tool-context";
import { guestOrderStatus } from "./guest-order-status";
import { myOrders } from "./my-orders";
import { orderStatus } from "./order-status";

const ana: Shopper = { kind: "customer", customerId: "7" };
const ben: Shopper = { kind: "customer", customerId: "8" };

const hers = sentOrder([{}], {
  name: "#W2001",
  statusUrl: "https://shop.example/orders/x/authenticate?key=1",
});
const herOpenOne = sampleOrder({ name: "#W2002" });
const herOldOne = sentOrder([{ displayStatus: "delivered", deliveredAt: "2025-01-04T00:00:00.000Z" }], {
  name: "#W1007",
});
const his = sampleOrder({ name: "#W2003" });

function world(shopper: Shopper) {
  const store = createInMemoryStore({
    customers: {
      "7": { firstName: "Ana", tags: [], orders: [herOpenOne, hers, herOldOne] },
      "8": { firstName: "Ben", tags: [], orders: [his] },
    },
    guestOrders: [
      { order: hers, email: "Ana@Example.com" },
      { order: his, email: "ben@example.com" },
    ],
  });
  const shopperTexts = [
    "W2001 or W9999? it's ana@example.com, or ana@example.co, ben@example.com, nobody@invalid",
  ];
  const context = toolContext({ shopper, store, shopperTexts });
  // Only the newest two are at hand.
  return {
    store,
    context: { ...context, orders: async () => ({ firstName: "Ana", tags: [], orders: [herOpenOne, hers] }) },
  };
}

describe("order_status", () => {
  it("tells of another customer's order exactly what it tells of one that does not exist", async () => {
    const { context } = world(ana);
    const others = await orderStatus.execute({ orderNumber: "#W2003" }, context);
    const nobodys = await orderStatus.execute({ orderNumber: "#W9999" }, context);
    expect(others).toEqual({ status: "not-found", data: { orderNumber: "#W2003" } });
    expect(nobodys).toEqual({ status: "not-found", data: { orderNumber: "#W9999" } });
  });

  it.each(["W2001", "#w2001", "2001", "order # W2001"])(
    "finds her own by %j, with card",
    async (orderNumber) => {
      const { context } = world(ana);
      const outcome = await orderStatus.execute({ orderNumber }, context);
      expect(outcome).toMatchObject({
        status: "ok",
        data: { order: { number: "#W2001", state: "in_transit", parcels: [{ company: "DHL" }] } },
        cards: [{ kind: "order", name: "#W2001" }],
      });
    },
  );

  it("finds her own that is older than those at hand, asking with her id", async () => {
    const { context, store } = world(ana);
    const outcome = await orderStatus.execute({ orderNumber: "1007" }, context);
    expect(outcome).toMatchObject({
      status: "ok",
      data: { order: { number: "#W1007", state: "delivered" } },
    });
    expect(store.calls).toEqual(["findCustomerOrder"]);
  });

  it("gives the model no page of hers and no ids", async () => {
    const { context } = world(ana);
    const outcome = await orderStatus.execute({ orderNumber: "2001" }, context);
    const data = JSON.stringify(outcome.status === "ok" && outcome.data);
    expect(data).not.toMatch(/authenticate|statusUrl|900100/);
  });
});

describe("my_orders", () => {
  it("lists hers, newest first, with cards only when asked to show them", async () => {
    const { context } = world(ana);
    const outcome = await myOrders.execute({ limit: 5, onlyOpen: false, show: false }, context);
    expect(outcome).toMatchObject({
      status: "ok",
      data: { total: 2, orders: [{ number: "#W2002", open: true }, { number: "#W2001" }] },
    });
    expect(outcome).not.toHaveProperty("cards");
    const shown = await myOrders.execute({ limit: 1, onlyOpen: true, show: true }, context);
    expect(shown).toMatchObject({
      data: { total: 2, orders: [{ number: "#W2002" }] },
      cards: [{ name: "#W2002" }],
    });
  });
});

describe("guest_order_status", () => {
  const visitor: Shopper = { kind: "visitor" };

  it("says the same of a wrong email, a missing order and both", async () => {
    const { context } = world(visitor);
    for (const [orderNumber, email] of [
      ["W2001", "ben@example.com"],
      ["W2001", "ana@example.co"],
      ["W9999", "ana@example.com"],
      ["W9999", "nobody@invalid"],
    ] as const) {
      const outcome = await guestOrderStatus.execute({ orderNumber, email }, context);
      expect(outcome).toEqual({ status: "not-found", data: { orderNumber } });
    }
  });

  it.each([
    ["a number that she never wrote", ["my address is ana@example.com"]],
    ["an address that she never wrote", ["where is W2001?"]],
    ["either", []],
    ["a longer address that holds it", ["W2001, joana@example.com"]],
    ["a longer number that holds it", ["W20012, ana@example.com"]],
  ])("takes no model's word for %s", async (_what, shopperTexts) => {
    const { context, store } = world(visitor);
    const given = { orderNumber: "W2001", email: "ana@example.com" };
    const outcome = await guestOrderStatus.execute(given, { ...context, shopperTexts });
    expect(outcome).toEqual({ status: "refused", reason: "not-permitted" });
    expect(store.calls).toEqual([]);
  });

  it("looks nothing up once too many were asked for", async () => {
    const { context, store } = world(visitor);
    const limited = { ...context, allowGuestLookup: async () => false };
    const outcome = await guestOrderStatus.execute(
      { orderNumber: "W2001", email: "ana@example.com" },
      limited,
    );
    expect(outcome).toEqual({ status: "refused", reason: "rate-limited" });
    expect(store.calls).toEqual([]);
  });

  it("gives state and delivery dates, no card and nothing else, whatever the email's case", async () => {
    const { context } = world(visitor);
    const outcome = await guestOrderStatus.execute(
      { orderNumber: "#W2001", email: " ANA@example.com " },
      context,
    );
    expect(outcome).toEqual({
      status: "ok",
      data: {
        number: "#W2001",
        state: "in_transit",
        expectedAt: "2026-11-24T17:00:00.000Z",
        deliveredAt: null,
      },
    });
  });

  it("opens no door for a signed-in customer to another's order without its email", async () => {
    const { context } = world(ben);
    const outcome = await guestOrderStatus.execute(
      { orderNumber: "W2001", email: "ben@example.com" },
      context,
    );
    expect(outcome.status).toBe("not-found");
  });
});
