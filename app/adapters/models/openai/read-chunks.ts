import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { ModelPart, ModelRequest, ModelUsage } from "~/core/assistant/language-model";
import { VendorError } from "~/lib/errors";
import type { Following } from "~/lib/follow-signal";
import { mapFinishReason } from "./map-finish-reason";
import { createToolCallAssembly } from "./tool-call-assembly";
import { estimateUsage, mapUsage } from "./usage";

/** The status of an answer that came and is of no use: no fault of the connection. */
const ANSWERED = 200;

/** The parts of one answer, from its chunks. */
export async function* readChunks(
  chunks: AsyncIterable<ChatCompletionChunk>,
  request: ModelRequest,
  provider: string,
  following: Following,
): AsyncGenerator<ModelPart> {
  const calls = createToolCallAssembly(provider);
  const iterator = chunks[Symbol.asyncIterator]();
  let usage: ModelUsage | null = null;
  let finishReason: string | null = null;
  let text = "";
  for (;;) {
    const { done, value: chunk } = await following.untilAborted(iterator.next());
    if (done) break;
    usage = mapUsage(chunk.usage) ?? usage;
    const [choice] = chunk.choices ?? [];
    finishReason = choice?.finish_reason ?? finishReason;
    const delta = readDelta(choice?.delta);
    calls.add(delta.calls);
    if (delta.text !== "") {
      text += delta.text;
      yield { type: "text-delta", text: delta.text };
    } else if (delta.isWorking) yield { type: "working" };
  }
  // An aborted stream of the library ends quietly.
  if (following.signal.aborted) return;
  if (finishReason === null) throw new VendorError(provider, "The stream ended before the answer did");
  const made = calls.finish();
  const reason = mapFinishReason(finishReason, made.length > 0);
  if (reason === null) throw new VendorError(provider, "The answer is an error", { status: ANSWERED });
  if (text === "" && made.length === 0 && reason !== "content-filter")
    throw new VendorError(provider, "The answer was empty", { status: ANSWERED });
  for (const call of made) yield { type: "tool-call", call };
  yield { type: "finish", reason, usage: usage ?? estimateUsage(request, text, made) };
}

type Delta = Partial<ChatCompletionChunk.Choice.Delta>;

function readDelta(delta: Delta | undefined) {
  const { reasoning_content, reasoning } = (delta ?? {}) as Record<string, unknown>;
  const calls = delta?.tool_calls ?? [];
  const content: unknown = delta?.content;
  const isThinking =
    Boolean(reasoning_content ?? reasoning) || (Array.isArray(content) && content.length > 0);
  return { text: readText(content), calls, isWorking: isThinking || calls.length > 0 };
}

/** Mistral's reasoning models send lists of chunks; those of type "thinking" are not for people. */
function readText(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { type?: unknown; text?: unknown }) =>
      part.type === "text" && typeof part.text === "string" ? part.text : "",
    )
    .join("");
}
