import { describe, expect, it } from "vitest";
import type { Shopper } from "../conversation/conversation";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { plainKnowledge } from "../knowledge/fixtures/plain-knowledge";
import { DEFAULT_SETTINGS } from "../settings/settings";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleOrder } from "../store/fixtures/sample-orders";
import { sampleProduct } from "../store/fixtures/sample-products";
import { createScriptedModel, type ScriptedPart } from "./fakes/scripted-model";
import { ask, createFakeTurns, SHOP, textOf } from "./fakes/turns";
import { DEFAULT_LIMITS } from "./turn-limits";

const model = (...steps: ScriptedPart[][]) => createScriptedModel("gpt", ...steps);
const builtin = (...steps: ScriptedPart[][]) =>
  createScriptedModel("builtin", ...(steps.length > 0 ? steps : [["From the built-in model."]]));
const end = (events: LoggedTurnEvent[]) => events.at(-1);

describe("tools", () => {
  const customer: Shopper = { kind: "customer", customerId: "42" };
  const store = () =>
    createInMemoryStore({
      customers: { "42": { firstName: "Ada", tags: [], orders: [sampleOrder({ name: "#1001" })] } },
      products: [sampleProduct()],
    });

  it("are called by the model, shown as cards, and kept as evidence", async () => {
    const scripted = model([{ call: "order_status", arguments: { orderNumber: "1001" } }], ["There it is."]);
    const deps = createFakeTurns([scripted], { store: store() });
    const { events, kinds, stored, conversation } = await ask(deps, { shopper: customer, locale: "fr" });
    expect(kinds).toEqual([
      "turn-start",
      "status",
      "tool-start",
      "tool-end",
      "card",
      "text-delta",
      "turn-end",
    ]);
    expect(events[1]).toMatchObject({ data: { label: "Je consulte votre commande…" } });
    expect(events[3]).toMatchObject({ data: { name: "order_status", ok: true } });
    expect(events[4]).toMatchObject({ data: { kind: "order", name: "#1001" } });
    expect(stored.at(-1)?.cards).toMatchObject([{ kind: "order", name: "#1001" }]);
    const [kept] = await deps.conversations.readEvidence(conversation.id, 1);
    expect(kept?.evidence).toMatchObject([
      { tool: "order_status", ok: true, data: { order: { number: "#1001" } } },
    ]);
    const [, second] = scripted.requests;
    expect(second?.messages.slice(-2)).toMatchObject([
      { role: "assistant", toolCalls: [{ name: "order_status" }] },
      { role: "tool", name: "order_status", content: expect.stringContaining("#1001") },
    ]);
  });

  it("get the customer from the verified request, whatever the arguments say", async () => {
    const scripted = model(
      [{ call: "order_status", arguments: { orderNumber: "1001", customerId: "42" } }],
      ["No."],
    );
    const deps = createFakeTurns([scripted], { store: store() });
    const { events } = await ask(deps, { shopper: { kind: "customer", customerId: "43" } });
    expect(JSON.stringify(events)).not.toContain('"kind":"order"');
    expect(scripted.requests[1]?.messages.at(-1)).toMatchObject({
      content: expect.stringContaining("not-found"),
    });
  });

  it("ask a visitor to sign in, once", async () => {
    const deps = createFakeTurns(
      [model([{ call: "my_orders" }, { call: "my_orders" }], ["Please sign in."])],
      { store: store() },
    );
    const { events } = await ask(deps);
    const cards = events.filter((event) => event.event === "card");
    expect(cards).toMatchObject([{ data: { kind: "confirm", action: "sign-in" } }]);
  });

  it("that do not exist, or get nonsense, go back to the model", async () => {
    const scripted = model(
      [
        { call: "drop_database" },
        { call: "order_status", arguments: "{broken" },
        { call: "order_status", arguments: [] },
      ],
      ["Sorry."],
    );
    const { events } = await ask(createFakeTurns([scripted], { store: store() }), { shopper: customer });
    const results = scripted.requests[1]?.messages.filter((message) => message.role === "tool") ?? [];
    expect(results.map((message) => JSON.parse(message.content).status)).toEqual([
      "unknown-tool",
      "invalid-arguments",
      "invalid-arguments",
    ]);
    expect(textOf(events)).toBe("Sorry.");
  });

  it("that the merchant turned off are neither offered nor run", async () => {
    const scripted = model([{ call: "search_products", arguments: { query: "x" } }], ["No."]);
    const behaviour = { tools: { ...DEFAULT_SETTINGS.tools, search_products: false } };
    const { events } = await ask(createFakeTurns([scripted], { store: store(), behaviour }));
    expect(scripted.requests[0]?.tools.map((tool) => tool.name)).not.toContain("search_products");
    expect(JSON.stringify(events)).not.toContain('"kind":"product"');
  });

  it("are bounded: a flood of calls is cut and the model has to answer", async () => {
    const flood = Array.from({ length: 40 }, () => ({ call: "search_products", arguments: { query: "a" } }));
    const scripted = model(flood, flood, ["Enough."]);
    const deps = createFakeTurns([scripted], { store: store() });
    const { events } = await ask(deps);
    expect(events.filter((event) => event.event === "tool-start")).toHaveLength(DEFAULT_LIMITS.toolCalls);
    expect(scripted.requests[1]?.tools).toEqual([]);
  });

  it("are bounded in steps: a model that never answers gives way to the next", async () => {
    const steps = Array.from({ length: 20 }, () => [
      { call: "search_policies", arguments: { question: "q" } },
    ]);
    const scripted = model(...steps);
    const { events } = await ask(createFakeTurns([scripted, builtin()]));
    expect(scripted.requests.length).toBeLessThanOrEqual(DEFAULT_LIMITS.steps);
    expect(end(events)).toMatchObject({ event: "turn-end", data: { model: "builtin" } });
  });

  it("that hang fail after their time, and the model says so", async () => {
    const hanging = { ...store(), searchProducts: () => new Promise<never>(() => {}) };
    const scripted = model([{ call: "search_products", arguments: { query: "x" } }], ["Later."]);
    const limits = { ...DEFAULT_LIMITS, toolCall: 20 };
    const { events } = await ask(createFakeTurns([scripted], { store: hanging, limits }));
    expect(events.find((event) => event.event === "tool-end")).toMatchObject({ data: { ok: false } });
    expect(end(events)).toMatchObject({ data: { outcome: "answered" } });
  });

  it("hand over to a person, and the turn says so", async () => {
    const deps = createFakeTurns([
      model([{ call: "hand_over", arguments: { reason: "broken lamp" } }], ["Done."]),
    ]);
    const { events, conversation } = await ask(deps);
    expect(events.find((event) => event.event === "handoff")).toMatchObject({
      data: { ticketId: "ticket-1" },
    });
    expect(end(events)).toMatchObject({ data: { outcome: "handed-off" } });
    expect(deps.wishes).toMatchObject([
      { shop: SHOP, conversationId: conversation.id, reason: "broken lamp", underWay: { text: "" } },
    ]);
  });

  it("number the sources that the text cites, and show no others", async () => {
    const section = (heading: string) => ({
      ...{ documentId: "1", documentTitle: "Refunds", heading, text: "Within 30 days.", score: 1 },
      kind: "policy" as const,
      url: `https://fernway.example/policies/refund-policy#${heading}`,
    });
    const knowledge = plainKnowledge(async () => [section("A"), section("B"), section("C")]);
    const policies = { call: "search_policies", arguments: { question: "returns" } };
    const deps = createFakeTurns([model([policies, policies], ["Thirty days [", "2].", " [7] [2]"])], {
      knowledge,
    });
    const { kinds, events, stored } = await ask(deps);
    const sources = events.filter((event) => event.event === "source");
    expect(sources).toMatchObject([{ data: { n: 2, url: expect.stringContaining("#B") } }]);
    expect(kinds.indexOf("source")).toBeLessThan(kinds.lastIndexOf("text-delta"));
    expect(stored.at(-1)?.sources).toHaveLength(1);
  });

  it("are remembered in the next turn, with what they were asked and gave", async () => {
    const scripted = model([{ call: "search_products", arguments: { query: "" } }], ["One."], ["And more."]);
    const deps = createFakeTurns([scripted], { store: store() });
    const { conversation } = await ask(deps, { text: "show me things" });
    await ask(deps, { conversation, messageId: "m2", text: "more" });
    const roles = scripted.requests[2]?.messages.map((message) => message.role);
    expect(roles).toEqual(["shopper", "assistant", "tool", "assistant", "shopper"]);
    expect(scripted.requests[2]?.messages[1]).toMatchObject({
      toolCalls: [{ name: "search_products", arguments: '{"query":""}' }],
    });
    expect(scripted.requests[2]?.messages[2]).toMatchObject({
      content: expect.stringContaining("nextCursor"),
    });
  });
});
