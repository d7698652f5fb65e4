import type { ModelPart, ModelUsage, ToolCall } from "~/core/assistant/language-model";
import { VendorError } from "~/lib/errors";
import { type MessageEvent, messageEventSchema, type VendorUsage } from "./events";

/** The status that an error amid the stream would have had before it. */
const STATUS_OF: Record<string, number> = {
  invalid_request_error: 400,
  authentication_error: 401,
  billing_error: 402,
  permission_error: 403,
  not_found_error: 404,
  request_too_large: 413,
  rate_limit_error: 429,
  api_error: 500,
  overloaded_error: 529,
};
const ANSWERED = 200;

type FinishReason = Extract<ModelPart, { type: "finish" }>["reason"];

const REASONS: Record<string, FinishReason> = {
  end_turn: "stop",
  stop_sequence: "stop",
  tool_use: "tool-calls",
  max_tokens: "length",
  model_context_window_exceeded: "length",
  refusal: "content-filter",
};

/** The parts of one answer, from the data of its events. Rejects with VendorError where it is none. */
export async function* readMessage(data: AsyncIterable<string>): AsyncGenerator<ModelPart> {
  const calls = new Map<number, ToolCall>();
  const counts: VendorUsage = {};
  let stopReason: string | null = null;
  let hasText = false;
  let isWhole = false;
  for await (const event of readEvents(data)) {
    if (event.type === "error")
      throw new VendorError("anthropic", "The answer ended in an error", {
        status: STATUS_OF[event.error.type] ?? null,
      });
    if (event.type === "message_start") Object.assign(counts, present(event.message.usage));
    else if (event.type === "content_block_start") {
      const { type, id, name } = event.content_block;
      if (type === "tool_use" && name)
        calls.set(event.index, { id: id ?? `call_${event.index}`, name, arguments: "" });
      yield { type: "working" };
    } else if (event.type === "content_block_delta") {
      const { text, partial_json } = event.delta;
      const call = calls.get(event.index);
      if (call && partial_json) call.arguments += partial_json;
      if (event.delta.type !== "text_delta" || !text) yield { type: "working" };
      else {
        hasText = true;
        yield { type: "text-delta", text };
      }
    } else if (event.type === "message_delta") {
      stopReason = event.delta.stop_reason ?? stopReason;
      Object.assign(counts, present(event.usage));
    } else isWhole = true;
  }
  if (!isWhole || stopReason === null)
    throw new VendorError("anthropic", "The stream ended before the answer did");
  const reason = REASONS[stopReason] ?? "stop";
  if (!hasText && calls.size === 0 && reason !== "content-filter")
    throw new VendorError("anthropic", "The answer was empty", { status: ANSWERED });
  for (const call of calls.values()) yield { type: "tool-call", call };
  yield { type: "finish", reason, usage: mapUsage(counts) };
}

/** What is no JSON breaks the answer; kinds of events that are not known are passed over, as the provider asks. */
async function* readEvents(data: AsyncIterable<string>): AsyncGenerator<MessageEvent> {
  for await (const text of data) {
    const event = messageEventSchema.safeParse(JSON.parse(text));
    if (event.success) yield event.data;
  }
}

/** Later counts are whole counts, and leave out what they do not repeat. */
function present(usage: VendorUsage | undefined): VendorUsage {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, count]) => typeof count === "number"));
}

/** `input_tokens` are those that were neither read from the cache nor written into it. */
function mapUsage(counts: VendorUsage): ModelUsage {
  const cached = counts.cache_read_input_tokens ?? 0;
  const written = counts.cache_creation_input_tokens ?? 0;
  return {
    inputTokens: (counts.input_tokens ?? 0) + cached + written,
    cachedInputTokens: cached,
    cacheWriteTokens: written,
    outputTokens: counts.output_tokens ?? 0,
  };
}
