import { describe, expect, it } from "vitest";
import { collectParts, describeLanguageModel, sampleRequest } from "~/core/assistant/language-model.contract";
import { createBuiltinModel } from "./builtin-model";

describeLanguageModel("the built-in model as a language model", createBuiltinModel);

const tools = ["my_orders", "search_policies"].map((name) => ({ name, description: "", parameters: {} }));

describe("the built-in model", () => {
  it("gives the same parts for the same request", async () => {
    const request = sampleRequest({ messages: [{ role: "shopper", text: "what can you do?" }] });
    const [first, second] = await Promise.all([1, 2].map(() => collectParts(createBuiltinModel(), request)));
    expect(first).toEqual(second);
  });

  it("calls only tools that are on offer", async () => {
    const request = sampleRequest({ messages: [{ role: "shopper", text: "talk to a human" }], tools });
    const parts = await collectParts(createBuiltinModel(), request);
    expect(parts.filter(({ type }) => type === "tool-call")).toEqual([]);
  });

  it.each([
    ["that is not JSON", "<html>"],
    ["of a shape that nobody promised", '{"status":"ok","data":{"orders":"many"}}'],
    ["that says null", "null"],
    ["that is empty", ""],
  ])("says that the store cannot be reached on a tool result %s", async (_, content) => {
    const request = sampleRequest({ tools });
    const call = { id: "a", name: "my_orders", arguments: '{"limit":3,"onlyOpen":true,"show":true}' };
    const parts = await collectParts(createBuiltinModel(), {
      ...request,
      facts: { ...request.facts, signedIn: true },
      messages: [
        { role: "shopper", text: "where is my order?" },
        { role: "assistant", text: "", toolCalls: [call] },
        { role: "tool", callId: "a", name: "my_orders", content },
      ],
    });
    const text = parts.map((part) => (part.type === "text-delta" ? part.text : "")).join("");
    expect(text).toContain("can't reach");
  });

  it.each([
    ["nothing", ""],
    ["blanks", "   "],
    ["a question mark", "?"],
    ["pictures", "💥💥💥"],
    ["a NUL", "\u0000"],
    ["one endless word", "a".repeat(8000)],
    ["an address without an end", "a@".repeat(4000)],
    ["brackets", "[".repeat(3000)],
    ["hashes", "#".repeat(3000)],
    ["figures", "1 ".repeat(3000)],
  ])("answers %s with words", async (_, text) => {
    const request = sampleRequest({ messages: [{ role: "shopper", text }] });
    const parts = await collectParts(createBuiltinModel(), request);
    expect(parts.at(-1)).toMatchObject({ type: "finish" });
    expect(parts.some(({ type }) => type === "text-delta")).toBe(true);
  });
});
