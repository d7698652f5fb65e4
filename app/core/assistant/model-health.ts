import { VendorError } from "~/lib/errors";

/** Failures in a row after which a model rests. */
const FAILURES = 3;
const REST_MS = 15_000;
const LONGEST_REST_MS = 120_000;

/** Spares shoppers the wait for a model that just failed: one that fails again and again rests for a while. */
export interface ModelHealth {
  isUsable(model: string): boolean;
  recordSuccess(model: string): void;
  recordFailure(model: string, error: unknown): void;
}

export function createModelHealth(now: () => number = Date.now): ModelHealth {
  const failures = new Map<string, { count: number; restsUntil: number }>();
  return {
    isUsable: (model) => (failures.get(model)?.restsUntil ?? 0) <= now(),
    recordSuccess: (model) => void failures.delete(model),
    recordFailure(model, error) {
      const count = (failures.get(model)?.count ?? 0) + 1;
      // The vendor knows best when to come back; after its rest, one turn tries the model again.
      const asked = error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
      const rest = Math.max(count >= FAILURES ? REST_MS : 0, Math.min(asked, LONGEST_REST_MS));
      failures.set(model, { count, restsUntil: now() + rest });
    },
  };
}
