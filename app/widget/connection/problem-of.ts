import type { Problem, ProblemKind } from "./problem-kinds";

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

/** What a response means that is not what was asked for. */
export function problemOf(response: Response): Problem {
  const type = response.headers.get("content-type") ?? "";
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
