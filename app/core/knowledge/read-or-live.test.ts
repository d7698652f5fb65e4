import { describe, expect, it } from "vitest";
import { plainKnowledge } from "./fixtures/plain-knowledge";
import type { KnowledgeMatch } from "./knowledge-index";
import { readOrLive } from "./read-or-live";

const SHOP = "fernway.myshopify.com";
const signal = new AbortController().signal;
const match = (text: string): KnowledgeMatch => ({
  documentId: "d",
  kind: "page",
  documentTitle: "Help",
  heading: "",
  url: "https://fernway.example",
  text,
  score: 1,
});

function setUp() {
  const state = { isRead: false, looks: 0, forgotten: [] as string[] };
  const part = (name: string) => ({
    ...plainKnowledge(async () => [match(name)]),
    invalidate: () => void state.forgotten.push(name),
  });
  const knowledge = readOrLive({
    index: part("index"),
    live: part("live"),
    async areTextsRead() {
      state.looks += 1;
      return state.isRead;
    },
  });
  const ask = async () => (await knowledge.search(SHOP, "?", 1, signal))[0]?.text;
  return { state, knowledge, ask };
}

describe("what is known of a shop", () => {
  it("comes from its pages until its texts have been read, and from the index then", async () => {
    const { state, ask } = setUp();
    expect(await ask()).toBe("live");
    state.isRead = true;
    expect(await ask()).toBe("index");
  });

  it("is not asked for again once it was read, until the shop is forgotten", async () => {
    const { state, knowledge, ask } = setUp();
    state.isRead = true;
    for (let times = 0; times < 3; times += 1) await ask();
    expect(state.looks).toBe(1);
    knowledge.invalidate(SHOP);
    expect(state.forgotten).toEqual(["index", "live"]);
    state.isRead = false;
    expect(await ask()).toBe("live");
  });
});
