import OpenAI from "openai";
import type { ChatCompletionChunk } from "openai/resources/chat/completions";
import type { LanguageModel, ModelPart, ModelRequest } from "~/core/assistant/language-model";
import { VendorError } from "~/lib/errors";
import { convertToMessages } from "./convert-to-messages";
import { mapError } from "./map-error";
import { mapFinishReason } from "./map-finish-reason";
import { prepareTools } from "./prepare-tools";
import { createToolCallAssembly } from "./tool-call-assembly";
import { estimateUsage, mapUsage } from "./usage";

export interface OpenAiModelOptions {
  apiKey: string;
  /** Of any compatible endpoint, such as http://localhost:11434/v1; OpenAI's own when absent. */
  baseUrl?: string | undefined;
  model: string;
  fetch?: typeof globalThis.fetch;
}

/** Chat Completions, the one protocol that every provider's compatible endpoint speaks. */
export function createOpenAiModel({ apiKey, baseUrl, model, fetch }: OpenAiModelOptions): LanguageModel {
  const client = new OpenAI({
    apiKey,
    baseURL: baseUrl,
    maxRetries: 0,
    // The library would print what it cannot parse, shoppers' words included.
    logLevel: "off",
    ...(fetch ? { fetch } : {}),
  });
  return {
    name: model,
    async *stream(request, signal) {
      const caller = followSignal(signal);
      try {
        const chunks = await caller.untilAborted(
          client.chat.completions.create(
            {
              ...prepareBody(request, baseUrl),
              model,
              stream: true,
              stream_options: { include_usage: true },
            },
            { signal: caller.signal },
          ),
        );
        yield* readParts(chunks, request, caller);
      } catch (error) {
        if (!signal.aborted) throw mapError(error);
      } finally {
        caller.hangUp();
      }
    },
  };
}

function prepareBody(request: ModelRequest, baseUrl: string | undefined) {
  const tools = prepareTools(request.tools);
  return {
    messages: convertToMessages(request),
    ...(tools.length > 0 ? { tools } : {}),
    [isOpenAi(baseUrl) ? "max_completion_tokens" : "max_tokens"]: request.maxOutputTokens,
  };
}

/** OpenAI's newer models refuse max_tokens; other endpoints may know nothing else. */
function isOpenAi(baseUrl: string | undefined): boolean {
  return !baseUrl || new URL(baseUrl).hostname.endsWith("openai.com");
}

async function* readParts(
  chunks: AsyncIterable<ChatCompletionChunk>,
  request: ModelRequest,
  caller: Caller,
): AsyncGenerator<ModelPart> {
  const calls = createToolCallAssembly();
  const iterator = chunks[Symbol.asyncIterator]();
  let usage: ReturnType<typeof mapUsage> = null;
  let finishReason: string | null = null;
  let text = "";
  for (;;) {
    const { done, value: chunk } = await caller.untilAborted(iterator.next());
    if (done) break;
    usage = mapUsage(chunk.usage) ?? usage;
    const [choice] = chunk.choices ?? [];
    finishReason = choice?.finish_reason ?? finishReason;
    calls.add(choice?.delta?.tool_calls ?? []);
    const delta = choice?.delta?.content;
    if (!delta) continue;
    text += delta;
    yield { type: "text-delta", text: delta };
  }
  // An aborted stream of the library ends quietly.
  if (caller.signal.aborted) return;
  if (finishReason === null) throw new VendorError("openai", "The stream ended before the answer did");
  const made = calls.finish();
  if (text === "" && made.length === 0) throw new VendorError("openai", "The answer was empty");
  for (const call of made) yield { type: "tool-call", call };
  yield {
    type: "finish",
    reason: mapFinishReason(finishReason, made.length > 0),
    usage: usage ?? estimateUsage(request, text, made),
  };
}

interface Caller {
  signal: AbortSignal;
  /** The promise's outcome, or a rejection as soon as the signal aborts, even if the vendor's client takes its time. */
  untilAborted<T>(promise: PromiseLike<T>): Promise<T>;
  /** Ends the request, whoever stopped reading. */
  hangUp(): void;
}

function followSignal(signal: AbortSignal): Caller {
  const controller = new AbortController();
  let rejectAborted: (reason: unknown) => void = () => {};
  const aborted = new Promise<never>((_, reject) => {
    rejectAborted = reject;
  });
  // Nobody may be waiting when it rejects.
  aborted.catch(() => undefined);
  const abort = () => {
    controller.abort();
    rejectAborted(signal.reason);
  };
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort, { once: true });
  return {
    signal: controller.signal,
    untilAborted: (promise) => Promise.race([promise, aborted]),
    hangUp() {
      signal.removeEventListener("abort", abort);
      controller.abort();
    },
  };
}
