import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { createModelHealth } from "./model-health";

describe("a model's health", () => {
  it("lets it rest after three failures in a row, and asks it again after a while", () => {
    const clock = { at: 0 };
    const health = createModelHealth(() => clock.at);
    for (const expected of [true, true, false]) {
      health.recordFailure("gpt", new Error("x"));
      expect(health.isUsable("gpt")).toBe(expected);
    }
    expect(health.isUsable("other")).toBe(true);
    clock.at = 15_000;
    expect(health.isUsable("gpt")).toBe(true);
    health.recordFailure("gpt", null);
    expect(health.isUsable("gpt")).toBe(false);
    clock.at = 30_000;
    health.recordSuccess("gpt");
    health.recordFailure("gpt", null);
    expect(health.isUsable("gpt")).toBe(true);
  });

  it("heeds how long the vendor asks to be left alone, within reason", () => {
    const clock = { at: 0 };
    const health = createModelHealth(() => clock.at);
    health.recordFailure("gpt", new VendorError("gpt", "busy", { status: 429, retryAfterMs: 5_000 }));
    expect(health.isUsable("gpt")).toBe(false);
    clock.at = 5_000;
    expect(health.isUsable("gpt")).toBe(true);
    health.recordFailure("gpt", new VendorError("gpt", "busy", { status: 429, retryAfterMs: 86_400_000 }));
    clock.at = 130_000;
    expect(health.isUsable("gpt")).toBe(true);
  });
});
