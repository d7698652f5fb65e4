import type { ProviderId } from "~/core/assistant/providers";
import { VendorError } from "~/lib/errors";
import type { Dialect } from "./dialect";
import { geminiDialect } from "./gemini-dialect";

/** Tokens on top of the answer's own for models that think first: the bound counts both. */
const THINKING_TOKENS = 1_500;

const openai: Dialect = {
  provider: "openai",
  baseUrl: "https://api.openai.com/v1",
  takesSystemAnywhere: true,
  takesToolChoiceNone: true,
  createCallId: (message, call) => `call_${message}_${call}`,
  describeLimits(request, model) {
    const isReasoning = /^(o\d|gpt-[5-9](?!.*-chat))/.test(model);
    return {
      // The newer models refuse max_tokens; reasoning ones refuse a temperature, so nobody gets one.
      max_completion_tokens: request.maxOutputTokens + (isReasoning ? THINKING_TOKENS : 0),
      ...(isReasoning && !model.includes("-pro") ? { reasoning_effort: "low" } : {}),
      prompt_cache_key: request.cacheKey,
      stream_options: { include_usage: true },
    };
  },
  // Out of money is told as too many requests, but waiting does not help.
  refineError: (error, body) =>
    fieldOf(body, "code") === "insufficient_quota" || fieldOf(body, "type") === "insufficient_quota"
      ? new VendorError(error.vendor, error.message, { status: 402, cause: error.cause })
      : error,
};

const mistral: Dialect = {
  provider: "mistral",
  baseUrl: "https://api.mistral.ai/v1",
  takesSystemAnywhere: false,
  takesToolChoiceNone: true,
  // Nine letters and digits, nothing else: https://docs.mistral.ai/capabilities/function_calling
  createCallId: (message, call) => `c${String(message).padStart(5, "0")}${String(call).padStart(3, "0")}`,
  // Fields that it does not know are refused: no stream_options (usage comes anyway), no prompt_cache_key.
  describeLimits: (request) => ({ max_tokens: request.maxOutputTokens }),
};

/** Ollama, vLLM, LM Studio, OpenRouter and whoever else: only what all of them know. */
const compatible: Dialect = {
  provider: "compatible",
  baseUrl: undefined,
  takesSystemAnywhere: true,
  takesToolChoiceNone: false,
  createCallId: (message, call) => `call_${message}_${call}`,
  describeLimits: (request) => ({
    max_tokens: request.maxOutputTokens,
    stream_options: { include_usage: true },
  }),
};

/** For endpoints that refuse even that: some chat templates know one system message, some servers no options. */
export const plainDialect: Dialect = {
  ...compatible,
  takesSystemAnywhere: false,
  describeLimits: (request) => ({ max_tokens: request.maxOutputTokens }),
};

const DIALECTS = { openai, gemini: geminiDialect, mistral, compatible };

export const dialectOf = (provider: Exclude<ProviderId, "anthropic">): Dialect => DIALECTS[provider];

function fieldOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? (body as Record<string, unknown>)[name] : undefined;
}
