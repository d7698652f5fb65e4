import { describe, expect, it } from "vitest";
import { createRateLimits } from "./rate-limits";

describe("rate limits", () => {
  it("let through as many as they say, then name the seconds to wait, for each key and name apart", async () => {
    const limits = createRateLimits(
      { chat: { points: 2, seconds: 60 }, other: { points: 1, seconds: 60 } },
      null,
    );
    expect(await limits.take("chat", "a")).toBeNull();
    expect(await limits.take("chat", "a")).toBeNull();
    expect(await limits.take("chat", "a")).toBeGreaterThan(50);
    expect(await limits.take("chat", "b")).toBeNull();
    expect(await limits.take("other", "a")).toBeNull();
  });
});
