/** Server-sent events as OpenAI's Chat Completions endpoint writes them. Usage is in tokens. */
export interface CompletionUsage {
  promptTokens: number;
  completionTokens: number;
  /** Of the prompt, those that came from the provider's cache. */
  cachedTokens?: number;
}

export interface ScriptedToolCall {
  name: string;
  /** An object is sent as JSON; a string as it stands, so that it may be broken. */
  arguments: Record<string, unknown> | string;
  id?: string;
}

export type FinishReason = "stop" | "tool_calls" | "length" | "content_filter";

export interface Completion {
  id: string;
  model: string;
}

export const event = (data: unknown): string => `data: ${JSON.stringify(data)}\n\n`;

export const chunk = (
  { id, model }: Completion,
  delta: unknown,
  finishReason: string | null = null,
): string =>
  event({
    id,
    object: "chat.completion.chunk",
    created: 1_790_000_000,
    model,
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });

export const argumentsText = (call: ScriptedToolCall): string =>
  typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);

export const callId = (completion: Completion, call: ScriptedToolCall, index: number): string =>
  call.id ?? `call_${completion.id.slice(-6)}_${index}`;

export const roleChunk = (completion: Completion): string =>
  chunk(completion, { role: "assistant", content: "" });
export const textChunk = (completion: Completion, text: string): string =>
  chunk(completion, { content: text });
export const finishChunk = (completion: Completion, reason: FinishReason): string =>
  chunk(completion, {}, reason);

/** Name and id first, then the arguments in pieces, as the vendor does. */
export function toolCallChunks(completion: Completion, calls: ScriptedToolCall[]): string[] {
  return calls.flatMap((call, index) => {
    const id = callId(completion, call, index);
    const head = { index, id, type: "function", function: { name: call.name, arguments: "" } };
    const pieces = argumentsText(call).match(/[\s\S]{1,12}/g) ?? [];
    return [
      chunk(completion, { tool_calls: [head] }),
      ...pieces.map((piece) =>
        chunk(completion, { tool_calls: [{ index, function: { arguments: piece } }] }),
      ),
    ];
  });
}

/** Sent last, without choices, and only to those who asked for `stream_options.include_usage`. */
export const usageChunk = ({ id, model }: Completion, usage: CompletionUsage): string =>
  event({
    id,
    object: "chat.completion.chunk",
    created: 1_790_000_000,
    model,
    choices: [],
    usage: toUsage(usage),
  });

export const DONE = "data: [DONE]\n\n";

export const toUsage = ({
  promptTokens,
  completionTokens,
  cachedTokens,
}: CompletionUsage): Record<string, unknown> => ({
  prompt_tokens: promptTokens,
  completion_tokens: completionTokens,
  total_tokens: promptTokens + completionTokens,
  ...(cachedTokens === undefined ? {} : { prompt_tokens_details: { cached_tokens: cachedTokens } }),
});
