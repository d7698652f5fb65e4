import { describe, expect, it } from "vitest";
import { type ModelConfiguration, readConfiguredModels } from "./configured-models";

const read = (changes: Partial<ModelConfiguration>) =>
  readConfiguredModels({
    ...{ key: undefined, baseUrl: undefined, model: "gpt-5-mini", fallbacks: [], providers: {} },
    ...changes,
  });
const names = (changes: Partial<ModelConfiguration>) =>
  read(changes).models.map(({ provider, model }) => `${provider} ${model}`);

describe("the models of an installation", () => {
  it("are none without a key or an endpoint", () => {
    expect(read({ fallbacks: ["gpt-5"] })).toEqual({ models: [], unusable: ["gpt-5"] });
  });

  it("are those of one endpoint, in order and once each", () => {
    expect(names({ key: "k", fallbacks: ["gpt-5", "gpt-5-mini", "gpt-5"] })).toEqual([
      "openai gpt-5-mini",
      "openai gpt-5",
    ]);
  });

  it("can be other providers', each with its own key and address", () => {
    const { models, unusable } = read({
      key: "k",
      fallbacks: ["anthropic:claude-haiku-4-5", "gpt-5", "gemini:gemini-3-flash"],
      providers: {
        anthropic: { key: "a", baseUrl: undefined },
        gemini: { key: "g", baseUrl: "http://127.0.0.1:1/v1" },
      },
    });
    expect(unusable).toEqual([]);
    expect(models.slice(1)).toEqual([
      { provider: "anthropic", model: "claude-haiku-4-5", baseUrl: null, apiKey: "a" },
      { provider: "openai", model: "gpt-5", baseUrl: null, apiKey: "k" },
      { provider: "gemini", model: "gemini-3-flash", baseUrl: "http://127.0.0.1:1/v1", apiKey: "g" },
    ]);
  });

  it("need no model of the first endpoint", () => {
    expect(
      names({
        fallbacks: ["mistral:mistral-small-latest"],
        providers: { mistral: { key: "m", baseUrl: undefined } },
      }),
    ).toEqual(["mistral mistral-small-latest"]);
  });

  it("of Ollama may have names with a colon", () => {
    const baseUrl = "http://localhost:11434/v1";
    expect(names({ baseUrl, model: "llama3.1:8b", fallbacks: ["mistral:7b"] })).toEqual([
      "compatible llama3.1:8b",
      "compatible mistral:7b",
    ]);
  });

  it("of a provider without a key are named as unusable", () => {
    expect(read({ fallbacks: ["anthropic:claude-haiku-4-5"] }).unusable).toEqual([
      "anthropic:claude-haiku-4-5",
    ]);
  });

  it.each([
    ["https://api.mistral.ai/v1", "mistral"],
    ["https://generativelanguage.googleapis.com/v1beta/openai", "gemini"],
    ["https://api.anthropic.com/v1", "anthropic"],
    ["https://api.openai.com/v1", "openai"],
    ["https://openrouter.ai/api/v1", "compatible"],
    ["https://api.openai.com.evil.example/v1", "compatible"],
  ])("at %s are spoken to as %s", (baseUrl, provider) => {
    expect(read({ key: "k", baseUrl }).models[0]?.provider).toBe(provider);
  });
});
