import { argumentsText, type FinishReason } from "./chat-completion-stream";
import type { ScriptedVoice } from "./scripted-voice";

const STOP_REASONS: Record<FinishReason, string> = {
  stop: "end_turn",
  tool_calls: "tool_use",
  length: "max_tokens",
  content_filter: "refusal",
};

const event = (data: { type: string } & Record<string, unknown>): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

/** Anthropic's Messages. Counts come in two parts: what was read first, what was written at the end. */
export const anthropicVoice: ScriptedVoice = {
  path: "/v1/messages",
  start: ({ id, model }) =>
    event({
      type: "message_start",
      message: {
        id,
        type: "message",
        role: "assistant",
        content: [],
        model,
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    }) +
    event({ type: "content_block_start", index: 0, content_block: { type: "text", text: "" } }) +
    event({ type: "ping" }),
  text: (_, text) => event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  calls: ({ id }, calls) =>
    calls.map((call, position) => {
      const index = position + 1;
      const pieces = argumentsText(call) === "{}" ? [""] : (argumentsText(call).match(/[\s\S]{1,12}/g) ?? []);
      return [
        event({
          type: "content_block_start",
          index,
          content_block: { type: "tool_use", id: `toolu_${id}_${index}`, name: call.name, input: {} },
        }),
        ...pieces.map((partial_json) =>
          event({ type: "content_block_delta", index, delta: { type: "input_json_delta", partial_json } }),
        ),
        event({ type: "content_block_stop", index }),
      ].join("");
    }),
  end: (_, finish, { promptTokens, completionTokens, cachedTokens = 0 }) =>
    event({
      type: "message_delta",
      delta: { stop_reason: STOP_REASONS[finish], stop_sequence: null },
      usage: {
        input_tokens: promptTokens - cachedTokens,
        cache_read_input_tokens: cachedTokens,
        cache_creation_input_tokens: 0,
        output_tokens: completionTokens,
      },
    }) + event({ type: "message_stop" }),
  error: (_, code, message) => ({ type: "error", error: { type: code, message }, request_id: "req_1" }),
};
