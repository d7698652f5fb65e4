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

/** Null when the response is what was asked for: a success of the wanted type. Rejects where what tells does not arrive. */
export async function findProblem(response: Response, wantedType: string): Promise<Problem | null> {
  if (response.ok && response.headers.get("content-type")?.startsWith(wantedType)) return null;
  const { problemOf } = await import("./problem-of");
  return problemOf(response);
}

/** The problem behind a fetch that threw. */
export function problemOfThrown(timedOut: boolean): Problem {
  if (timedOut) return { kind: "timeout" };
  return { kind: navigator.onLine === false ? "offline" : "unreachable" };
}
