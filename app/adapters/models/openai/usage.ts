import { estimateTokens } from "~/core/assistant/estimate-tokens";
import type { ModelRequest, ModelUsage, ToolCall } from "~/core/assistant/language-model";

/** Tokens as endpoints count them. Where cached ones stand differs: OpenAI and Google, DeepSeek, Mistral. */
interface VendorUsage {
  prompt_tokens?: number;
  completion_tokens?: number;
  prompt_tokens_details?: { cached_tokens?: number | null } | null;
  prompt_cache_hit_tokens?: number;
  num_cached_tokens?: number | null;
}

export function mapUsage(usage: VendorUsage | null | undefined): ModelUsage | null {
  if (typeof usage?.prompt_tokens !== "number") return null;
  const cached =
    usage.prompt_tokens_details?.cached_tokens ??
    usage.prompt_cache_hit_tokens ??
    usage.num_cached_tokens ??
    0;
  return {
    inputTokens: usage.prompt_tokens,
    cachedInputTokens: Math.min(cached, usage.prompt_tokens),
    outputTokens: usage.completion_tokens ?? 0,
  };
}

/** For endpoints that do not count. */
export function estimateUsage(request: ModelRequest, text: string, calls: ToolCall[]): ModelUsage {
  const asked = [request.system, ...request.messages.map((message) => JSON.stringify(message))].join("");
  const answered = [text, ...calls.map((call) => call.name + call.arguments)].join("");
  return {
    inputTokens: estimateTokens(asked),
    cachedInputTokens: 0,
    outputTokens: estimateTokens(answered),
  };
}
