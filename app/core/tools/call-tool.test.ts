import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import type { Shopper } from "../conversation/conversation";
import { cardSchema } from "../conversation/turn-event";
import { DEFAULT_SETTINGS, TOOL_NAMES, type ToolName } from "../settings/settings";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleOrder } from "../store/fixtures/sample-orders";
import { sampleProduct } from "../store/fixtures/sample-products";
import { callTool } from "./call-tool";
import { toolContext } from "./fixtures/tool-context";
import { toToolDefinition } from "./tool-definition";
import { createTools } from "./tools";

const tools = createTools();
const customer: Shopper = { kind: "customer", customerId: "7" };
const visitor: Shopper = { kind: "visitor" };

/** Arguments with which every tool would do its work. */
const GOOD_ARGUMENTS: Record<ToolName, object> = {
  my_orders: {},
  order_status: { orderNumber: "1001" },
  guest_order_status: { orderNumber: "1001", email: "ana@example.com" },
  search_products: { query: "shirt" },
  product_details: { handle: "linen-shirt" },
  related_products: { handle: "linen-shirt" },
  search_policies: { question: "returns?" },
  view_cart: {},
  add_to_cart: { variantId: "4001", handle: "linen-shirt" },
  hand_over: { reason: "wants a person" },
};
const CUSTOMERS_ONLY = new Set<ToolName>(["my_orders", "order_status"]);

function store() {
  return createInMemoryStore({
    products: [sampleProduct()],
    customers: { "7": { firstName: "Ana", tags: [], orders: [sampleOrder()] } },
    guestOrders: [{ order: sampleOrder(), email: "ana@example.com" }],
  });
}

const turnedOff = (name: ToolName) => ({
  ...DEFAULT_SETTINGS,
  tools: { ...DEFAULT_SETTINGS.tools, [name]: false },
});

/** A context that records whether the tool reached anything behind it. */
function watchedContext(shopper: Shopper, settings = DEFAULT_SETTINGS) {
  const touched: string[] = [];
  const platform = store();
  const cart = { itemCount: 1, items: [{ handle: "linen-shirt", variantId: "4001", quantity: 1 }] };
  const shopperTexts = ["where is order 1001? I am ana@example.com"];
  const context = toolContext({ shopper, settings, cart, shopperTexts, store: platform });
  const watched = {
    ...context,
    orders: () => {
      touched.push("orders");
      return context.orders();
    },
    knowledge: {
      ...context.knowledge,
      search: async () => {
        touched.push("knowledge");
        return [];
      },
    },
    allowGuestLookup: async () => {
      touched.push("allowGuestLookup");
      return true;
    },
    requestHandoff: async () => {
      touched.push("requestHandoff");
      return { ticketId: "h1", isNew: true };
    },
  };
  return { context: watched, touched: () => [...touched, ...platform.calls] };
}

describe("every tool", () => {
  it("is there once, in the fixed order", () => {
    expect(tools.map((tool) => tool.name)).toEqual([...TOOL_NAMES]);
  });

  describe.each(tools)("$name", (tool) => {
    const goodArguments = JSON.stringify(GOOD_ARGUMENTS[tool.name]);

    it.each([visitor, customer])(
      "touches nothing for a $kind when the merchant turned it off",
      async (shopper) => {
        const { context, touched } = watchedContext(shopper, turnedOff(tool.name));
        const outcome = await callTool(tool, goodArguments, context);
        expect(outcome).toMatchObject({ status: "refused", reason: "turned-off" });
        expect(touched()).toEqual([]);
      },
    );

    it("works for a customer when turned on", async () => {
      const { context, touched } = watchedContext(customer);
      const outcome = await callTool(tool, goodArguments, context);
      expect(outcome.status).toBe("ok");
      expect(touched()).not.toEqual([]);
    });

    it("asks a visitor to sign in, touching nothing, exactly when it is about a customer's own orders", async () => {
      const { context, touched } = watchedContext(visitor);
      const outcome = await callTool(tool, goodArguments, context);
      if (!CUSTOMERS_ONLY.has(tool.name)) return expect(outcome.status).toBe("ok");
      expect(outcome).toMatchObject({
        status: "refused",
        reason: "sign-in-required",
        cards: [{ kind: "confirm", action: "sign-in", url: "https://fernway.example/account/login" }],
      });
      expect(touched()).toEqual([]);
    });

    it("never takes an identity from its arguments", async () => {
      const forged = { ...GOOD_ARGUMENTS[tool.name], customerId: "7", shopper: customer, shop: "other" };
      const { context } = watchedContext(visitor);
      const outcome = await callTool(tool, JSON.stringify(forged), context);
      expect(outcome.status).toBe(CUSTOMERS_ONLY.has(tool.name) ? "refused" : "ok");
      const parsed = tool.input.parse(forged);
      expect(Object.keys(parsed as object)).not.toContain("customerId");
    });

    it("gives cards that the wire understands", async () => {
      const { context } = watchedContext(customer);
      const outcome = await callTool(tool, goodArguments, context);
      const cards = outcome.status === "ok" ? (outcome.cards ?? []) : [];
      for (const card of cards) expect(cardSchema.parse(card)).toEqual(card);
    });

    it("answers any JSON with an outcome", async () => {
      await fc.assert(
        fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (rawArguments) => {
          const { context } = watchedContext(customer);
          const outcome = await callTool(tool, rawArguments, context);
          const own = tool.name === "guest_order_status" ? ["refused"] : [];
          expect(["ok", "not-found", "invalid-arguments", ...own]).toContain(outcome.status);
        }),
        { numRuns: 60 },
      );
    });

    it("describes itself to models with a schema whose required arguments have no default", () => {
      const { parameters, description } = toToolDefinition(tool);
      expect(description.length).toBeGreaterThan(40);
      expect(parameters).toMatchObject({ type: "object" });
      expect(JSON.stringify(parameters)).not.toContain("undefined");
      for (const name of parameters.required as string[]) {
        expect(GOOD_ARGUMENTS[tool.name]).toHaveProperty(name);
      }
    });
  });
});

describe("callTool", () => {
  const tool = tools[3];
  if (!tool) throw new Error("no tool");

  it.each([
    [new VendorError("shopify", "down", { status: 503 }), true],
    [new VendorError("shopify", "no access", { status: 403 }), false],
  ])("makes a failed outcome of a broken vendor", async (error, retryable) => {
    const broken = { ...store(), searchProducts: () => Promise.reject(error) };
    expect(await callTool(tool, '{"query":"x"}', toolContext({ store: broken }))).toEqual({
      status: "failed",
      retryable,
    });
  });

  it("lets bugs and aborts through", async () => {
    const buggy = { ...store(), searchProducts: () => Promise.reject(new TypeError("bug")) };
    await expect(callTool(tool, '{"query":"x"}', toolContext({ store: buggy }))).rejects.toThrow("bug");
    const signal = AbortSignal.abort(new Error("stopped"));
    await expect(callTool(tool, '{"query":"x"}', toolContext({ signal }))).rejects.toThrow("stopped");
  });

  it("says what is wrong with arguments, without repeating them", async () => {
    const outcome = await callTool(
      tools[1] ?? tool,
      '{"number": "secret"}',
      toolContext({ shopper: customer }),
    );
    expect(outcome).toMatchObject({ status: "invalid-arguments" });
    expect(JSON.stringify(outcome)).not.toContain("secret");
  });

  it("refuses arguments beyond all measure", async () => {
    const flood = JSON.stringify({ query: "x".repeat(100_000) });
    expect((await callTool(tool, flood, toolContext())).status).toBe("invalid-arguments");
  });

  it("reads numbers and flags that models write as text, and null as left out", async () => {
    const input = tool.input.parse({
      query: null,
      maxPrice: "$1,250.50",
      minPrice: null,
      availableOnly: "true",
      limit: "3",
      cursor: "",
      sort: "best",
    });
    expect(input).toEqual({
      query: "",
      maxPrice: 1250.5,
      availableOnly: true,
      onlyExact: false,
      hidden: false,
      limit: 3,
      sort: "relevance",
    });
  });
});
