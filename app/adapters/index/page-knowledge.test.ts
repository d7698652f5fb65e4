import { describe, expect, it } from "vitest";
import type { StoreDocument } from "~/core/store/store-platform";
import { VendorError } from "~/lib/errors";
import { createPageKnowledge } from "./page-knowledge";

const signal = new AbortController().signal;

function document(html: string): StoreDocument {
  return {
    id: "p",
    kind: "policy",
    title: "Refund policy",
    url: "https://s.example/policies/refund",
    html,
    updatedAt: null,
  };
}

/** A platform whose answers a test sets, with a count of how often it was asked. */
function platform() {
  const state = { answer: async () => [document("<h2>Returns</h2><p>30 days.</p>")], calls: 0 };
  const store = {
    loadDocuments: () => {
      state.calls += 1;
      return state.answer();
    },
  };
  return { state, store };
}

describe("createPageKnowledge", () => {
  it("reads a shop's texts once for many questions, and again when they are old or invalidated", async () => {
    const { state, store } = platform();
    let time = 0;
    const index = createPageKnowledge({ store, now: () => time, ttlMs: 1000 });
    const ask = () => index.search("a", "can I return it?", 3, signal);
    await Promise.all([ask(), ask(), ask()]);
    expect(state.calls).toBe(1);
    time = 1000;
    expect((await ask())[0]).toMatchObject({ heading: "Returns", text: "30 days." });
    expect(state.calls).toBe(2);
    index.invalidate("a");
    await ask();
    expect(state.calls).toBe(3);
  });

  it("never answers one shop from another's texts", async () => {
    const store = {
      loadDocuments: async (shop: string) => [document(`<h2>Returns</h2><p>${shop}</p>`)],
    };
    const index = createPageKnowledge({ store });
    expect((await index.search("a", "returns", 1, signal))[0]?.text).toBe("a");
    expect((await index.search("b", "returns", 1, signal))[0]?.text).toBe("b");
  });

  it("forgets a failed read, and serves what it had while newer reads fail", async () => {
    const { state, store } = platform();
    let time = 0;
    const index = createPageKnowledge({ store, now: () => time, ttlMs: 1000 });
    const good = state.answer;
    state.answer = () => Promise.reject(new VendorError("shopify", "down", { status: 503 }));
    await expect(index.search("a", "returns", 1, signal)).rejects.toThrow("down");
    state.answer = good;
    expect(await index.search("a", "returns", 1, signal)).toHaveLength(1);
    time = 5000;
    state.answer = () => Promise.reject(new VendorError("shopify", "down", { status: 503 }));
    expect(await index.search("a", "returns", 1, signal)).toHaveLength(1);
  });

  it("lets one asker leave without spoiling the answer of another", async () => {
    const { state, store } = platform();
    let finish = (_: StoreDocument[]) => {};
    state.answer = () => new Promise((resolve) => (finish = resolve));
    const index = createPageKnowledge({ store });
    const leaving = new AbortController();
    const left = index.search("a", "returns", 1, leaving.signal);
    const stayed = index.search("a", "returns", 1, signal);
    leaving.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    finish([document("<h2>Returns</h2><p>30 days.</p>")]);
    expect(await stayed).toHaveLength(1);
  });

  it("finds nothing in a shop without texts", async () => {
    const index = createPageKnowledge({ store: { loadDocuments: async () => [] } });
    expect(await index.search("a", "returns", 3, signal)).toEqual([]);
  });
});
