import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { ask, createFakeTurns } from "../fakes/turns";
import type { LanguageModel, ModelPart } from "../language-model";
import { createBudgets } from "./turn-budget";

type Step = ModelPart[] | Error;

/** A model of a provider whose price is known, that does one step after the other. */
function paid(name: string, steps: Step[]): LanguageModel & { asked: number } {
  const model = {
    name,
    provider: "openai",
    asked: 0,
    async *stream(): AsyncIterable<ModelPart> {
      const step = steps[Math.min(model.asked, steps.length - 1)] ?? [];
      model.asked += 1;
      if (step instanceof Error) throw step;
      yield* step;
    },
  };
  return model;
}
const says = (text: string): ModelPart[] => [
  { type: "text-delta", text },
  {
    type: "finish",
    reason: "stop",
    usage: { inputTokens: 1_000, cachedInputTokens: 400, outputTokens: 50 },
  },
];
const calls = (name: string): ModelPart[] => [
  { type: "tool-call", call: { id: "1", name, arguments: "{}" } },
  {
    type: "finish",
    reason: "tool-calls",
    usage: { inputTokens: 1_000, cachedInputTokens: 0, outputTokens: 10 },
  },
];
const builtin: LanguageModel = {
  name: "builtin",
  async *stream() {
    yield* says("From the built-in one.");
  },
};

async function answer(model: LanguageModel, ceilings: object) {
  const budgets = createBudgets(
    { readSpent: async () => ({ shopperDay: 0, day: 0, month: 0 }) },
    () => new Date(),
  );
  const ended: { model: string; costMicros: number; refused: boolean }[] = [];
  const deps = createFakeTurns([model, builtin], {
    budgets,
    behaviour: {
      ceilings: { turnTokens: 60_000, shopperDayCents: null, dayCents: null, monthCents: null, ...ceilings },
    },
  });
  const endTurn = deps.conversations.endTurn;
  deps.conversations.endTurn = (turnId, owner, messageId, result, at) => {
    ended.push(...result.spending);
    return endTurn(turnId, owner, messageId, result, at);
  };
  const { events } = await ask(deps);
  return { end: events.at(-1), spending: ended };
}

describe("a model above a ceiling", () => {
  it("is not asked: the built-in one answers, and the books say so", async () => {
    const model = paid("gpt-5-mini", [says("Hello.")]);
    const { end, spending } = await answer(model, { dayCents: 0 });
    expect(model.asked).toBe(0);
    expect(end).toMatchObject({ event: "turn-end", data: { outcome: "answered", model: "builtin" } });
    expect(spending).toMatchObject([{ model: "gpt-5-mini", costMicros: 0, refused: true }]);
  });

  it("that it meets between two steps leaves the answer to the built-in one", async () => {
    const model = paid("gpt-5-mini", [calls("my_orders"), says("Never said.")]);
    const { end, spending } = await answer(model, { turnTokens: 3_300 });
    expect(model.asked).toBe(1);
    expect(end).toMatchObject({ data: { model: "builtin" } });
    expect(spending).toMatchObject([{ model: "gpt-5-mini", refused: true }]);
    expect(spending[0]?.costMicros).toBeGreaterThan(0);
  });
});

describe("what a call took", () => {
  it("stands in the books at the provider's price, cached input at its own", async () => {
    const { end, spending } = await answer(paid("gpt-5-mini", [says("Hello.")]), {});
    expect(end).toMatchObject({ data: { model: "gpt-5-mini" } });
    // 600 fresh tokens at 0.25, 400 cached at 0.025, 50 out at 2 dollars a million.
    expect(spending).toMatchObject([{ model: "gpt-5-mini", costMicros: 260, refused: false }]);
  });

  it("is nothing when the provider refused it", async () => {
    const refused = paid("gpt-5-mini", [new VendorError("openai", "down", { status: 500 })]);
    const { spending } = await answer(refused, {});
    expect(spending).toMatchObject([{ costMicros: 0 }]);
  });

  it("is its dearest when it broke off without a count", async () => {
    const { spending } = await answer(paid("gpt-5-mini", [new VendorError("openai", "cut")]), {});
    expect(spending[0]?.costMicros).toBeGreaterThan(1_000);
  });
});
