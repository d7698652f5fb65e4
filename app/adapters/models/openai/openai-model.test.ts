import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { ModelPart } from "~/core/assistant/language-model";
import { collectParts, describeLanguageModel, sampleRequest } from "~/core/assistant/language-model.contract";
import { VendorError } from "~/lib/errors";
import {
  type ScriptedModel,
  type ScriptedStep,
  startScriptedModel,
} from "../../../../tests/support/scripted-model";
import { createOpenAiModel } from "./openai-model";

let server: ScriptedModel;
beforeAll(async () => {
  server = await startScriptedModel();
});
afterEach(() => server.play([{ kind: "reply", text: "Hello from the scripted model." }]));
afterAll(() => server.close());

const createModel = () =>
  createOpenAiModel({
    provider: "compatible",
    apiKey: "key-1",
    baseUrl: server.baseUrl,
    model: "scripted-model",
  });

/** A body of server-sent events, one per chunk. */
function sse(...chunks: unknown[]): ScriptedStep {
  return {
    kind: "raw",
    body: `${chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`).join("")}data: [DONE]\n\n`,
  };
}
function delta(content: unknown, finish: string | null = null): unknown {
  return {
    id: "1",
    object: "chat.completion.chunk",
    choices: [{ index: 0, delta: content, finish_reason: finish }],
  };
}
async function failureOf(step: ScriptedStep): Promise<VendorError> {
  server.play([step]);
  const error = await collectParts(createModel(), sampleRequest()).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(VendorError);
  return error as VendorError;
}
const callsOf = (parts: ModelPart[]) => parts.flatMap((part) => (part.type === "tool-call" ? part.call : []));

describeLanguageModel("the OpenAI model as a language model", createModel);

describe("a vendor that fails", () => {
  it.each([401, 429, 500, 503])("keeps status %i and retries nothing", async (status) => {
    const error = await failureOf({ kind: "error", status });
    expect(error.status).toBe(status);
    expect(error.isRetryable).toBe(status !== 401);
    expect(server.requests).toHaveLength(1);
  });

  it("tells how long to wait", async () => {
    const error = await failureOf({ kind: "error", status: 429, retryAfterSeconds: 7 });
    expect(error.retryAfterMs).toBe(7000);
  });

  it("never repeats what the vendor wrote, which may quote the key", async () => {
    const error = await failureOf({
      kind: "error",
      status: 401,
      message: "Incorrect API key provided: key-1",
    });
    expect(error.message).not.toContain("key-1");
  });

  it("is retryable when nobody answers at all", async () => {
    const model = createOpenAiModel({
      provider: "compatible",
      apiKey: "k",
      baseUrl: "http://127.0.0.1:9/v1",
      model: "m",
    });
    const error = await collectParts(model, sampleRequest()).catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "VendorError", status: null, isRetryable: true });
  });

  it.each<[string, ScriptedStep]>([
    ["a stream that is cut", { kind: "cut", text: "Your order" }],
    ["a stream that ends without a finish reason", sse(delta({ content: "Your order" }))],
    ["an empty answer", { kind: "reply", text: [] }],
    ["an answer that is null", sse(delta({ role: "assistant", content: null }), delta({}, "stop"))],
    ["chunks that are not JSON", { kind: "raw", body: "data: {oops\n\n" }],
    ["a web page", { kind: "raw", body: "<html>Bad gateway</html>", contentType: "text/html" }],
    ["an error inside of the stream", sse({ error: { message: "overloaded", code: "overloaded" } })],
  ])("rejects %s", async (_, step) => {
    await failureOf(step);
  });

  it("yields the text that came before the cut", async () => {
    server.play([{ kind: "cut", text: ["Your ", "order"], after: 0 }]);
    const seen: ModelPart[] = [];
    const read = async () => {
      for await (const part of createModel().stream(sampleRequest(), new AbortController().signal))
        seen.push(part);
    };
    await expect(read()).rejects.toBeInstanceOf(VendorError);
    expect(seen.every(({ type }) => type === "text-delta")).toBe(true);
  });
});

describe("stopping", () => {
  it.each<[string, ScriptedStep]>([
    ["before the first byte", { kind: "hang" }],
    ["after some text", { kind: "hang", text: "Let me" }],
  ])("hangs up on a vendor that fell silent %s", async (_, step) => {
    server.play([step]);
    const controller = new AbortController();
    const reading = collectParts(createModel(), sampleRequest(), controller.signal);
    const request = await server.waitForRequest(1);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const stoppedAt = performance.now();
    controller.abort();
    await reading;
    expect(performance.now() - stoppedAt).toBeLessThan(250);
    await expect.poll(() => request.abortedAt).not.toBeNull();
  });

  it("ends even when the client library ignores the signal", async () => {
    const model = createOpenAiModel({
      provider: "compatible",
      apiKey: "k",
      baseUrl: server.baseUrl,
      model: "m",
      fetch: () => new Promise<Response>(() => {}),
    });
    const controller = new AbortController();
    const reading = collectParts(model, sampleRequest(), controller.signal);
    const stoppedAt = performance.now();
    controller.abort();
    expect(await reading).toEqual([]);
    expect(performance.now() - stoppedAt).toBeLessThan(250);
  });
});

describe("tool calls", () => {
  it("puts several together from their pieces, in their order", async () => {
    server.play([
      {
        kind: "tool-calls",
        text: "One moment.",
        calls: [
          { name: "my_orders", arguments: { limit: 5 } },
          {
            name: "search_policies",
            arguments: { question: "How long do returns take, and what do they cost?" },
          },
        ],
      },
    ]);
    const parts = await collectParts(createModel(), sampleRequest());
    expect(callsOf(parts)).toMatchObject([
      { name: "my_orders", arguments: '{"limit":5}' },
      {
        name: "search_policies",
        arguments: '{"question":"How long do returns take, and what do they cost?"}',
      },
    ]);
    expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "tool-calls" });
  });

  it("passes broken arguments on as they are", async () => {
    server.play([{ kind: "tool-calls", calls: [{ name: "my_orders", arguments: '{"limit": 5' }] }]);
    expect(callsOf(await collectParts(createModel(), sampleRequest()))[0]?.arguments).toBe('{"limit": 5');
  });

  const whole = (name: string, extra: object = {}) => ({
    tool_calls: [{ function: { name, arguments: "{}" }, type: "function", ...extra }],
  });

  it("takes calls that come whole, without index and id, and end with stop", async () => {
    server.play([sse(delta(whole("my_orders")), delta(whole("search_policies")), delta({}, "stop"))]);
    const parts = await collectParts(createModel(), sampleRequest());
    const calls = callsOf(parts);
    expect(calls.map(({ name }) => name)).toEqual(["my_orders", "search_policies"]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(2);
    expect(parts.at(-1)).toMatchObject({ type: "finish", reason: "tool-calls" });
  });

  it("tells calls apart that share an index", async () => {
    server.play([
      sse(
        delta(whole("my_orders", { index: 0, id: "a" })),
        delta(whole("hand_over", { index: 0, id: "b" })),
        delta({}, "tool_calls"),
      ),
    ]);
    expect(callsOf(await collectParts(createModel(), sampleRequest())).map(({ name }) => name)).toEqual([
      "my_orders",
      "hand_over",
    ]);
  });

  it("takes arguments that come as an object", async () => {
    const call = { index: 0, id: "a", function: { name: "my_orders", arguments: { limit: 2 } } };
    server.play([sse(delta({ tool_calls: [call] }), delta({}, "tool_calls"))]);
    expect(callsOf(await collectParts(createModel(), sampleRequest()))[0]?.arguments).toBe('{"limit":2}');
  });
});

describe("usage", () => {
  it("is the vendor's own count", async () => {
    server.play([{ kind: "reply", text: "Hi there", usage: { promptTokens: 812, completionTokens: 9 } }]);
    const parts = await collectParts(createModel(), sampleRequest());
    expect(parts.at(-1)).toMatchObject({ usage: { inputTokens: 812, outputTokens: 9 } });
  });

  it("is estimated where the vendor does not count", async () => {
    server.play([sse(delta({ content: "twelve chars" }), delta({}, "stop"))]);
    const parts = await collectParts(createModel(), sampleRequest());
    expect(parts.at(-1)).toMatchObject({ usage: { outputTokens: 3 } });
  });
});

describe("the request", () => {
  it("sends key, model, bound and tools", async () => {
    const tools = [
      { name: "my_orders", description: "Her orders", parameters: { type: "object", properties: {} } },
    ];
    await collectParts(createModel(), sampleRequest({ tools, maxOutputTokens: 321 }));
    const [request] = server.requests;
    expect(request?.authorization).toBe("Bearer key-1");
    expect(request?.body).toMatchObject({
      model: "scripted-model",
      stream: true,
      max_tokens: 321,
      tools: [{ type: "function", function: tools[0] }],
    });
  });

  it("leaves tools out where there are none, which some vendors insist on", async () => {
    await collectParts(createModel(), sampleRequest());
    expect(server.requests[0]?.body).not.toHaveProperty("tools");
  });
});
