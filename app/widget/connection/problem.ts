import { later } from "../bring-later";
import type { Problem } from "./problem-kinds";

export type { Problem, ProblemKind, Result } from "./problem-kinds";

/** Null when the response is what was asked for: a success of the wanted type. Rejects where what tells does not arrive. */
export async function findProblem(response: Response, wantedType: string): Promise<Problem | null> {
  if (response.ok && response.headers.get("content-type")?.startsWith(wantedType)) return null;
  const { problemOf } = await later.bring();
  return problemOf(response);
}

/** The problem behind a fetch that threw. */
export function problemOfThrown(timedOut: boolean): Problem {
  if (timedOut) return { kind: "timeout" };
  return { kind: navigator.onLine === false ? "offline" : "unreachable" };
}
