/** Why an exchange with the app failed, as far as the shopper's next step depends on it. */
export type ProblemKind =
  | "offline"
  | "unreachable"
  | "timeout"
  /** Something between us and the app answered in its place. */
  | "not-ours"
  /** The storefront asks for its password first. */
  | "password"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "too-long"
  | "rate-limited"
  | "unavailable"
  | "failed";

export interface Problem {
  kind: ProblemKind;
  retryAfterSeconds?: number;
}

export type Result<T> = { status: "ok"; value: T } | { status: "failed"; problem: Problem };
