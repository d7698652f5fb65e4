import { describe, expect, it } from "vitest";
import { costMicros, priceOf } from "./model-prices";

describe("a model's price", () => {
  it("is the list price in millionths of a dollar a token", () => {
    expect(priceOf("openai", "gpt-5-mini")).toEqual({
      inputMicrosPerToken: 0.25,
      cachedInputMicrosPerToken: 0.025,
      cacheWriteMicrosPerToken: 0.25,
      outputMicrosPerToken: 2,
    });
  });

  it.each([
    ["openai", "gpt-5-mini-2025-08-07", "gpt-5-mini"],
    ["anthropic", "claude-haiku-4-5-20251001", "claude-haiku-4-5"],
    ["anthropic", "claude-3-5-haiku-latest", "claude-3-5-haiku"],
    ["gemini", "models/gemini-2.5-flash", "gemini-2.5-flash"],
    ["gemini", "gemini-3-flash-preview", "gemini-3-flash"],
  ])("of %s's build %s is that of %s", (provider, build, model) => {
    expect(priceOf(provider, build)).not.toBeNull();
    expect(priceOf(provider, build)).toEqual(priceOf(provider, model));
  });

  it.each([
    ["openai", "gpt-99"],
    ["openai", "gpt-5-mini-tuned"],
    ["compatible", "gpt-5-mini"],
    ["openai", "constructor"],
    ["__proto__", "toString"],
  ])("is unknown for %s %s", (provider, model) => {
    expect(priceOf(provider, model)).toBeNull();
  });
});

describe("a call's cost", () => {
  const haiku = priceOf("anthropic", "claude-haiku-4-5");
  if (!haiku) throw new Error("no price");

  it("takes cached, written and fresh input at their own prices", () => {
    const usage = { inputTokens: 3000, cachedInputTokens: 1000, cacheWriteTokens: 1000, outputTokens: 100 };
    expect(costMicros(haiku, usage)).toBe(1000 + 100 + 1250 + 500);
  });

  it("is rounded up, and never less than nothing for odd counts", () => {
    const mini = priceOf("openai", "gpt-5-mini");
    if (!mini) throw new Error("no price");
    expect(costMicros(mini, { inputTokens: 1, cachedInputTokens: 0, outputTokens: 0 })).toBe(1);
    expect(costMicros(mini, { inputTokens: 1, cachedInputTokens: 50, outputTokens: 0 })).toBe(2);
  });
});
