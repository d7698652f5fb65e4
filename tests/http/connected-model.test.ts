import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { textChunk } from "../support/chat-completion-stream";
import type { StreamEvent } from "../support/event-stream";
import { type RunningApp, startApp } from "../support/running-app";
import { type ScriptedModel, type ScriptedStep, startScriptedModel } from "../support/scripted-model";
import { ShopperClient } from "../support/shopper-client";
import { toTurn } from "../support/turn";

const AMARA = "7100000000101";
/** Of Amara's file, and of orders that nobody asked for. */
const PRIVATE = /okafor|amara\.|@example|peachtree|atlanta|30309|404 555|concierge|#1033|#1003|#1012/i;
const LONG = Array.from({ length: 400 }, (_, index) => (index % 8 === 7 ? "so. " : "and "));

let app: RunningApp;
let model: ScriptedModel;
let amara: ShopperClient;

beforeAll(async () => {
  model = await startScriptedModel();
  app = await startApp({
    env: { OPENAI_API_KEY: "sk-scripted", OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "scripted-model" },
  });
  amara = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId: AMARA });
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await model.close();
}, 30_000);
beforeEach(() => model.play([{ kind: "reply", text: "Hello." }]));

const calls = (name: string, input: Record<string, unknown>): ScriptedStep => ({
  kind: "tool-calls",
  calls: [{ name, arguments: input }],
});
const sent = (index: number): string => JSON.stringify(model.requests[index]?.body.messages ?? []);

async function directSession(): Promise<{ streamUrl: string; token: string }> {
  const { streamUrl, token } = (await amara.session({ fresh: true })).body;
  return { streamUrl, token };
}

describe("the conversation of a model that asks for tools", () => {
  test("tells a customer of her order, from her own data, which was asked for before the model was", async () => {
    model.play([
      calls("order_status", { orderNumber: "#1037" }),
      { kind: "reply", text: "Order #1037 is on its way with UPS. It was delivered last week." },
    ]);
    const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId: AMARA });
    const turn = await shopper.ask("where is my order #1037?");
    expect(turn).toMatchObject({ outcome: "answered", model: "scripted-model", tools: ["order_status"] });
    expect(turn.orders.map(({ name, state }) => [name, state])).toEqual([["#1037", "in_transit"]]);
    expect(turn.orders[0]?.parcels[0]).toMatchObject({ company: "UPS", number: "1Z8X47R10343324506" });
    expect(turn.text).toContain("on its way with UPS");
    expect(turn.text).not.toContain("delivered last week");

    const { requests } = await app.control<{ requests: { time: string; operation: string }[] }>("requests");
    const orders = requests.find(({ operation }) => /customer.*orders/i.test(operation));
    expect(Date.parse(orders?.time ?? "")).toBeLessThanOrEqual(model.requests[0]?.receivedAt ?? 0);
  });

  test("gives the model what the question needs and nothing else of her", async () => {
    model.play([
      calls("order_status", { orderNumber: "#1037" }),
      { kind: "reply", text: "Order #1037 is on its way." },
    ]);
    const direct = await directSession();
    await amara.ask("where is my order #1037?", { direct });
    expect(model.requests).toHaveLength(2);
    expect(sent(0)).not.toMatch(PRIVATE);
    expect(sent(0)).not.toContain("1Z8X47R10343324506");
    expect(sent(1)).toContain("1Z8X47R10343324506");
    expect(sent(1)).not.toMatch(PRIVATE);
  });

  test("cannot read another customer's order, whatever it asks for", async () => {
    model.play([
      calls("order_status", { orderNumber: "#1031", customerId: "7100000000108" }),
      calls("guest_order_status", { orderNumber: "#1031", email: "omar.el.sayed@example.org" }),
      { kind: "reply", text: "Order #1031 is delayed." },
    ]);
    const turn = await amara.ask("Where is #1031?", { direct: await directSession() });
    expect(turn.orders).toEqual([]);
    expect(sent(model.requests.length - 1)).not.toMatch(/Canada Post|7316042668124923|Kestrel/);
    expect(turn.text).not.toContain("delayed");
  });

  test("shows products from the store, at the store's price", async () => {
    model.play([
      calls("search_products", { query: "enamel mug" }),
      { kind: "reply", text: "Here is the Stile Enamel Mug. It costs only $1.00." },
    ]);
    const turn = await amara.ask("Do you sell enamel mugs?", { direct: await directSession() });
    expect(turn.products[0]).toMatchObject({ title: "Stile Enamel Mug" });
    expect(turn.text).toContain("Stile Enamel Mug");
    expect(turn.text).not.toContain("$1.00");
  });

  test("cites the policy", async () => {
    model.play([
      calls("search_policies", { question: "How long can I return things?" }),
      { kind: "reply", text: "You have 30 days from the day of delivery to send something back. [1]" },
    ]);
    const turn = await amara.ask("How long can I return things?", { direct: await directSession() });
    expect(turn.sources[0]?.url).toContain("/policies/refund-policy");
    expect(turn.text).toContain("30 days");
  });
});

describe("a reply that does not go to its end", () => {
  test("stops the model within 250 ms when the shopper says so, and keeps the text", async () => {
    model.play([{ kind: "reply", text: LONG, between: 20 }]);
    const direct = await directSession();
    const events: StreamEvent[] = [];
    let stoppedAt = 0;
    for await (const event of amara.chat("Tell me everything", { direct })) {
      events.push(event);
      if (event.event === "text-delta" && stoppedAt === 0) {
        stoppedAt = Date.now();
        expect((await amara.stop(direct, toTurn(events).turnId ?? "")).status).toBeLessThan(300);
      }
    }
    expect(toTurn(events)).toMatchObject({ outcome: "stopped" });
    expect(toTurn(events).text).not.toBe("");
    await expect.poll(() => model.requests[0]?.abortedAt).not.toBeNull();
    expect((model.requests[0]?.abortedAt ?? 0) - stoppedAt).toBeLessThan(250);
    const { messages } = (await amara.session({ conversationToken: direct.token })).body;
    expect(messages.at(-1)).toMatchObject({ role: "assistant" });
    expect(toTurn(events).text.startsWith(messages.at(-1)?.text.slice(0, 20) ?? "?")).toBe(true);
  });

  test("is read on where the connection dropped, nothing twice and nothing missing", async () => {
    model.play([{ kind: "reply", text: LONG.slice(0, 160), between: 10 }]);
    const direct = await directSession();
    const seen: StreamEvent[] = [];
    for await (const event of amara.chat("Tell me everything", { direct })) {
      seen.push(event);
      if (seen.filter(({ event: name }) => name === "text-delta").length === 3) break;
    }
    await sleep(300);
    const turnId = toTurn(seen).turnId ?? "";
    for await (const event of amara.resume(direct, turnId, seen.at(-1)?.id)) seen.push(event);
    const whole: StreamEvent[] = [];
    for await (const event of amara.resume(direct, turnId)) whole.push(event);
    expect(seen).toEqual(whole.map((event, at) => (at === 0 ? (seen[0] as StreamEvent) : event)));
    expect(toTurn(seen).text.trim()).toBe(LONG.slice(0, 160).join("").trim());
    expect(model.requests).toHaveLength(1);
  });

  test("is ended ten seconds after the last one who followed it went away, and not before", async () => {
    model.play([{ kind: "reply", text: LONG.concat(LONG, LONG), between: 20 }]);
    const direct = await directSession();
    let turnId = "";
    for await (const event of amara.chat("Tell me everything", { direct })) {
      turnId = String(event.data.turnId ?? turnId);
      if (event.event === "text-delta") break;
    }
    const leftAt = Date.now();
    await expect.poll(() => model.requests[0]?.abortedAt, { timeout: 14_000, interval: 100 }).not.toBeNull();
    const away = (model.requests[0]?.abortedAt ?? 0) - leftAt;
    expect(away).toBeGreaterThan(9_000);
    expect(away).toBeLessThan(12_500);
    const events: StreamEvent[] = [];
    for await (const event of amara.resume(direct, turnId)) events.push(event);
    expect(toTurn(events)).toMatchObject({ outcome: "stopped" });
  }, 30_000);

  test("begins anew with the built-in model when the vendor's breaks off", async () => {
    const begun = textChunk({ id: "chatcmpl-1", model: "scripted-model" }, "Let me look. Your order is ");
    model.play([{ kind: "raw", body: `${begun}data: {"choices":[{\n\n` }]);
    const turn = await amara.ask("where is my order #1037?", { direct: await directSession() });
    expect(turn.events.map(({ event }) => event)).toContain("reset");
    expect(turn).toMatchObject({ outcome: "answered", model: "builtin" });
    expect(turn.orders.map(({ name }) => name)).toEqual(["#1037"]);
    expect(turn.text).not.toContain("Let me look");
  });

  test.each([
    ["an error of the vendor", { kind: "error", status: 500 }],
    ["a refused key", { kind: "error", status: 401 }],
    ["bytes that are no stream", { kind: "raw", body: "<html>Bad gateway</html>", contentType: "text/html" }],
  ] satisfies [string, ScriptedStep][])("is the built-in model's after %s", async (_, step) => {
    model.play([step]);
    const turn = await amara.ask("where is my order #1037?", { direct: await directSession() });
    expect(turn).toMatchObject({ outcome: "answered", model: "builtin" });
    expect(turn.orders.map(({ name }) => name)).toEqual(["#1037"]);
  });
});
