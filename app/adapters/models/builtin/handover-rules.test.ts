import { describe, expect, it } from "vitest";
import { readAttempt } from "~/core/assistant/handover-rules/read-attempt";
import { type BehaviourSettings, LANGUAGES, TONES } from "~/core/settings/settings";
import { createPhrases, type PhraseKey } from "./answering/phrases";

const clock = { now: "2026-11-21T12:00:00.000Z", timezone: "UTC" };
/** What the built-in model says when it could not help; the shop's rules read it in the reply's own words. */
const HELPLESS: PhraseKey[] = [
  "unclear",
  "policy.none",
  "order.not-yours",
  "order.guest-not-found",
  "failed",
];
const HELPFUL: PhraseKey[] = ["identity", "order.which", "product.none", "state.in_transit", "thanks"];

function attemptOf(
  key: PhraseKey,
  language: BehaviourSettings["languages"][number],
  tone: BehaviourSettings["tone"],
) {
  const values = {
    order: "#1001",
    url: "https://x.example",
    query: "“kayak”",
    name: "A",
    role: "b",
    shop: "C",
  };
  const text = createPhrases(language, tone, clock, language).say(key, values);
  return readAttempt({ outcome: "answered", text, evidence: [], corrections: [], feedback: null }, language)
    .kind;
}

describe.each(LANGUAGES)("the built-in model in %s", (language) => {
  it.each(HELPLESS)("is heard not to have helped when it says %s", (key) => {
    for (const tone of TONES) expect([tone, attemptOf(key, language, tone)]).toEqual([tone, "failed"]);
  });

  it.each(HELPFUL)("is not called helpless when it says %s", (key) => {
    for (const tone of TONES) expect([tone, attemptOf(key, language, tone)]).toEqual([tone, "helped"]);
  });

  it.each(["off-topic", "others-data"] satisfies PhraseKey[])("is neither when it says %s", (key) => {
    for (const tone of TONES) expect([tone, attemptOf(key, language, tone)]).toEqual([tone, "declined"]);
  });
});
