import type { ModelPart } from "~/core/assistant/language-model";

type FinishReason = Extract<ModelPart, { type: "finish" }>["reason"];

/** Some endpoints say "stop" although the answer is tool calls. */
export function mapFinishReason(reason: string, hasToolCalls: boolean): FinishReason {
  if (reason === "length") return "length";
  if (reason === "content_filter") return "content-filter";
  return hasToolCalls ? "tool-calls" : "stop";
}
