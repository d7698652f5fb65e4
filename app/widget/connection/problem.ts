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

const BY_STATUS: Record<number, ProblemKind> = {
  401: "unauthorized",
  403: "forbidden",
  404: "not-found",
  409: "conflict",
  413: "too-long",
  429: "rate-limited",
  503: "unavailable",
};

const GATEWAY_TIMEOUTS = [408, 504, 524];

/** Null when the response is what was asked for: a success of the wanted type. */
export function problemOf(response: Response, wantedType: string): Problem | null {
  const type = response.headers.get("content-type") ?? "";
  if (response.ok && type.startsWith(wantedType)) return null;
  if (response.redirected && new URL(response.url).pathname.endsWith("/password"))
    return { kind: "password" };
  if (GATEWAY_TIMEOUTS.includes(response.status)) return { kind: "timeout" };
  if (!type.startsWith("application/json")) return { kind: "not-ours" };
  const retryAfter = Number.parseInt(response.headers.get("retry-after") ?? "", 10);
  return {
    kind: BY_STATUS[response.status] ?? "failed",
    ...(retryAfter > 0 && { retryAfterSeconds: retryAfter }),
  };
}

/** The problem behind a fetch that threw. */
export function problemOfThrown(timedOut: boolean): Problem {
  if (timedOut) return { kind: "timeout" };
  return { kind: navigator.onLine === false ? "offline" : "unreachable" };
}
