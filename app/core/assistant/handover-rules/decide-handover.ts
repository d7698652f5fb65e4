import type { Language } from "../../settings/phrases";
import type { BehaviourSettings } from "../../settings/settings";
import { type Attempt, type AttemptRecord, readAttempt } from "./read-attempt";
import { findAnger, findWishForPerson } from "./read-mood";

export interface HandoverSignals {
  /** The shopper's newest message. */
  text: string;
  /** The answers before it, oldest first. */
  former: readonly AttemptRecord[];
  /** The answer to it; null while there is none yet. */
  current: AttemptRecord | null;
  /** What the shopper probably speaks. */
  language: Language;
}

export type HandoverReason = "request" | "anger" | "failed-attempts" | "low-confidence";

export interface HandoverDecision {
  reason: HandoverReason;
  /** The language that told, if one did. */
  language: Language | null;
}

/**
 * Whether a person is to be called in, and why; null when the assistant goes on alone. Decided from what was said and what
 * the turns' records hold, never by a model. Asked before the answer (without `current`) it tells what is certain already.
 */
export function decideHandover(
  { text, former, current, language }: HandoverSignals,
  rules: BehaviourSettings["handoverRules"],
): HandoverDecision | null {
  const wish = findWishForPerson(text, language);
  if (wish) return { reason: "request", language: wish };
  const anger = rules.onAnger ? findAnger(text, language) : null;
  if (anger) return { reason: "anger", language: anger };

  const attempts = former.map((record) => readAttempt(record, language));
  const last = current && readAttempt(current, language);
  const languageOf = (attempt: Attempt | null) =>
    attempt && "language" in attempt ? attempt.language : null;
  // What failed before she wrote again counts even where this answer is a good one: she had to ask twice.
  const failures = Math.max(countFailures(attempts), countFailures(last ? [...attempts, last] : attempts));
  if (rules.failedAttempts > 0 && failures >= rules.failedAttempts)
    return { reason: "failed-attempts", language: languageOf(last) };
  if (rules.onLowConfidence && last?.kind === "unsure")
    return { reason: "low-confidence", language: last.language };
  return null;
}

/** Failures in a row up to the newest attempt; what was stopped or declined neither counts nor breaks the row. */
function countFailures(attempts: readonly Attempt[]): number {
  const told = attempts.filter(({ kind }) => kind !== "stopped" && kind !== "declined");
  const lastGood = told.findLastIndex(({ kind }) => kind !== "failed" && kind !== "unsure");
  return told.length - 1 - lastGood;
}
