import { describe, expect, it, vi } from "vitest";
import { VendorError } from "~/lib/errors";
import type { LoggedTurnEvent } from "../conversation/turn-event";
import { createInMemoryStore } from "../store/fixtures/in-memory-store";
import { sampleProduct } from "../store/fixtures/sample-products";
import { createScriptedModel, type ScriptedPart } from "./fakes/scripted-model";
import { ask, createFakeTurns, SHOP, textOf } from "./fakes/turns";
import type { LanguageModel } from "./language-model";
import type { TurnDependencies } from "./turn-dependencies";
import { DEFAULT_LIMITS } from "./turn-limits";

const model = (...steps: ScriptedPart[][]) => createScriptedModel("gpt", ...steps);
const builtin = (...steps: ScriptedPart[][]) =>
  createScriptedModel("builtin", ...(steps.length > 0 ? steps : [["From the built-in model."]]));
const end = (events: LoggedTurnEvent[]) => events.at(-1);

describe("a model that fails", () => {
  const failures: [string, ScriptedPart[]][] = [
    ["before a word", [{ fail: new VendorError("gpt", "down", { status: 500 }) }]],
    ["amid its text", ["I think ", { fail: new VendorError("gpt", "cut", { status: null }) }]],
    ["by a bug", ["Half ", { fail: new TypeError("x is undefined") }]],
    ["by ending without a finish", ["Half ", { cut: true }]],
    ["by saying nothing", []],
    ["by saying only white space", [" \n"]],
    ["by being censored", ["Half ", { finish: "content-filter" }]],
    ["by falling silent", ["Half ", { wait: 10_000 }]],
  ];

  it.each(failures)("%s gives way to the built-in one, and its words are taken back", async (_, steps) => {
    const limits = { ...DEFAULT_LIMITS, silence: 30 };
    const deps = createFakeTurns([model(steps), builtin()], { limits });
    const { events, stored, kinds } = await ask(deps);
    expect(textOf(events)).toBe("From the built-in model.");
    expect(stored.at(-1)?.text).toBe("From the built-in model.");
    expect(end(events)).toMatchObject({ data: { outcome: "answered", model: "builtin" } });
    expect(kinds.includes("reset")).toBe(
      steps.some((part) => typeof part === "string" && part.trim() !== ""),
    );
  });

  it("leaves what its tools gave to the next, without its words and without cards twice", async () => {
    const store = createInMemoryStore({ products: [sampleProduct()] });
    const search = { call: "search_products", arguments: { query: "" } };
    const last = builtin([search], ["Here."]);
    const failing = model(["Let me see.", search], [{ fail: new VendorError("gpt", "down") }]);
    const { events } = await ask(createFakeTurns([failing, last], { store }));
    expect(last.requests[0]?.messages.slice(1)).toMatchObject([
      { role: "assistant", text: "", toolCalls: [{ name: "search_products" }] },
      { role: "tool", name: "search_products" },
    ]);
    expect(events.filter((event) => event.event === "card")).toHaveLength(1);
    expect(textOf(events)).toBe("Here.");
  });

  it("rests after failing again and again, and is tried again after that", async () => {
    const failing = model(
      ...Array.from({ length: 9 }, () => [{ fail: new VendorError("gpt", "down", { status: 503 }) }]),
    );
    const deps = createFakeTurns([failing, builtin(...Array.from({ length: 9 }, () => ["Yes."]))]);
    for (let turn = 0; turn < 6; turn += 1) await ask(deps);
    expect(failing.requests).toHaveLength(3);
  });

  it("that is slow beyond the deadline gives way in time", async () => {
    const slow: ScriptedPart[] = Array.from(
      { length: 200 },
      () => [{ wait: 15 }, "slow "] as ScriptedPart[],
    ).flat();
    const limits = { ...DEFAULT_LIMITS, deadline: 200, reserve: 50 };
    const startedAt = performance.now();
    const scripted = model(slow);
    const { events } = await ask(createFakeTurns([scripted, builtin()], { limits }));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(textOf(events)).toBe("From the built-in model.");
    await vi.waitFor(() => expect(scripted.aborted).toBe(1));
  });

  it("ends the turn with an error and the offer of a person when no other is left", async () => {
    const deps = createFakeTurns([builtin([{ fail: new Error("bug") }])]);
    const { events, stored, turnId } = await ask(deps, { locale: "de" });
    expect(end(events)).toMatchObject({ event: "error", data: { code: "assistant-unavailable" } });
    expect(JSON.stringify(end(events))).toContain("Team");
    expect(stored).toHaveLength(1);
    expect((await deps.conversations.findTurn(SHOP, turnId))?.turn.status).toBe("failed");
  });

  it("ends the turn with an error when nothing could be gathered", async () => {
    const shops = {
      ...createFakeTurns([]).shops,
      findShop: async () => Promise.reject(new VendorError("postgres", "gone")),
    };
    const { events } = await ask(createFakeTurns([builtin()], { shops }));
    expect(events.map((event) => event.event)).toEqual(["turn-start", "error"]);
  });
});

describe("a model that keeps shoppers waiting", () => {
  it("for its first word gives way to the next", async () => {
    const limits = { ...DEFAULT_LIMITS, firstToken: 40 };
    const slow = model([{ wait: 10_000 }, "Late."]);
    const startedAt = performance.now();
    const { events } = await ask(createFakeTurns([slow, builtin()], { limits }));
    expect(performance.now() - startedAt).toBeLessThan(1_000);
    expect(textOf(events)).toBe("From the built-in model.");
  });

  it("but shows that it is at work is waited for", async () => {
    const thinking: LanguageModel = {
      name: "thinker",
      async *stream() {
        for (let thought = 0; thought < 6; thought += 1) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          yield { type: "working" };
        }
        yield { type: "text-delta", text: "Thought over." };
        yield {
          type: "finish",
          reason: "stop",
          usage: { inputTokens: 1, cachedInputTokens: 0, outputTokens: 1 },
        };
      },
    };
    const limits = { ...DEFAULT_LIMITS, firstToken: 60, silence: 60 };
    const { events } = await ask(createFakeTurns([thinking, builtin()], { limits }));
    expect(textOf(events)).toBe("Thought over.");
  });

  it("is asked again when it wants no more than a moment, once", async () => {
    const busy = { fail: new VendorError("gpt", "busy", { status: 429, retryAfterMs: 20 }) };
    const calm = model([busy], ["Here I am."]);
    expect(textOf((await ask(createFakeTurns([calm, builtin()]))).events)).toBe("Here I am.");
    const hectic = model([busy], [busy], ["Too late."]);
    expect(textOf((await ask(createFakeTurns([hectic, builtin()]))).events)).toBe("From the built-in model.");
    expect(hectic.requests).toHaveLength(2);
  });

  it("is left alone when it wants more, or is broken", async () => {
    for (const [status, retryAfterMs] of [
      [429, 5_000],
      [429, null],
      [500, 10],
      [401, 10],
    ] as const) {
      const failing = model([{ fail: new VendorError("gpt", "no", { status, retryAfterMs }) }], ["Again."]);
      const { events } = await ask(createFakeTurns([failing, builtin()]));
      expect(failing.requests).toHaveLength(1);
      expect(textOf(events)).toBe("From the built-in model.");
    }
  });
});

describe("words of a model that failed", () => {
  it("stay until the next one has something to say", async () => {
    const failing = model(["Half a ", { fail: new VendorError("gpt", "cut") }]);
    const search = { call: "search_products", arguments: { query: "" } };
    const { kinds } = await ask(createFakeTurns([failing, builtin([search], ["Whole."])]));
    const reset = kinds.indexOf("reset");
    expect(kinds.indexOf("tool-end")).toBeLessThan(reset);
    expect(kinds[reset + 1]).toBe("text-delta");
    expect(kinds.filter((kind) => kind === "reset")).toHaveLength(1);
  });

  it("stay when nobody has", async () => {
    const failing = model(["Half a sentence.", { fail: new VendorError("gpt", "cut") }]);
    const { events } = await ask(createFakeTurns([failing, builtin([{ fail: new Error("bug") }])]));
    expect(textOf(events)).toBe("Half a sentence.");
    expect(end(events)).toMatchObject({ event: "error" });
  });

  it("are not seen by the next model, whose own stand alone", async () => {
    const first = model(["One. ", { fail: new VendorError("gpt", "cut") }]);
    const second = createScriptedModel("claude", ["Two. ", { fail: new VendorError("claude", "cut") }]);
    const { events, stored } = await ask(createFakeTurns([first, second, builtin(["Three."])]));
    expect(textOf(events)).toBe("Three.");
    expect(stored.at(-1)?.text).toBe("Three.");
  });
});

describe("a shopper", () => {
  it("cannot silence a model for the others by what she writes", async () => {
    const censored = model(
      ...Array.from({ length: 9 }, () => [{ finish: "content-filter" }] as ScriptedPart[]),
    );
    const deps = createFakeTurns([censored, builtin(...Array.from({ length: 9 }, () => ["Yes."]))]);
    for (let turn = 0; turn < 6; turn += 1) await ask(deps);
    expect(censored.requests).toHaveLength(6);
  });
});

describe("grounding", () => {
  const nothingPasses: TurnDependencies["createGrounding"] = () => ({
    push: () => [],
    flush: () => [],
    corrections: [{ kind: "price", said: "$5", became: "" }],
  });

  it("that leaves nothing of a reply lets the next model answer, and the last one say that it does not know", async () => {
    const last = builtin(["All false too."]);
    const deps = createFakeTurns([model(["It costs $5."]), last], { createGrounding: nothingPasses });
    const { events } = await ask(deps);
    expect(last.requests).toHaveLength(1);
    expect(textOf(events)).toMatch(/could not find a reliable answer/);
  });

  it("sees the evidence of this conversation and the shopper's own words", async () => {
    const seen: unknown[] = [];
    const store = createInMemoryStore({ products: [sampleProduct()] });
    const search = { call: "search_products", arguments: { query: "" } };
    const deps = createFakeTurns([model([search], ["A."], ["B."])], {
      store,
      createGrounding: (options) => ({
        push: (text) => {
          seen.push([options.evidence().length, [...options.shopperTexts]]);
          return [text];
        },
        flush: () => [],
        corrections: [],
      }),
    });
    const { conversation } = await ask(deps, { text: "under $50" });
    await ask(deps, { conversation, messageId: "m2", text: "and?" });
    expect(seen).toEqual([
      [1, ["under $50"]],
      [1, ["under $50", "and?"]],
    ]);
  });
});
