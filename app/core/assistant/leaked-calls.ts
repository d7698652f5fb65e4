import { parseLenientJson } from "./parse-lenient-json";
import { repairArguments, resolveToolName } from "./repair-call";

/** A tool call that a model wrote into its text. */
export interface LeakedCall {
  name: string;
  /** JSON. */
  arguments: string;
}

/** How far behind a tool's name its arguments may begin. */
const MAX_GAP = 60;
const KEYWORD = /([A-Za-z_]\w*)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^\s,()]+)/g;
/** `<parameter name="query">boots</parameter>` and its kin. */
const PARAMETER = /<parameter(?:\s+name)?=["']?(\w+)["']?>([\s\S]*?)<\/parameter>/g;
const ARGUMENT_PAIR = /<arg_key>([\s\S]*?)<\/arg_key>\s*<arg_value>([\s\S]*?)<\/arg_value>/g;

/** The calls of offered tools that stand in a text, in the forms in which models are known to write them. */
export function findLeakedCalls(text: string, toolNames: readonly string[]): LeakedCall[] {
  const described = readJsonValues(text).flatMap((value) => readDescribedCalls(value, toolNames));
  return described.length > 0 ? described : readNamedCalls(text, toolNames);
}

/** Every outermost object or list. */
export function readJsonValues(text: string): unknown[] {
  const values: unknown[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== "{" && text[at] !== "[") continue;
    const parsed = parseLenientJson(text, at);
    if (parsed === null) continue;
    values.push(parsed.value);
    at = parsed.end - 1;
  }
  return values;
}

/** `{"name": "search_products", "arguments": {...}}`, alone, in a list, or as a provider's `tool_calls`. */
function readDescribedCalls(value: unknown, toolNames: readonly string[]): LeakedCall[] {
  if (Array.isArray(value)) return value.flatMap((item) => readDescribedCalls(item, toolNames));
  if (typeof value !== "object" || value === null) return [];
  const fields = value as Record<string, unknown>;
  if (Array.isArray(fields.tool_calls)) return readDescribedCalls(fields.tool_calls, toolNames);
  if (typeof fields.function === "object" && fields.function !== null)
    return readDescribedCalls(fields.function, toolNames);
  const written = fields.name ?? fields.tool ?? fields.tool_name ?? fields.function ?? fields.action;
  const name = typeof written === "string" ? resolveToolName(written, toolNames) : null;
  if (name === null) return [];
  const given = fields.arguments ?? fields.parameters ?? fields.args ?? fields.input ?? fields.action_input;
  return [
    { name, arguments: repairArguments(typeof given === "string" ? given : JSON.stringify(given ?? {})) },
  ];
}

/** A tool's name and its arguments behind it: JSON, keywords as in code, or tags. */
function readNamedCalls(text: string, toolNames: readonly string[]): LeakedCall[] {
  const names = toolNames.map(toPattern).join("|");
  if (names === "") return [];
  const mentions = [...text.matchAll(new RegExp(`(?<![A-Za-z0-9_])(${names})(?![A-Za-z0-9_])`, "g"))];
  return mentions.flatMap((mention, position) => {
    const start = mention.index + mention[0].length;
    const own = text.slice(start, mentions[position + 1]?.index);
    const given = readArguments(own);
    return given === null ? [] : [{ name: mention[0], arguments: given }];
  });
}

function readArguments(text: string): string | null {
  const brace = text.indexOf("{");
  const parsed = brace >= 0 && brace <= MAX_GAP ? parseLenientJson(text, brace) : null;
  if (parsed) return JSON.stringify(parsed.value);
  const pairs = [...text.matchAll(PARAMETER), ...text.matchAll(ARGUMENT_PAIR)];
  if (pairs.length > 0) return writeArguments(pairs);
  const [, keywords] = /^\(([^()]*)\)/.exec(text) ?? [];
  return keywords === undefined ? null : writeArguments([...keywords.matchAll(KEYWORD)]);
}

function writeArguments(pairs: RegExpMatchArray[]): string {
  return JSON.stringify(
    Object.fromEntries(pairs.map(([, key = "", written = ""]) => [key.trim(), readWritten(written.trim())])),
  );
}

function readWritten(written: string): unknown {
  const parsed = parseLenientJson(written);
  return parsed && parsed.end === written.length ? parsed.value : written;
}

const toPattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
