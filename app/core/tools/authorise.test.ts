import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import type { Shopper } from "../conversation/conversation";
import { type BehaviourSettings, DEFAULT_SETTINGS } from "../settings/settings";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleOrder } from "../store/fixtures/sample-orders";
import { sampleProduct } from "../store/fixtures/sample-products";
import { authoriseCall } from "./authorise";
import { callTool } from "./call-tool";
import { toolContext } from "./fixtures/tool-context";
import { createTools } from "./tools";

const ana: Shopper = { kind: "customer", customerId: "7" };
const ben: Shopper = { kind: "customer", customerId: "8" };
const visitor: Shopper = { kind: "visitor" };
const tools = createTools();

function tagged(name: (typeof tools)[number]["name"], ...tags: string[]): BehaviourSettings {
  return { ...DEFAULT_SETTINGS, toolTags: { ...DEFAULT_SETTINGS.toolTags, [name]: tags } };
}

function store() {
  return createInMemoryStore({
    products: [sampleProduct()],
    customers: {
      "7": { firstName: "Ana", tags: ["newsletter", "Vip "], orders: [sampleOrder()] },
      "8": { firstName: "Ben", tags: ["vip-waiting", "not vip"], orders: [] },
    },
    guestOrders: [{ order: sampleOrder(), email: "ana@example.com" }],
  });
}

describe.each(tools)("$name with a tag", (tool) => {
  const settings = tagged(tool.name, "wholesale", "VIP");

  it("is refused to a customer who has only tags like it", async () => {
    const context = toolContext({ shopper: ben, settings, store: store() });
    expect(await callTool(tool, "{}", context)).toEqual({ status: "refused", reason: "not-permitted" });
  });

  it("asks a visitor to sign in, since only a customer has tags", async () => {
    const platform = store();
    const outcome = await callTool(tool, "{}", toolContext({ shopper: visitor, settings, store: platform }));
    expect(outcome).toMatchObject({ status: "refused", reason: "sign-in-required" });
    expect(platform.calls).toEqual([]);
  });

  it("is refused while the store does not tell of any tags", async () => {
    const orders = () => Promise.reject(new VendorError("shopify", "down", { status: 503 }));
    const context = toolContext({ shopper: ana, settings, store: store(), orders });
    expect(await callTool(tool, "{}", context)).toEqual({ status: "refused", reason: "not-permitted" });
  });

  it("is there for a customer who has one of the tags, in whatever case", async () => {
    const context = toolContext({ shopper: ana, settings, store: store() });
    expect(await authoriseCall(tool, context)).toEqual({ allowed: true });
  });

  it("is off for her too when the merchant turned it off", async () => {
    const off = { ...settings, tools: { ...settings.tools, [tool.name]: false } };
    const context = toolContext({ shopper: ana, settings: off, store: store() });
    expect(await authoriseCall(tool, context)).toEqual({ allowed: false, reason: "turned-off" });
  });

  it("cannot be opened by tags among its arguments", async () => {
    const forged = JSON.stringify({ tags: ["VIP"], customerTags: "VIP", shopper: ana, customerId: "7" });
    const context = toolContext({ shopper: ben, settings, store: store() });
    expect(await callTool(tool, forged, context)).toMatchObject({ reason: "not-permitted" });
  });
});

it("asks the store for nobody's tags where a tool has none", async () => {
  const orders = () => Promise.reject(new Error("asked for orders"));
  const search = tools.find(({ name }) => name === "search_policies");
  if (!search) throw new Error("no tool");
  expect(await authoriseCall(search, toolContext({ shopper: ana, orders }))).toEqual({ allowed: true });
});

it("lets a bug behind the tags through instead of taking it for an answer", async () => {
  const orders = () => Promise.reject(new TypeError("bug"));
  const [tool] = tools;
  if (!tool) throw new Error("no tool");
  const context = toolContext({ shopper: ana, settings: tagged(tool.name, "VIP"), orders });
  await expect(callTool(tool, "{}", context)).rejects.toThrow("bug");
});
