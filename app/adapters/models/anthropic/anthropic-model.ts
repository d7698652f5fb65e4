import type { LanguageModel, ModelPart, ModelRequest } from "~/core/assistant/language-model";
import { VendorError } from "~/lib/errors";
import { type Following, followSignal } from "~/lib/follow-signal";
import { readRetryAfter } from "~/lib/retry-after";
import { convertRequest } from "./convert-request";
import { readEventData } from "./read-event-data";
import { readMessage } from "./read-message";

const BASE_URL = "https://api.anthropic.com";
const API_VERSION = "2023-06-01";

export interface AnthropicModelOptions {
  apiKey: string;
  /** The provider's own when absent; with or without its "/v1". */
  baseUrl?: string | undefined;
  model: string;
  fetch?: typeof globalThis.fetch;
}

/**
 * The Messages API. Anthropic has compatible Chat Completions too, but those cache no prompts, and most of what is sent
 * is the same again and again.
 */
export function createAnthropicModel(options: AnthropicModelOptions): LanguageModel {
  return {
    name: options.model,
    provider: "anthropic",
    async *stream(request, signal) {
      const following = followSignal(signal);
      try {
        const body = await following.untilAborted(send(options, request, following));
        yield* untilAborted(readMessage(readEventData(body)), following);
      } catch (error) {
        if (!signal.aborted) throw mapError(error);
      } finally {
        following.hangUp();
      }
    },
  };
}

async function send(
  { apiKey, baseUrl = BASE_URL, model, fetch = globalThis.fetch }: AnthropicModelOptions,
  request: ModelRequest,
  { signal }: Following,
): Promise<AsyncIterable<Uint8Array>> {
  const response = await fetch(`${baseUrl.replace(/\/+$/, "").replace(/\/v1$/, "")}/v1/messages`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-api-key": apiKey, "anthropic-version": API_VERSION },
    body: JSON.stringify(convertRequest(request, model)),
    signal,
  });
  const { ok, status, headers, body } = response;
  if (!ok)
    throw new VendorError("anthropic", `The answer was ${status}`, {
      status,
      retryAfterMs: readRetryAfter(headers),
    });
  if (!body || !headers.get("content-type")?.includes("text/event-stream"))
    throw new VendorError("anthropic", "The answer is no event stream");
  // Node's streams can be iterated; the DOM's types do not know.
  return body as unknown as AsyncIterable<Uint8Array>;
}

async function* untilAborted(
  parts: AsyncGenerator<ModelPart>,
  following: Following,
): AsyncGenerator<ModelPart> {
  for (;;) {
    const { done, value } = await following.untilAborted(parts.next());
    if (done) return;
    yield value;
  }
}

function mapError(error: unknown): VendorError {
  if (error instanceof VendorError) return error;
  const isUnread = error instanceof SyntaxError;
  return new VendorError("anthropic", isUnread ? "The answer could not be read" : "There was no answer", {
    cause: error,
  });
}
