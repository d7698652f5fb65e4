import { describe, expect, it } from "vitest";
import { MAX_SHOP_MODELS, type ModelChange, prepareChange } from "./change-shop-models";
import type { ShopModel } from "./shop-models";

const haiku: ShopModel = {
  provider: "anthropic",
  model: "claude-haiku-4-5",
  baseUrl: null,
  apiKey: "secret",
  sealedKey: "sealed-1",
};
const own: ShopModel = {
  provider: "compatible",
  model: "qwen3",
  baseUrl: "https://models.example/v1",
  apiKey: "mine",
  sealedKey: "sealed-2",
};
const save = (changes: Partial<Extract<ModelChange, { intent: "save" }>> = {}): ModelChange => ({
  ...{ intent: "save", position: null, provider: "openai", model: "gpt-5-mini", baseUrl: "", apiKey: "sk-1" },
  ...changes,
});
const prepare = (change: ModelChange, models = [haiku, own], allowsPrivate = false) =>
  prepareChange(models, change, allowsPrivate);
const namesAfter = (change: ModelChange) => {
  const prepared = prepare(change);
  return prepared.status === "ready" ? prepared.models.map(({ model }) => model) : prepared.status;
};

describe("a kept key", () => {
  it("is kept sealed when another model of the same provider is chosen", () => {
    expect(
      prepare(save({ position: 0, provider: "anthropic", model: "claude-sonnet-5", apiKey: "" })),
    ).toMatchObject({
      models: [{ model: "claude-sonnet-5", sealedKey: "sealed-1" }, { sealedKey: "sealed-2" }],
    });
  });

  it.each([
    ["another address", { position: 0, provider: "anthropic", baseUrl: "https://evil.example" }],
    ["another provider", { position: 0, provider: "openai", baseUrl: "" }],
  ] as const)("is never sent to %s", (_, changes) => {
    expect(prepare(save({ ...changes, apiKey: "" }))).toEqual({
      status: "invalid",
      problems: { apiKey: "empty" },
    });
  });

  it("does not follow an endpoint of one's own elsewhere either", () => {
    const prepared = prepare(
      save({ position: 1, provider: "compatible", baseUrl: "https://evil.example/v1", apiKey: "" }),
    );
    expect(JSON.stringify(prepared)).not.toContain("sealed-2");
  });
});

describe("an address", () => {
  it.each([
    ["http://models.example/v1", "not-https"],
    ["https://localhost/v1", "private"],
    ["https://127.0.0.1/v1", "private"],
    ["https://2130706433/v1", "private"],
    ["https://[fd00::1]/v1", "private"],
    ["https://vault.internal/v1", "private"],
    ["https://printer/v1", "private"],
    ["https://user:pass@models.example/v1", "not-an-address"],
    ["ftp://models.example", "not-an-address"],
    ["models.example", "not-an-address"],
    ["", "empty"],
  ])("%j is %s", (baseUrl, problem) => {
    expect(prepare(save({ provider: "compatible", baseUrl }))).toEqual({
      status: "invalid",
      problems: { baseUrl: problem },
    });
  });

  it("may be public, and in development anything", () => {
    const typed = (baseUrl: string) => save({ provider: "compatible", baseUrl, apiKey: "" });
    expect(prepare(typed("https://models.example/v1/")).status).toBe("ready");
    expect(prepare(typed("https://93.184.215.14/v1")).status).toBe("ready");
    expect(prepare(typed("http://localhost:11434/v1"), [], true).status).toBe("ready");
  });
});

describe("the list", () => {
  it("can be added to, thinned and put into another order", () => {
    expect(namesAfter(save())).toEqual(["claude-haiku-4-5", "qwen3", "gpt-5-mini"]);
    expect(namesAfter({ intent: "remove", position: 0 })).toEqual(["qwen3"]);
    expect(namesAfter({ intent: "move", position: 1, to: 0 })).toEqual(["qwen3", "claude-haiku-4-5"]);
  });

  it("has an end", () => {
    expect(
      prepare(
        save(),
        Array.from({ length: MAX_SHOP_MODELS }, () => own),
      ).status,
    ).toBe("too-many");
  });

  it("knows nothing of a model that is not in it", () => {
    for (const change of [
      { intent: "remove", position: 2 },
      { intent: "move", position: 4, to: 0 },
      save({ position: 2 }),
    ] as ModelChange[])
      expect(prepare(change).status).toBe("stale");
  });
});
