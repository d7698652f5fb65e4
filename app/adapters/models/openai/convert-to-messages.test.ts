import { describe, expect, it } from "vitest";
import type { ModelMessage, ModelRequest } from "~/core/assistant/language-model";
import { sampleRequest } from "~/core/assistant/language-model.contract";
import { convertToMessages as convert } from "./convert-to-messages";
import { dialectOf } from "./dialects";

const convertToMessages = (request: ModelRequest) => convert(request, dialectOf("openai"));

const call = (id: string, name = "my_orders", written = "{}") => ({ id, name, arguments: written });
const result = (callId: string, content = '{"status":"ok"}'): ModelMessage => ({
  role: "tool",
  callId,
  name: "my_orders",
  content,
});

describe("the order of messages", () => {
  it("puts what is true of this moment last, so that all before can be cached", () => {
    const converted = convertToMessages(
      sampleRequest({
        messages: [
          { role: "shopper", text: "Hi" },
          { role: "assistant", text: "Hello!", toolCalls: [] },
          { role: "shopper", text: "Where is my order?" },
          { role: "assistant", text: "", toolCalls: [call("a")] },
          result("a"),
        ],
      }),
    );
    expect(converted.map(({ role }) => role)).toEqual([
      "system",
      "user",
      "assistant",
      "user",
      "assistant",
      "tool",
      "system",
    ]);
    expect(converted.at(-1)?.content).toContain("2026");
  });

  it("puts what is remembered right after the stable prompt", () => {
    const converted = convertToMessages(sampleRequest({ memory: "Earlier: a red lamp." }));
    expect(converted[1]).toEqual({ role: "system", content: "Earlier: a red lamp." });
  });
});

describe("calls and results", () => {
  it("go in pairs: orphans of either kind are left out", () => {
    const converted = convertToMessages(
      sampleRequest({
        messages: [
          result("lost"),
          { role: "shopper", text: "Hi" },
          { role: "assistant", text: "Let me look.", toolCalls: [call("a"), call("b")] },
          result("b"),
          result("c"),
        ],
      }),
    );
    const assistant = converted.find(({ role }) => role === "assistant");
    const tools = converted.filter(({ role }) => role === "tool");
    expect(assistant).toMatchObject({ content: "Let me look.", tool_calls: [{ type: "function" }] });
    expect(tools).toHaveLength(1);
  });

  it("stay paired when a model gives every call the same id", () => {
    const converted = convertToMessages(
      sampleRequest({
        messages: [
          { role: "shopper", text: "Hi" },
          { role: "assistant", text: "", toolCalls: [call("x")] },
          result("x", "first"),
          { role: "assistant", text: "", toolCalls: [call("x")] },
          result("x", "second"),
        ],
      }),
    );
    const ids = converted.flatMap((message) =>
      message.role === "tool" ? [[message.tool_call_id, message.content]] : [],
    );
    expect(ids.map(([, content]) => content)).toEqual(["first", "second"]);
    expect(new Set(ids.map(([id]) => id)).size).toBe(2);
  });

  it("mend arguments that are not JSON, which vendors refuse in a history", () => {
    const converted = convertToMessages(
      sampleRequest({
        messages: [
          { role: "shopper", text: "Hi" },
          { role: "assistant", text: "", toolCalls: [call("a", "my_orders", '{"limit": ')] },
          result("a"),
        ],
      }),
    );
    expect(converted).toContainEqual(
      expect.objectContaining({
        tool_calls: [expect.objectContaining({ function: { name: "my_orders", arguments: "{}" } })],
      }),
    );
  });

  it("leave out an assistant message that says and asks nothing", () => {
    const messages: ModelMessage[] = [
      { role: "shopper", text: "Hi" },
      { role: "assistant", text: "", toolCalls: [] },
      { role: "shopper", text: "Hello?" },
    ];
    expect(convertToMessages(sampleRequest({ messages })).some(({ role }) => role === "assistant")).toBe(
      false,
    );
  });
});
