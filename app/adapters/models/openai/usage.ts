import type { ModelRequest, ModelUsage, ToolCall } from "~/core/assistant/language-model";

interface VendorUsage {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number | null } | null;
}

export function mapUsage(usage: VendorUsage | null | undefined): ModelUsage | null {
  if (typeof usage?.prompt_tokens !== "number") return null;
  return {
    inputTokens: usage.prompt_tokens,
    cachedInputTokens: usage.prompt_tokens_details?.cached_tokens ?? 0,
    outputTokens: usage.completion_tokens ?? 0,
  };
}

/** For endpoints that do not count: about four characters a token. */
export function estimateUsage(request: ModelRequest, text: string, calls: ToolCall[]): ModelUsage {
  const asked = [request.system, ...request.messages.map((message) => JSON.stringify(message))].join("");
  const answered = [text, ...calls.map((call) => call.name + call.arguments)].join("");
  return {
    inputTokens: Math.ceil(asked.length / 4),
    cachedInputTokens: 0,
    outputTokens: Math.ceil(answered.length / 4),
  };
}
