import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import type { Source } from "~/core/conversation/turn-event";
import type { ToolName } from "~/core/settings/settings";
import { canUse, type Dialogue, type ToolResult } from "./dialogue";

export interface PlannedCall {
  name: ToolName;
  arguments: Record<string, unknown>;
}

/** What to do next in a turn: call tools, or answer and be done. */
export type Step =
  | { type: "call"; calls: PlannedCall[] }
  | { type: "reply"; text: string; suggestions: string[] };

/** The way from a kind of question to its answer, taken anew at every step of the turn: what was called is not called again. */
export type Skill = (dialogue: Dialogue) => Step;

/** What came of a call, with its data checked against the tool's own schema. */
export type Reading<Data> =
  | { status: "ok"; data: Data; sources: Source[] }
  | { status: "not-found"; data: unknown }
  | { status: "refused"; reason: string }
  | { status: "failed" };

/** Goes on with the results of the calls as soon as they are there. A tool that is turned off counts as refused. */
export function withResults(
  dialogue: Dialogue,
  calls: PlannedCall[],
  goOn: (results: ToolResult[]) => Step,
): Step {
  const missing = calls.filter((call) => canUse(dialogue, call.name) && !findResult(dialogue, call));
  if (missing.length > 0) return { type: "call", calls: missing };
  return goOn(calls.map((call) => findResult(dialogue, call) ?? turnedOff(call)));
}

function findResult(dialogue: Dialogue, call: PlannedCall): ToolResult | undefined {
  const wanted = withoutAbsent(call.arguments);
  return dialogue.results.find(
    (result) => result.name === call.name && isDeepStrictEqual(withoutAbsent(result.arguments), wanted),
  );
}

function withoutAbsent(record: Record<string, unknown>): unknown {
  return JSON.parse(JSON.stringify(record));
}

function turnedOff(call: PlannedCall): ToolResult {
  return { ...call, status: "refused", reason: "turned-off", data: null, sources: [] };
}

export function readAs<Schema extends z.ZodType>(
  result: ToolResult | undefined,
  schema: Schema,
): Reading<z.infer<Schema>> {
  switch (result?.status) {
    case "ok": {
      const parsed = schema.safeParse(result.data);
      return parsed.success
        ? { status: "ok", data: parsed.data, sources: result.sources }
        : { status: "failed" };
    }
    case "not-found":
      return { status: "not-found", data: result.data };
    case "refused":
      return { status: "refused", reason: result.reason ?? "not-permitted" };
    default:
      return { status: "failed" };
  }
}
