import { describe, expect, it } from "vitest";
import { repairArguments, repairCall, resolveToolName } from "./repair-call";

const TOOLS = ["search_products", "my_orders", "order_status"];

describe("arguments that a model wrote badly", () => {
  it.each([
    ["nothing at all", "", {}],
    ["null", "null", {}],
    ["white space", " \n", {}],
    ["a trailing comma", '{"query": "boots", "limit": 3,}', { query: "boots", limit: 3 }],
    ["a trailing comma in a list", '{"sizes": ["S", "M",],}', { sizes: ["S", "M"] }],
    ["single quotes", "{'query': 'rain boots'}", { query: "rain boots" }],
    ["an apostrophe between double quotes", '{"query": "men\'s boots"}', { query: "men's boots" }],
    ["bare keys", "{query: 'boots', max_price: 49.5}", { query: "boots", max_price: 49.5 }],
    ["Python's words", "{'show': True, 'query': None}", { show: true, query: null }],
    ["a code fence", '```json\n{"query": "boots"}\n```', { query: "boots" }],
    ["double encoding", JSON.stringify(JSON.stringify({ query: "boots" })), { query: "boots" }],
    ["a list of one", '[{"query": "boots"}]', { query: "boots" }],
    ["an empty object before them", '{}{"query": "boots"}', { query: "boots" }],
    ["themselves twice", '{"query":"boots"}{"query":"boots"}', { query: "boots" }],
    ["a line break in a string", '{"query": "rain\nboots"}', { query: "rain\nboots" }],
    ["escapes", '{"query": "caf\\u00e9 \\"x\\""}', { query: 'café "x"' }],
  ])("are mended: %s", (_, written, meant) => {
    expect(JSON.parse(repairArguments(written))).toEqual(meant);
  });

  it.each([
    ["broken off", '{"query": "boo'],
    ["broken off after a value", '{"query": "boots"'],
    ["words", "the blue one please"],
    ["two different objects", '{"query":"boots"}{"query":"shoes"}'],
    ["code", '{"query": process.env.KEY}'],
    ["a number", "7"],
    ["nested without end", "[".repeat(4000)],
    ["too long", `{"query": "${"x".repeat(9000)}`],
  ])("stay as they are where they are not clear: %s", (_, written) => {
    expect(repairArguments(written)).toBe(written);
  });

  it("never reach the prototype", () => {
    repairArguments("{'__proto__': {'polluted': true}}");
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe("the name of a tool", () => {
  it.each([
    "search_products",
    "functions.search_products",
    "default_api:search_products",
    "searchProducts",
    "Search-Products",
    "search_products<|channel|>commentary",
  ])("is known as %s", (written) => {
    expect(resolveToolName(written, TOOLS)).toBe("search_products");
  });

  it.each(["delete_shop", "", "products", "search_products_of_another_shop", "__proto__"])(
    "is not guessed from %j",
    (written) => {
      expect(resolveToolName(written, TOOLS)).toBeNull();
      expect(repairCall({ id: "a", name: written, arguments: "" }, TOOLS)).toEqual({
        id: "a",
        name: written,
        arguments: "{}",
      });
    },
  );
});
