import type { z } from "zod";

export interface SettingsProblem {
  code: "empty" | "too-long" | "too-many" | "line-too-long" | "not-an-email" | "invalid";
  limit?: number;
  line?: number;
}

/** What is wrong with settings, a problem a field and in codes: the words are the admin's. */
export function describeProblems(error: z.ZodError): Record<string, SettingsProblem> {
  const first = new Map<string, SettingsProblem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    if (!first.has(field)) first.set(field, describeIssue(issue, field));
  }
  return Object.fromEntries(first);
}

function describeIssue(issue: z.core.$ZodIssue, field: string): SettingsProblem {
  const index = issue.path[1];
  if (field === "handoverEmail") return { code: "not-an-email" };
  if (field === "ceilings") return { code: "invalid" };
  if (issue.code === "too_small") return { code: "empty" };
  if (issue.code !== "too_big") return { code: "invalid" };
  const limit = Number(issue.maximum);
  if (issue.origin === "array") return { code: "too-many", limit };
  return typeof index === "number"
    ? { code: "line-too-long", limit, line: index + 1 }
    : { code: "too-long", limit };
}
