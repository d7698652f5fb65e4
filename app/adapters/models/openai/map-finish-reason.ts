import type { ModelPart } from "~/core/assistant/language-model";

type FinishReason = Extract<ModelPart, { type: "finish" }>["reason"];

/**
 * Providers write this word in their own ways, and some say "stop" although the answer is tool calls. Null: it ended in
 * an error, such as Gemini's MALFORMED_FUNCTION_CALL.
 */
export function mapFinishReason(reason: string, hasToolCalls: boolean): FinishReason | null {
  const word = reason.toLowerCase();
  if (/filter|safety|prohibited|recitation|blocklist|spii|refusal/.test(word)) return "content-filter";
  if (/malformed|error/.test(word)) return null;
  if (/length|max_tokens/.test(word)) return "length";
  return hasToolCalls ? "tool-calls" : "stop";
}
