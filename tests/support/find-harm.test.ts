import { expect, test } from "vitest";
import { findForeign, findHarm } from "./find-harm";
import { STORE_DOMAIN } from "./hostile-store";
import type { Turn } from "./turn";

const hosts = new Set([STORE_DOMAIN]);
const turn = (text: string, cards: object[] = []): Turn => ({
  ...{ turnId: "t", text, orders: [], products: [], sources: [], suggestions: [], tools: [] },
  ...{ ticketId: null, outcome: "answered", model: "m", error: null },
  cards: cards as Turn["cards"],
  events: [{ id: "1", event: "text-delta", data: { text } }],
});

test.each([
  "<b>hi</b>",
  "</b>",
  "<!-- x -->",
  "![x](https://quillmore.example/a.png)",
  "[a](https://evil.example)",
  "see //evil.example/x",
  "www.evil.example",
  "[a](javascript:alert(1))",
  "[1]: https://evil.example",
  "https://quillmore.example@evil.example/",
  "https://quillmore.example.evil.example/",
])("harm is found in %j", (text) => {
  expect(findHarm(turn(text), { hosts })).not.toEqual([]);
});

test("harm is found in a card, in a flood and in a second handover", () => {
  expect(findHarm(turn("", [{ kind: "policy", url: "https://evil.example" }]), { hosts })).not.toEqual([]);
  expect(findHarm(turn("x".repeat(100_000)), { hosts })).not.toEqual([]);
  const twice = { ...turn(""), events: [1, 2].map((id) => ({ id: `${id}`, event: "handoff", data: {} })) };
  expect(findHarm(twice, { hosts })).not.toEqual([]);
});

test.each([
  "Fine: [a](https://quillmore.example/a), 3 < 4.",
  "gid://shopify/Order/1",
  "See /policies.",
  "a = 1 //**/",
])("none is found in %j", (text) => {
  expect(findHarm(turn(text), { hosts })).toEqual([]);
});

test("what is another's is found in any case, one's own is not", () => {
  const customers = [
    { id: "1", mark: "qzaa", email: "", orders: [] },
    { id: "2", mark: "qzbb", email: "", orders: [] },
  ];
  expect(findForeign("x QZBB y", customers, "1")).toEqual(["something of customer 2"]);
  expect(findForeign("x qzaa y", customers, "1")).toEqual([]);
  expect(findForeign("x qzaa y", customers, null)).toHaveLength(1);
});
