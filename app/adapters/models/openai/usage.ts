import type { ModelRequest, ToolCall } from "~/core/assistant/language-model";
import type { Usage } from "~/core/conversation/turn-event";

export function mapUsage(
  usage: { prompt_tokens?: number; completion_tokens?: number } | null | undefined,
): Usage | null {
  if (typeof usage?.prompt_tokens !== "number") return null;
  return { inputTokens: usage.prompt_tokens, outputTokens: usage.completion_tokens ?? 0 };
}

/** For endpoints that do not count: about four characters a token. */
export function estimateUsage(request: ModelRequest, text: string, calls: ToolCall[]): Usage {
  const asked = [request.system, ...request.messages.map((message) => JSON.stringify(message))].join("");
  const answered = [text, ...calls.map((call) => call.name + call.arguments)].join("");
  return { inputTokens: Math.ceil(asked.length / 4), outputTokens: Math.ceil(answered.length / 4) };
}
