import type { ModelMessage, ToolCall } from "./language-model";
import { trimResult } from "./trim-result";

export interface AnsweredCall {
  /** Unique in the conversation. */
  id: string;
  call: ToolCall;
  /** JSON of an object. */
  arguments: string;
  /** JSON, no longer than a model needs. */
  result: string;
}

export type PairedMessage =
  | { role: "shopper"; text: string }
  /** Never without text and without calls. */
  | { role: "assistant"; text: string; calls: AnsweredCall[] };

type ToolMessage = Extract<ModelMessage, { role: "tool" }>;

/**
 * The messages with each call beside its result. Vendors refuse a call without a result, a result without a call and
 * arguments that are no JSON, so none of them is left; ids are given anew, since some models reuse theirs.
 * @param createId from the message's and the call's place
 */
export function pairCalls(
  messages: readonly ModelMessage[],
  createId: (message: number, call: number) => string,
): PairedMessage[] {
  return messages.flatMap((message, index): PairedMessage[] => {
    if (message.role === "tool") return [];
    if (message.role === "shopper") return [{ role: "shopper", text: message.text }];
    const results = resultsAfter(index, messages);
    const calls = message.toolCalls.flatMap((call, position): AnsweredCall[] => {
      const result = results.find(({ callId }) => callId === call.id);
      if (!result) return [];
      const written = isObject(call.arguments) ? call.arguments : "{}";
      return [
        { id: createId(index, position), call, arguments: written, result: trimResult(result.content) },
      ];
    });
    return message.text === "" && calls.length === 0
      ? []
      : [{ role: "assistant", text: message.text, calls }];
  });
}

/** The tool messages that directly follow. */
function resultsAfter(index: number, messages: readonly ModelMessage[]): ToolMessage[] {
  const rest = messages.slice(index + 1);
  const end = rest.findIndex(({ role }) => role !== "tool");
  return rest.slice(0, end < 0 ? rest.length : end).filter((message) => message.role === "tool");
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
