import OpenAI from "openai";
import type { LanguageModel, ModelPart, ModelRequest } from "~/core/assistant/language-model";
import type { ProviderId } from "~/core/assistant/providers";
import type { VendorError } from "~/lib/errors";
import { type Following, followSignal } from "~/lib/follow-signal";
import { convertToMessages } from "./convert-to-messages";
import type { Dialect } from "./dialect";
import { dialectOf, plainDialect } from "./dialects";
import { mapError } from "./map-error";
import { prepareTools } from "./prepare-tools";
import { readChunks } from "./read-chunks";

export interface OpenAiModelOptions {
  provider: Exclude<ProviderId, "anthropic">;
  apiKey: string;
  /** The provider's own when absent; `compatible` needs one, such as http://localhost:11434/v1. */
  baseUrl?: string | undefined;
  model: string;
  fetch?: typeof globalThis.fetch;
}

/** Chat Completions, the one protocol that nearly every provider speaks, each in its dialect. */
export function createOpenAiModel(options: OpenAiModelOptions): LanguageModel {
  const { provider, model } = options;
  let dialect = dialectOf(provider);
  const client = createClient(options, dialect);

  async function* stream(request: ModelRequest, following: Following): AsyncGenerator<ModelPart> {
    const create = () =>
      following.untilAborted(
        client.chat.completions.create(
          { ...prepareBody(request, model, dialect), model, stream: true },
          { signal: following.signal },
        ),
      );
    const chunks = await create().catch((error: unknown) => {
      const failure = mapError(error, dialect);
      if (!isMisunderstood(failure, dialect)) throw failure;
      // Remembered: this endpoint wants it plain from now on.
      dialect = plainDialect;
      return create();
    });
    yield* readChunks(chunks, request, provider, following);
  }

  return {
    name: model,
    provider,
    async *stream(request, signal) {
      const following = followSignal(signal);
      try {
        yield* stream(request, following);
      } catch (error) {
        if (!signal.aborted) throw mapError(error, dialect);
      } finally {
        following.hangUp();
      }
    },
  };
}

function createClient({ apiKey, baseUrl, fetch = globalThis.fetch }: OpenAiModelOptions, dialect: Dialect) {
  return new OpenAI({
    // An endpoint of one's own may want no key, but the library wants one.
    apiKey: apiKey || "none",
    baseURL: baseUrl ?? dialect.baseUrl,
    maxRetries: 0,
    // The library would print what it cannot parse, shoppers' words included.
    logLevel: "off",
    fetch: dialect.wrapFetch ? dialect.wrapFetch(fetch) : fetch,
  });
}

function prepareBody(request: ModelRequest, model: string, dialect: Dialect) {
  return {
    messages: convertToMessages(request, dialect),
    ...prepareTools(request, dialect),
    ...dialect.describeLimits(request, model),
  };
}

/** Nobody knows what an unknown endpoint understands until it says that it does not. */
function isMisunderstood({ status }: VendorError, { provider }: Dialect): boolean {
  return provider === "compatible" && (status === 400 || status === 422);
}
