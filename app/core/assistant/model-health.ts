import { VendorError } from "~/lib/errors";

/** Failures in a row after which a model rests; one that cost shoppers a long wait counts twice. */
const FAILURES = 3;
const REST_MS = 15_000;
const LONGEST_REST_MS = 120_000;
/** A key, a model's name or an account that the provider refuses is a person's to mend. */
const REFUSED_REST_MS = 15 * 60_000;
/** How long one turn tries a rested model alone, before another may try it too. */
const TRIAL_MS = 30_000;

export type ModelCondition =
  | { status: "well" }
  | {
      status: "resting" | "refused";
      until: number /** HTTP status, null where there was no answer. */;
      cause: number | null;
    };

/**
 * A circuit breaker for each model: spares shoppers the wait for one that just failed. A model that fails again and again
 * rests; after its rest one turn tries it, and the others wait for the outcome. What is the fault of one turn's content
 * rests nobody, so that no shopper can silence a model for the others. Keys are `LanguageModel.healthKey`.
 */
export interface ModelHealth {
  /** Whether it may be asked now. Whoever is admitted asks it, and records what came of it. */
  admit(key: string): boolean;
  recordSuccess(key: string): void;
  recordFailure(key: string, error: unknown): void;
  /** What an admin page tells. */
  conditionOf(key: string): ModelCondition;
}

interface Failures {
  count: number;
  restsUntil: number;
  triedUntil: number;
  isRefused: boolean;
  cause: number | null;
}

export function createModelHealth(now: () => number = Date.now): ModelHealth {
  const failures = new Map<string, Failures>();
  return {
    admit(key) {
      const known = failures.get(key);
      if (!known || (known.count < FAILURES && known.restsUntil <= now())) return true;
      if (known.restsUntil > now() || known.triedUntil > now()) return false;
      known.triedUntil = now() + TRIAL_MS;
      return true;
    },
    recordSuccess: (key) => void failures.delete(key),
    recordFailure(key, error) {
      const kind = kindOf(error);
      const before = failures.get(key);
      if (kind === "content") {
        // The provider is there: whoever tried it alone need not be waited for.
        if (before) before.triedUntil = 0;
        return;
      }
      const count = (before?.count ?? 0) + (isTimeout(error) ? 2 : 1);
      const vendor = error instanceof VendorError ? error : null;
      const asked = Math.min(vendor?.retryAfterMs ?? 0, LONGEST_REST_MS);
      const rest = kind === "refused" ? REFUSED_REST_MS : Math.max(count >= FAILURES ? REST_MS : 0, asked);
      failures.set(key, {
        count,
        restsUntil: now() + rest,
        triedUntil: 0,
        isRefused: kind === "refused",
        cause: vendor?.status ?? null,
      });
    },
    conditionOf(key) {
      const known = failures.get(key);
      if (!known || known.restsUntil <= now()) return { status: "well" };
      const { isRefused, restsUntil, cause } = known;
      return { status: isRefused ? "refused" : "resting", until: restsUntil, cause };
    },
  };
}

/** "content": what this turn said or asked was not to its liking. */
function kindOf(error: unknown): "outage" | "refused" | "content" {
  if (!(error instanceof VendorError)) return error === "content" ? "content" : "outage";
  if ([401, 402, 403, 404].includes(error.status ?? 0)) return "refused";
  return error.isRetryable ? "outage" : "content";
}

function isTimeout(error: unknown): boolean {
  return error === "deadline" || (error instanceof VendorError && error.status === 408);
}
