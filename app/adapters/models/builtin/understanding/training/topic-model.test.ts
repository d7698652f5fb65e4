import { describe, expect, it } from "vitest";
import model from "../topic-model.json";
import { expandPattern } from "./expand-pattern";
import { fingerprintOfSources } from "./fingerprint";

describe("the topic model", () => {
  it("was learnt from the examples, the lexicon and the rules as they stand (else: npx tsx scripts/train-topics.ts)", () => {
    expect(model.fingerprint).toBe(fingerprintOfSources());
  });
});

describe("a pattern", () => {
  const lists = { order: "order|purchase" };

  it("stands for all its combinations", () => {
    expect(expandPattern("{cancel|stop} my <order>", lists)).toEqual([
      "cancel my order",
      "stop my order",
      "cancel my purchase",
      "stop my purchase",
    ]);
  });

  it("takes a list within a choice, and an empty choice", () => {
    expect(expandPattern("{the <order>|it} {now|}", lists)).toEqual([
      "the order now",
      "the purchase now",
      "it now",
      "the order",
      "the purchase",
      "it",
    ]);
  });

  it("stands for forty different sentences at most", () => {
    const many = expandPattern("{a|b|c|d|e|f|g} {1|2|3|4|5|6|7|8} {x|y|z}", lists);
    expect(many.length).toBeGreaterThan(30);
    expect(many.length).toBeLessThanOrEqual(40);
  });
});
