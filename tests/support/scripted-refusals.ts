import type { IncomingHttpHeaders } from "node:http";
import { findMessagesFault } from "./scripted-messages-fault";
import type { ChatMessage, RecordedRequest } from "./scripted-step";

/** Providers whose servers can be played. "any" is nobody's: it takes everything. */
export type ScriptedDialect = "any" | "openai" | "gemini" | "mistral" | "local" | "anthropic";

export interface Refusal {
  status: number;
  code: string;
  message: string;
}

type Body = RecordedRequest["body"];

/** A key that ends so is refused by every provider. */
export const WRONG_KEY = "wrong";

const COMMON = ["model", "messages", "stream", "tools", "tool_choice", "temperature"];
/** Fields that each knows; others are refused. */
const FIELDS: Partial<Record<ScriptedDialect, string[]>> = {
  openai: [
    ...COMMON,
    "max_tokens",
    "max_completion_tokens",
    "stream_options",
    "prompt_cache_key",
    "reasoning_effort",
  ],
  gemini: [...COMMON, "max_tokens", "max_completion_tokens", "stream_options", "reasoning_effort"],
  mistral: [...COMMON, "max_tokens", "random_seed", "safe_prompt"],
  local: [...COMMON, "max_tokens"],
  anthropic: ["model", "messages", "stream", "tools", "tool_choice", "max_tokens", "system", "metadata"],
};

const bad = (message: string, status = 400): Refusal => ({ status, code: "invalid_request_error", message });

/** What the provider would not take of this request; null when it would answer. */
export function refuseRequest(
  dialect: ScriptedDialect,
  headers: IncomingHttpHeaders,
  body: Body,
): Refusal | null {
  if (dialect === "any") return null;
  return refuseKey(dialect, headers) ?? refuseFields(dialect, body) ?? refuseContent(dialect, body);
}

function refuseKey(dialect: ScriptedDialect, headers: IncomingHttpHeaders): Refusal | null {
  if (dialect === "anthropic" && !headers["anthropic-version"])
    return bad("anthropic-version: header is required");
  const key = dialect === "anthropic" ? headers["x-api-key"] : headers.authorization?.replace("Bearer ", "");
  if (dialect === "local" || (key && !String(key).endsWith(WRONG_KEY))) return null;
  return dialect === "gemini"
    ? { status: 400, code: "api_key_invalid", message: "API key not valid. Please pass a valid API key." }
    : { status: 401, code: "authentication_error", message: "invalid key" };
}

function refuseFields(dialect: ScriptedDialect, body: Body): Refusal | null {
  const unknown = Object.keys(body).find((field) => !FIELDS[dialect]?.includes(field));
  if (unknown) return bad(`Extra inputs are not permitted: ${unknown}`, dialect === "mistral" ? 422 : 400);
  const isReasoning = dialect === "openai" && /^(o\d|gpt-5)/.test(body.model ?? "");
  if (isReasoning && "max_tokens" in body) return bad("Unsupported parameter: 'max_tokens'");
  if (isReasoning && "temperature" in body) return bad("Unsupported value: 'temperature'");
  if (dialect === "anthropic" && typeof body.max_tokens !== "number")
    return bad("max_tokens: Field required");
  return null;
}

function refuseContent(dialect: ScriptedDialect, body: Body): Refusal | null {
  const fault =
    dialect === "anthropic"
      ? findMessagesFault(body)
      : (findPairFault(body.messages) ?? findDialectFault(dialect, body));
  return fault === null ? null : bad(fault);
}

/** What every Chat Completions server insists on. */
function findPairFault(messages: ChatMessage[]): string | null {
  const open = new Set<string>();
  for (const message of messages) {
    if (message.role === "tool") {
      if (!open.delete(message.tool_call_id ?? ""))
        return "messages with role 'tool' must be a response to a preceding call";
      continue;
    }
    if (open.size > 0) return "An assistant message with 'tool_calls' must be followed by tool messages";
    for (const call of message.tool_calls ?? []) {
      if (open.has(call.id)) return "Duplicate tool call id";
      open.add(call.id);
      if (typeof JSON.parse(call.function.arguments) !== "object") return "arguments are no object";
    }
  }
  return open.size > 0 ? "tool calls without results" : null;
}

function findDialectFault(dialect: ScriptedDialect, { messages, tools = [] }: Body): string | null {
  const roles = messages.map(({ role }) => role);
  if (dialect === "openai") return null;
  if (roles.lastIndexOf("system") > 0) return "System message must be at the beginning.";
  if (dialect === "mistral") {
    if (roles.some((role, index) => role === "user" && roles[index - 1] === "tool"))
      return "Unexpected role 'user' after role 'tool'";
    if (!["user", "tool"].includes(roles.at(-1) ?? "")) return "Expected last role User or Tool";
    const ids = messages.flatMap(({ tool_calls = [] }) => tool_calls.map(({ id }) => id));
    if (ids.some((id) => !/^[a-zA-Z0-9]{9}$/.test(id)))
      return "Tool call id must be a-z, A-Z, 0-9, with a length of 9.";
  }
  if (dialect === "gemini") {
    const unsigned = messages.some(({ tool_calls: [first] = [] }) => first && !signatureOf(first));
    if (unsigned) return "Function call is missing a thought_signature in functionCall parts.";
    if (
      tools.some((tool) =>
        /"(\$schema|additionalProperties|exclusiveMinimum|const)":/.test(JSON.stringify(tool)),
      )
    )
      return "Invalid JSON payload received. Unknown name in schema";
  }
  return null;
}

function signatureOf(call: object): string | undefined {
  return (call as { extra_content?: { google?: { thought_signature?: string } } }).extra_content?.google
    ?.thought_signature;
}
