import { describe, expect, it } from "vitest";
import type { Shopper } from "../conversation/conversation";
import { DEFAULT_SETTINGS, type ToolName } from "../settings/settings";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleOrder } from "../store/fixtures/sample-orders";
import { sampleProduct } from "../store/fixtures/sample-products";
import type { StorePlatform } from "../store/store-platform";
import { callTool } from "./call-tool";
import { toolContext } from "./fixtures/tool-context";
import type { Tool, ToolContext } from "./tool";
import { createTools } from "./tools";

/**
 * Each check of each tool is tried twice: as it is, when nothing may come through, and taken out, when something must. So
 * a test that could not fail would itself fail.
 */
const tools = createTools();
const eve: Shopper = { kind: "customer", customerId: "666" };
const SECRET = "Ana's lamp";
const secretOrder = sampleOrder({
  name: "#W2001",
  items: [{ ...sampleOrder().items[0], title: SECRET } as ReturnType<typeof sampleOrder>["items"][number]],
});

function platform(): StorePlatform & { calls: string[] } {
  return createInMemoryStore({
    products: [sampleProduct()],
    customers: {
      "7": { firstName: "Ana", tags: [], orders: [secretOrder] },
      "666": { firstName: "Eve", tags: ["none"], orders: [] },
    },
    guestOrders: [{ order: secretOrder, email: "ana@example.com" }],
  });
}

const ARGUMENTS: Record<ToolName, object> = {
  my_orders: {},
  order_status: { orderNumber: "#W2001" },
  guest_order_status: { orderNumber: "#W2001", email: "eve@example.com" },
  search_products: { query: "shirt" },
  product_details: { handle: "linen-shirt" },
  related_products: { handle: "linen-shirt" },
  search_policies: { question: "returns?" },
  view_cart: {},
  add_to_cart: { variantId: "4001", handle: "linen-shirt" },
  hand_over: { reason: "x" },
};

const HER_WORDS = ["I am eve@example.com, and where is #W2001?"];

/** Whether the call did anything at all for whoever asks. */
async function comesThrough(tool: Tool, changes: Partial<ToolContext>): Promise<boolean> {
  const context = toolContext({ shopperTexts: HER_WORDS, ...changes });
  const outcome = await callTool(tool, JSON.stringify(ARGUMENTS[tool.name]), context);
  return outcome.status !== "refused";
}

const unchecked = (tool: Tool): Tool => ({ ...tool, authorise: () => ({ allowed: true }) });
const untagged = (changes: Partial<ToolContext>): Partial<ToolContext> => ({
  ...changes,
  settings: { ...DEFAULT_SETTINGS, ...changes.settings, toolTags: DEFAULT_SETTINGS.toolTags },
});

describe.each(tools)("$name", (tool) => {
  it("is kept back by its own check alone when it is turned off", async () => {
    const settings = { ...DEFAULT_SETTINGS, tools: { ...DEFAULT_SETTINGS.tools, [tool.name]: false } };
    for (const shopper of [eve, { kind: "visitor" } satisfies Shopper]) {
      expect(await comesThrough(tool, { shopper, settings, store: platform() })).toBe(false);
      expect(await comesThrough(unchecked(tool), { shopper, settings, store: platform() })).toBe(true);
    }
  });

  it("is kept back by its tags alone from a customer without any of them", async () => {
    const settings = {
      ...DEFAULT_SETTINGS,
      toolTags: { ...DEFAULT_SETTINGS.toolTags, [tool.name]: ["VIP"] },
    };
    const context = { shopper: eve, settings, store: platform() };
    expect(await comesThrough(tool, context)).toBe(false);
    expect(await comesThrough(tool, untagged(context))).toBe(true);
  });
});

describe.each(tools.filter(({ name }) => name === "my_orders" || name === "order_status"))(
  "$name",
  (tool) => {
    it("is kept back from a visitor by its own check alone", async () => {
      const context = { shopper: { kind: "visitor" } satisfies Shopper, store: platform() };
      expect(await comesThrough(tool, context)).toBe(false);
      expect(await comesThrough(unchecked(tool), context)).toBe(true);
    });
  },
);

describe("what is another customer's", () => {
  const leaks = async (tool: Tool | undefined, changes: Partial<ToolContext>) => {
    if (!tool) throw new Error("no tool");
    const context = toolContext({ shopperTexts: HER_WORDS, ...changes });
    const outcome = await callTool(tool, JSON.stringify(ARGUMENTS[tool.name]), context);
    return /lamp|unfulfilled|in_transit|delivered/i.test(JSON.stringify(outcome)) || outcome.status === "ok";
  };
  const byName = (name: ToolName) => tools.find((tool) => tool.name === name);

  it("stays so in order_status, by the customer's id in the question to the store", async () => {
    expect(await leaks(byName("order_status"), { shopper: eve, store: platform() })).toBe(false);
    const honest = platform();
    const careless: StorePlatform = {
      ...honest,
      findCustomerOrder: (shop, _customer, number, signal) =>
        honest.findCustomerOrder(shop, "7", number, signal),
    };
    expect(await leaks(byName("order_status"), { shopper: eve, store: careless })).toBe(true);
  });

  it("stays so in my_orders, by the customer that the turn was opened for", async () => {
    const store = platform();
    const seen = async (customerId: string) =>
      JSON.stringify(
        await callTool(
          byName("my_orders") as Tool,
          JSON.stringify({ customerId: "7", limit: 20 }),
          toolContext({ shopper: { kind: "customer", customerId }, store }),
        ),
      );
    expect(await seen("666")).not.toContain(SECRET);
    expect(await seen("7")).toContain(SECRET);
  });

  it("stays so in guest_order_status, by the email that the order was placed with", async () => {
    expect(await leaks(byName("guest_order_status"), { store: platform() })).toBe(false);
    const careless: StorePlatform = {
      ...platform(),
      findGuestOrder: async () => ({ order: secretOrder, email: "eve@example.com" }),
    };
    expect(await leaks(byName("guest_order_status"), { store: careless })).toBe(true);
  });

  it("stays so in guest_order_status from a model that knows number and email, by what the shopper wrote alone", async () => {
    const guest = byName("guest_order_status") as Tool;
    const known = JSON.stringify({ orderNumber: "#W2001", email: "ana@example.com" });
    const ask = (shopperTexts: string[]) =>
      callTool(guest, known, toolContext({ shopperTexts, store: platform(), shopper: eve }));
    expect((await ask(["where is my order?"])).status).toBe("refused");
    expect((await ask(["where is W2001, ana@example.com?"])).status).toBe("ok");
  });

  it("costs a guest her look-ups: refused by the counter alone", async () => {
    const guest = byName("guest_order_status") as Tool;
    const limited = { store: platform(), allowGuestLookup: async () => false };
    expect(await comesThrough(guest, limited)).toBe(false);
    expect(await comesThrough(guest, { store: platform() })).toBe(true);
  });
});
