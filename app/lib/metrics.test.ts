import { describe, expect, it } from "vitest";
import { metricsRegistry, requireCounter, requireHistogram } from "./metrics";

describe("metrics", () => {
  it("gives the same counter to everyone who asks for its name", async () => {
    requireCounter("aisle_test_turns_total", "Turns", ["outcome"]).inc({ outcome: "answered" });
    requireCounter("aisle_test_turns_total", "Turns", ["outcome"]).inc({ outcome: "answered" });
    expect(await metricsRegistry.metrics()).toContain('aisle_test_turns_total{outcome="answered"} 2');
  });

  it("counts durations in seconds", async () => {
    requireHistogram("aisle_test_seconds", "Time").observe(0.2);
    expect(await metricsRegistry.metrics()).toContain('aisle_test_seconds_bucket{le="0.25"} 1');
  });
});
