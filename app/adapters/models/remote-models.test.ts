import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { LanguageModel, ModelMessage, ModelPart } from "~/core/assistant/language-model";
import { collectParts, describeLanguageModel, sampleRequest } from "~/core/assistant/language-model.contract";
import { toToolDefinition } from "~/core/tools/tool-definition";
import { createTools } from "~/core/tools/tools";
import { VendorError } from "~/lib/errors";
import {
  type RecordedRequest,
  type ScriptedModel,
  type ScriptedStep,
  startScriptedModel,
} from "../../../tests/support/scripted-model";
import { type ScriptedDialect, WRONG_KEY } from "../../../tests/support/scripted-refusals";
import { createAnthropicModel } from "./anthropic/anthropic-model";
import { createOpenAiModel } from "./openai/openai-model";

type ChatProvider = Parameters<typeof createOpenAiModel>[0]["provider"];

interface Remote {
  dialect: ScriptedDialect;
  model: string;
  create(baseUrl: string, apiKey: string): LanguageModel;
}

const byChatCompletions = (dialect: ScriptedDialect, provider: ChatProvider, model: string): Remote => ({
  dialect,
  model,
  create: (baseUrl, apiKey) => createOpenAiModel({ provider, apiKey, baseUrl, model }),
});

/** Every provider's adapter against a server that speaks, and refuses, as that provider's does. */
const DIALECTS: Remote[] = [
  byChatCompletions("openai", "openai", "gpt-5-mini"),
  {
    dialect: "anthropic",
    model: "claude-haiku-4-5",
    create: (baseUrl, apiKey) => createAnthropicModel({ apiKey, baseUrl, model: "claude-haiku-4-5" }),
  },
  byChatCompletions("gemini", "gemini", "gemini-3-flash-preview"),
  byChatCompletions("mistral", "mistral", "mistral-small-latest"),
  byChatCompletions("local", "compatible", "qwen3:8b"),
];

const TOOLS = createTools().map(toToolDefinition);
const call = (id: string, name: string, written = "{}") => ({ id, name, arguments: written });
const result = (callId: string, name: string): ModelMessage => ({
  role: "tool",
  callId,
  name,
  content: '{"status":"ok"}',
});

function requireBody(server: ScriptedModel): RecordedRequest["body"] {
  const body = server.requests.at(-1)?.body;
  if (!body) throw new Error("Nothing was asked");
  return body;
}

/** All that a long conversation may hold: reused ids, lost halves, broken arguments, a turn that was stopped amid its tools. */
const HISTORY: ModelMessage[] = [
  result("lost", "my_orders"),
  { role: "assistant", text: "Hello! How can I help?", toolCalls: [] },
  { role: "shopper", text: "Where is my order?" },
  {
    role: "assistant",
    text: "Let me look.",
    toolCalls: [call("a", "my_orders"), call("b", "search_products", '{"query": ')],
  },
  result("b", "search_products"),
  result("a", "my_orders"),
  { role: "shopper", text: "And boots?" },
  {
    role: "assistant",
    text: "",
    toolCalls: [call("a", "search_products", '{"query":"boots"}'), call("c", "hand_over")],
  },
  result("a", "search_products"),
  { role: "assistant", text: "Here they are.", toolCalls: [] },
  { role: "shopper", text: " " },
  { role: "shopper", text: "Thanks. In blue?" },
];

describe.each(DIALECTS)("$dialect", ({ dialect, model, create }) => {
  let server: ScriptedModel;
  beforeAll(async () => {
    server = await startScriptedModel({ dialect });
  });
  afterEach(() => server.play([{ kind: "reply", text: "Hello from the scripted model." }]));
  afterAll(() => server.close());

  const createModel = (key = "key-1") => create(server.baseUrl, key);
  const refusals = () =>
    server.requests.flatMap(({ refusal }) => refusal ?? []).slice(dialect === "local" ? 1 : 0);
  const callsOf = (parts: ModelPart[]) =>
    parts.flatMap((part) => (part.type === "tool-call" ? part.call : []));
  const textOf = (parts: ModelPart[]) =>
    parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
  async function failureOf(step: ScriptedStep, key?: string): Promise<VendorError> {
    server.play([step]);
    const error = await collectParts(createModel(key), sampleRequest()).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(VendorError);
    return error as VendorError;
  }

  describeLanguageModel("as a language model", createModel);

  it("is sent nothing that it refuses, whatever the conversation was", async () => {
    const newest: ModelMessage[] = [
      ...HISTORY,
      { role: "assistant", text: "", toolCalls: [call("a", "search_products", '{"query":"blue boots"}')] },
      result("a", "search_products"),
    ];
    const remote = createModel();
    for (const messages of [HISTORY, newest, HISTORY.slice(3), [HISTORY[2] as ModelMessage]])
      for (const memory of ["", "Earlier: she asked for a red lamp."])
        await collectParts(remote, sampleRequest({ messages, memory, tools: TOOLS }));
    expect(refusals()).toEqual([]);
    expect(server.requests.at(-1)?.body.model).toBe(model);
  });

  it("may be asked to answer without tools, after it had some", async () => {
    await collectParts(createModel(), sampleRequest({ messages: HISTORY, tools: [], formerTools: TOOLS }));
    expect(refusals()).toEqual([]);
    const { tools, tool_choice } = requireBody(server);
    if (tools) expect(tool_choice).toEqual(dialect === "anthropic" ? { type: "none" } : "none");
  });

  it("hears what is true now, and nothing of it before the messages", async () => {
    await collectParts(createModel(), sampleRequest({ messages: HISTORY, tools: TOOLS }));
    const { messages, system } = requireBody(server);
    expect(JSON.stringify([system, ...messages.slice(0, -2)])).not.toContain("# This turn");
    expect(JSON.stringify(messages.slice(-2))).toContain("# This turn");
  });

  it("has its calls read, and sees them again with what belongs to them", async () => {
    server.play([
      {
        kind: "tool-calls",
        text: "One moment.",
        calls: [
          { name: "my_orders", arguments: {} },
          {
            name: "search_products",
            arguments: { query: "rain boots in a long, long sentence", max_price: 50 },
          },
        ],
      },
      { kind: "reply", text: "Here." },
    ]);
    const remote = createModel();
    const parts = await collectParts(remote, sampleRequest({ tools: TOOLS }));
    const calls = callsOf(parts);
    expect(textOf(parts)).toBe("One moment.");
    expect(calls.map(({ name }) => name)).toEqual(["my_orders", "search_products"]);
    expect(JSON.parse(calls[1]?.arguments ?? "")).toEqual({
      query: "rain boots in a long, long sentence",
      max_price: 50,
    });
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "tool-calls" });

    const messages: ModelMessage[] = [
      { role: "shopper", text: "Hi" },
      { role: "assistant", text: "One moment.", toolCalls: calls },
      ...calls.map(({ id, name }) => result(id, name)),
    ];
    expect(textOf(await collectParts(remote, sampleRequest({ messages, tools: TOOLS })))).toBe("Here.");
    expect(refusals()).toEqual([]);
    if (dialect === "gemini")
      expect(JSON.stringify(server.requests.at(-1)?.body)).toContain("sig-of-thoughts");
  });

  it("shows no thoughts", async () => {
    expect(textOf(await collectParts(createModel(), sampleRequest()))).toBe("Hello from the scripted model.");
  });

  it("is counted as it counts, what was cached included", async () => {
    server.play([
      {
        kind: "reply",
        text: "Hi there",
        usage: { promptTokens: 812, completionTokens: 9, cachedTokens: 512 },
      },
    ]);
    const parts = await collectParts(createModel(), sampleRequest());
    const usage = { inputTokens: 812, cachedInputTokens: 512, outputTokens: 9 };
    if (dialect !== "local") expect(parts.at(-1)).toMatchObject({ usage });
  });

  it.each([
    ["length", "length"],
    ["content_filter", "content-filter"],
  ] as const)("says when it ends by %s", async (finish, reason) => {
    server.play([{ kind: "reply", text: "Half of", finish }]);
    expect((await collectParts(createModel(), sampleRequest())).at(-1)).toMatchObject({ reason });
  });

  it.each([429, 500, 503, 529])("fails with %i, and retries nothing", async (status) => {
    const remote = createModel();
    await collectParts(remote, sampleRequest());
    server.play([{ kind: "error", status, retryAfterSeconds: 2 }]);
    await expect(collectParts(remote, sampleRequest())).rejects.toMatchObject({
      ...{ name: "VendorError", status, retryAfterMs: 2_000, isRetryable: true },
    });
    expect(server.requests).toHaveLength(1);
  });

  if (dialect !== "local")
    it("is known to refuse a key", async () => {
      const error = await failureOf({ kind: "reply", text: "Never." }, `key-${WRONG_KEY}`);
      expect(error.status).toBe(401);
      expect(JSON.stringify([error.message, error.stack])).not.toContain(WRONG_KEY);
    });

  it.each<[string, ScriptedStep]>([
    ["a stream that is cut", { kind: "cut", text: "Your order" }],
    ["an empty answer", { kind: "reply", text: [] }],
    ["chunks that are not JSON", { kind: "raw", body: "data: {oops\n\n" }],
    ["a web page", { kind: "raw", body: "<html>Bad gateway</html>", contentType: "text/html" }],
    ["a stream of nothing", { kind: "raw", body: "" }],
  ])("fails on %s", async (_, step) => {
    await failureOf(step);
  });

  it.each<[string, ScriptedStep]>([
    ["before the first byte", { kind: "hang" }],
    ["after some text", { kind: "hang", text: "Let me" }],
  ])("is hung up on at once when it fell silent %s", async (_, step) => {
    const remote = createModel();
    await collectParts(remote, sampleRequest());
    server.play([step]);
    const controller = new AbortController();
    const reading = collectParts(remote, sampleRequest(), controller.signal);
    const request = await server.waitForRequest(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const stoppedAt = performance.now();
    controller.abort();
    await reading;
    expect(performance.now() - stoppedAt).toBeLessThan(250);
    await expect.poll(() => request.abortedAt).not.toBeNull();
  });
});

describe("hints for prompt caches", () => {
  it("name OpenAI's prefix", async () => {
    const server = await startScriptedModel({ dialect: "openai" });
    const model = createOpenAiModel({
      provider: "openai",
      apiKey: "k",
      baseUrl: server.baseUrl,
      model: "gpt-5-mini",
    });
    await collectParts(model, sampleRequest({ cacheKey: "shop-7" }));
    expect(server.requests[0]?.body.prompt_cache_key).toBe("shop-7");
    await server.close();
  });

  it("mark Anthropic's tools, prompt and history, and not the facts", async () => {
    const server = await startScriptedModel({ dialect: "anthropic" });
    const model = createAnthropicModel({ apiKey: "k", baseUrl: server.baseUrl, model: "claude-haiku-4-5" });
    await collectParts(model, sampleRequest({ messages: HISTORY, tools: TOOLS }));
    const { tools = [], system, messages } = requireBody(server);
    const lastBlocks = messages.at(-1)?.content as object[];
    expect(tools.at(-1)).toHaveProperty("cache_control");
    expect((system as object[])[0]).toHaveProperty("cache_control");
    expect(lastBlocks.at(-2)).toHaveProperty("cache_control");
    expect(lastBlocks.at(-1)).not.toHaveProperty("cache_control");
    await server.close();
  });
});

describe("an endpoint of one's own", () => {
  it("is asked plainly once it refused more, and from then on at once", async () => {
    const server = await startScriptedModel({ dialect: "local" });
    const model = createOpenAiModel({
      provider: "compatible",
      apiKey: "",
      baseUrl: server.baseUrl,
      model: "qwen3:8b",
    });
    await collectParts(model, sampleRequest({ messages: HISTORY }));
    await collectParts(model, sampleRequest({ messages: HISTORY }));
    expect(server.requests.map(({ refusal }) => Boolean(refusal))).toEqual([true, false, false]);
    await server.close();
  });
});
