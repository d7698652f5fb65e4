import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSpokenText, type SpokenEnd } from "./spoken-text";

const TOOLS = ["search_products", "my_orders", "order_status"];

/** What a shopper sees of the text when it is cut into these pieces. */
function say(pieces: string[], startsInThought = false): SpokenEnd & { shown: string } {
  const spoken = createSpokenText(TOOLS, startsInThought);
  let shown = "";
  for (const piece of pieces) {
    const { text, retracts } = spoken.push(piece);
    shown = retracts ? text : shown + text;
  }
  const end = spoken.finish();
  return { ...end, shown: shown + end.text };
}
const letters = (text: string) => [...text];

describe("what is not for people", () => {
  it.each([
    ["thoughts before the answer", "<think>She wants boots.</think>\n\nHere you are.", "Here you are."],
    ["thoughts amid it", "Well, <thinking>hm</thinking>here you are.", "Well, here you are."],
    ["a thought without an end", "Sure. <think>I could tell her", "Sure. "],
    ["thoughts in capitals", "<THINK>x</THINK>Hello.", "Hello."],
  ])("is kept back: %s", (_, text, shown) => {
    for (const pieces of [[text], letters(text)])
      expect(say(pieces)).toMatchObject({ shown, isBroken: false });
  });

  const query = { query: "rain boots" };
  it.each<[string, string, object]>([
    [
      "tags around JSON",
      '<tool_call>{"name": "search_products", "arguments": {"query": "rain boots"}}</tool_call>',
      query,
    ],
    ["JSON alone", '{"name": "search_products", "parameters": {"query": "rain boots"}}', query],
    ["JSON in a fence", '```json\n{"tool": "search_products", "args": {"query": "rain boots"}}\n```', query],
    ["a list", '[{"name": "search_products", "arguments": {"query": "rain boots"}}]', query],
    [
      "a provider's own form",
      '{"tool_calls": [{"type": "function", "function": {"name": "search_products", "arguments": "{\\"query\\": \\"rain boots\\"}"}}]}',
      query,
    ],
    ["a namespace", 'functions.search_products({"query": "rain boots"})', query],
    ["code", 'search_products(query="rain boots")', query],
    ["code without arguments", "my_orders()", {}],
    ["a function tag", '<function=search_products>{"query": "rain boots"}</function>', query],
    [
      "parameter tags",
      '<invoke name="search_products"><parameter name="query">rain boots</parameter></invoke>',
      query,
    ],
    [
      "argument pairs",
      "<tool_call>search_products\n<arg_key>query</arg_key><arg_value>rain boots</arg_value></tool_call>",
      query,
    ],
    [
      "a template's word",
      '[TOOL_CALLS] [{"name": "search_products", "arguments": {"query": "rain boots"}}]',
      query,
    ],
    [
      "a template's channel",
      '<|channel|>commentary to=functions.search_products <|message|>{"query": "rain boots"}<|call|>',
      query,
    ],
  ])("becomes the call that it is: %s", (_, text, meant) => {
    for (const pieces of [[text], letters(text), letters(`Let me look.\n${text}`)]) {
      const said = say(pieces);
      expect(said.shown.trim()).toBe(pieces.join("").startsWith("Let me") ? "Let me look." : "");
      expect(said.calls).toHaveLength(1);
      expect(JSON.parse(said.calls[0]?.arguments ?? "")).toEqual(meant);
    }
  });

  it.each([
    ["a call that breaks off", '<tool_call>{"name": "search_products", "argu'],
    ["a call of no tool", '<tool_call>{"name": "delete_shop", "arguments": {}}</tool_call>'],
    ["JSON that is no answer", '{"intent": "greeting", "confidence": 0.9}'],
    ["a template's words", "<|im_start|>assistant"],
    ["a tool's result made up", "functions.my_orders returned nothing"],
  ])("is kept back and called broken: %s", (_, text) => {
    for (const pieces of [[text], letters(text)])
      expect(say(pieces)).toMatchObject({ shown: "", calls: [], isBroken: true });
  });

  it("is an answer where it is only wrapped", () => {
    expect(say(letters('{"answer": "We are open until 8."}'))).toMatchObject({
      shown: "We are open until 8.",
      isBroken: false,
    });
    expect(say(letters("```\nWe are open until 8.\n```")).shown.trim()).toBe("We are open until 8.");
  });

  it("turns out to be thought when only its end is tagged", () => {
    for (const startsInThought of [false, true])
      expect(say(letters("She greets me.</think>Hello!"), startsInThought).shown).toBe("Hello!");
    expect(say(letters("Hello!"), true).shown).toBe("Hello!");
  });
});

describe("speech", () => {
  it.each([
    "Your order is on its way (order #1001).",
    "It is < $50, and > 20 left. I think <3 says it all.",
    "Sizes: [S], [M]; see [1].\n- one\n- two",
    "My orders page and the function of the zip; functions, search products.",
    "`Code` and {curly} words amid a line.",
    "[1] says thirty days.",
  ])("goes through whole: %s", (text) => {
    for (const pieces of [[text], letters(text)])
      expect(say(pieces)).toMatchObject({ shown: text, isBroken: false });
  });

  it("does not wait once it is clear", () => {
    const spoken = createSpokenText(TOOLS);
    expect(spoken.push("Hello there. ").text).toBe("Hello there. ");
    expect(spoken.push("Two are left: ").text).toBe("Two are left: ");
  });

  it("comes through the same however it is cut", () => {
    const alphabet = fc.constantFrom(
      "<",
      "think>",
      "</think>",
      "my_orders",
      "(",
      ")",
      "{",
      "}",
      '"a"',
      ":",
      " ",
      "\n",
      "word",
      "```",
      "[",
    );
    fc.assert(
      fc.property(fc.array(alphabet, { maxLength: 14 }), (tokens) => {
        const text = tokens.join("");
        const whole = say([text]);
        const cut = say(letters(text));
        expect(cut.calls).toEqual(whole.calls);
        expect(cut.shown.replace(/\s/g, "")).toBe(whole.shown.replace(/\s/g, ""));
      }),
    );
  });
});
