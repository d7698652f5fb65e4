import { VendorError } from "~/lib/errors";
import type { SyncProblem } from "./knowledge-sync";

export function isVendorStatus(error: unknown, ...statuses: number[]): boolean {
  return error instanceof VendorError && error.status !== null && statuses.includes(error.status);
}

/** What the merchant is told about a failure. */
export function problemOf(error: unknown): SyncProblem {
  if (!(error instanceof VendorError)) return "unexpected";
  if (isVendorStatus(error, 401, 403)) return "no-access";
  if (error.status === 429) return "throttled";
  return error.isRetryable ? "unreachable" : "unexpected";
}

/** The first is the wait after the first failure. */
const WAITS_MS = [2_000, 10_000, 30_000, 2 * 60_000, 10 * 60_000, 3600_000];

/** `failures`: in a row, this one included. Never sooner than the platform asked for. */
export function waitAfter(error: unknown, failures: number): number {
  const wait = WAITS_MS[Math.min(failures, WAITS_MS.length) - 1] ?? 0;
  const asked = error instanceof VendorError ? (error.retryAfterMs ?? 0) : 0;
  return Math.max(wait, asked);
}
