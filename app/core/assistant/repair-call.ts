import type { ToolCall } from "./language-model";
import { parseLenientJson } from "./parse-lenient-json";

const FENCE = /^```\w*\s*|\s*```$/g;
/** How often JSON may have been written into a string of JSON. */
const MAX_ENCODINGS = 3;

/** The call as the model plainly meant it: a name that is offered, arguments that are JSON. What is unclear stays as it is. */
export function repairCall(call: ToolCall, toolNames: readonly string[]): ToolCall {
  return {
    ...call,
    name: resolveToolName(call.name, toolNames) ?? call.name,
    arguments: repairArguments(call.arguments),
  };
}

/** The offered tool that is meant, also behind a namespace ("functions.") or in another spelling; null when there is none. */
export function resolveToolName(written: string, toolNames: readonly string[]): string | null {
  if (toolNames.includes(written)) return written;
  const bare = plain(
    written
      .replace(/<\|.*$/s, "")
      .split(/[.:/]/)
      .at(-1) ?? "",
  );
  return toolNames.find((name) => plain(name) === bare) ?? null;
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** JSON of one object, or the text unchanged where it is not clear which object is meant. */
export function repairArguments(written: string): string {
  const object = readObject(written, MAX_ENCODINGS);
  return object === null ? written : JSON.stringify(object);
}

function readObject(written: string, encodings: number): object | null {
  const text = written.trim().replace(FENCE, "").trim();
  if (text === "") return {};
  const parsed = parseLenientJson(text);
  if (parsed === null) return null;
  const rest = text.slice(parsed.end).trim().replace(/^;/, "");
  if (rest !== "") return joinObjects(parsed.value, rest, encodings);
  return toObject(parsed.value, encodings);
}

function toObject(value: unknown, encodings: number): object | null {
  if (value === null) return {};
  if (typeof value === "string") return encodings > 0 ? readObject(value, encodings - 1) : null;
  if (Array.isArray(value)) return value.length === 1 ? toObject(value[0], encodings) : null;
  return typeof value === "object" ? value : null;
}

/** Some models write their arguments twice, or an empty object before them. */
function joinObjects(first: unknown, rest: string, encodings: number): object | null {
  const second = readObject(rest, encodings);
  const before = toObject(first, 0);
  if (second === null || before === null) return null;
  const isRepeated = JSON.stringify(before) === JSON.stringify(second);
  return isRepeated || Object.keys(before).length === 0 ? second : null;
}
