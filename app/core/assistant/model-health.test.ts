import { describe, expect, it } from "vitest";
import { VendorError } from "~/lib/errors";
import { createModelHealth } from "./model-health";

function createHealth() {
  const clock = { at: 0 };
  return { clock, health: createModelHealth(() => clock.at) };
}
const failure = (status: number | null, retryAfterMs: number | null = null) =>
  new VendorError("gpt", "failed", { status, retryAfterMs });

describe("a model's health", () => {
  it("lets it rest after three failures in a row, and has one turn try it after a while", () => {
    const { clock, health } = createHealth();
    for (const expected of [true, true, false]) {
      health.recordFailure("gpt", new Error("x"));
      expect(health.admit("gpt")).toBe(expected);
    }
    expect(health.admit("other")).toBe(true);
    clock.at = 15_000;
    expect([health.admit("gpt"), health.admit("gpt"), health.admit("gpt")]).toEqual([true, false, false]);
    health.recordFailure("gpt", failure(500));
    expect(health.admit("gpt")).toBe(false);
    clock.at = 30_000;
    expect(health.admit("gpt")).toBe(true);
    health.recordSuccess("gpt");
    expect([health.admit("gpt"), health.admit("gpt")]).toEqual([true, true]);
    health.recordFailure("gpt", failure(500));
    expect(health.admit("gpt")).toBe(true);
  });

  it("lets another turn try when nobody hears of the first one again", () => {
    const { clock, health } = createHealth();
    for (let turn = 0; turn < 3; turn += 1) health.recordFailure("gpt", failure(null));
    clock.at = 15_000;
    expect(health.admit("gpt")).toBe(true);
    clock.at = 44_000;
    expect(health.admit("gpt")).toBe(false);
    clock.at = 46_000;
    expect(health.admit("gpt")).toBe(true);
  });

  it("rests it sooner when shoppers had to wait for nothing", () => {
    const { health } = createHealth();
    health.recordFailure("gpt", failure(408));
    expect(health.admit("gpt")).toBe(true);
    health.recordFailure("gpt", "deadline");
    expect(health.admit("gpt")).toBe(false);
  });

  it("heeds how long the vendor asks to be left alone, within reason", () => {
    const { clock, health } = createHealth();
    health.recordFailure("gpt", failure(429, 5_000));
    expect(health.admit("gpt")).toBe(false);
    clock.at = 5_000;
    expect(health.admit("gpt")).toBe(true);
    health.recordFailure("gpt", failure(429, 86_400_000));
    clock.at = 130_000;
    expect(health.admit("gpt")).toBe(true);
  });

  it.each([401, 402, 403, 404])("rests it long after %i, and says so", (status) => {
    const { clock, health } = createHealth();
    health.recordFailure("gpt", failure(status));
    expect(health.conditionOf("gpt")).toMatchObject({ status: "refused", cause: status });
    clock.at = 14 * 60_000;
    expect(health.admit("gpt")).toBe(false);
    clock.at = 15 * 60_000;
    expect(health.admit("gpt")).toBe(true);
  });

  it("cannot be talked into a rest by what one shopper writes", () => {
    const { health } = createHealth();
    for (let turn = 0; turn < 20; turn += 1) {
      health.recordFailure("gpt", "content");
      health.recordFailure("gpt", failure(400));
    }
    expect(health.admit("gpt")).toBe(true);
    expect(health.conditionOf("gpt")).toEqual({ status: "well" });
  });
});
