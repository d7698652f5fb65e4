import { expect, test } from "vitest";
import { summariseSpending } from "./summarise-spending";

const day = (date: string, model: string, costMicros: number, refusals = 0) => ({
  ...{ day: date, model, turns: 2, inputTokens: 100, cachedInputTokens: 50, outputTokens: 10 },
  ...{ costMicros, refusals },
});

test("days add up by model, the dearest first", () => {
  const summary = summariseSpending([
    day("2026-11-01", "small", 5),
    day("2026-11-01", "large", 50),
    day("2026-11-02", "large", 70, 3),
  ]);
  expect(summary).toMatchObject({ costMicros: 125, refusals: 3 });
  expect(summary.models.map(({ model, costMicros, turns }) => [model, costMicros, turns])).toEqual([
    ["large", 120, 4],
    ["small", 5, 2],
  ]);
});

test("a model that took tokens and cost nothing has a price that nobody knows", () => {
  const refused = { ...day("2026-11-01", "refused", 0, 1), inputTokens: 0, outputTokens: 0 };
  const { models } = summariseSpending([day("2026-11-01", "local", 0), refused]);
  expect(models.map(({ model, isPriceUnknown }) => [model, isPriceUnknown])).toEqual([
    ["local", true],
    ["refused", false],
  ]);
});

test("nothing spent is nothing", () => {
  expect(summariseSpending([])).toEqual({ models: [], costMicros: 0, refusals: 0 });
});
