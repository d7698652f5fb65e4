import { z } from "zod";
import type { EmbeddingModel } from "~/core/knowledge/embedding-model";
import { VendorError } from "~/lib/errors";
import { readRetryAfter } from "~/lib/retry-after";

export interface OpenAiEmbeddingOptions {
  apiKey: string;
  /** OpenAI's own when absent. */
  baseUrl?: string | undefined;
  model: string;
  dimensions?: number;
  fetch?: typeof globalThis.fetch;
}

const OPENAI = "https://api.openai.com/v1";
const VENDOR = "embeddings";
const MAX_CHARACTERS = 2_000;
/** Fewer than the models can give: enough to tell a shop's texts apart, and a sixth of the room. */
const DIMENSIONS = 512;
const ANSWER = z.object({
  data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })),
});

/** A provider's /embeddings endpoint, which OpenAI and most compatible servers have. */
export function createOpenAiEmbeddings(options: OpenAiEmbeddingOptions): EmbeddingModel {
  const { apiKey, baseUrl = OPENAI, model, dimensions = DIMENSIONS, fetch = globalThis.fetch } = options;

  async function ask(texts: string[], signal: AbortSignal): Promise<Response> {
    try {
      return await fetch(`${baseUrl}/embeddings`, {
        method: "POST",
        headers: { "content-type": "application/json", authorization: `Bearer ${apiKey || "none"}` },
        body: JSON.stringify({ model, input: texts, dimensions, encoding_format: "float" }),
        signal,
      });
    } catch (cause) {
      signal.throwIfAborted();
      throw new VendorError(VENDOR, "There was no answer", { cause });
    }
  }

  return {
    name: `${model}/${dimensions}`,
    dimensions,
    languages: null,
    async embed(texts, signal) {
      signal.throwIfAborted();
      if (texts.length === 0) return [];
      const response = await ask(texts.map(readable), signal);
      const body: unknown = await response.json().catch((cause: unknown) => {
        signal.throwIfAborted();
        throw new VendorError(VENDOR, "The answer could not be read", { status: failureOf(response), cause });
      });
      if (!response.ok)
        throw new VendorError(VENDOR, `The answer was ${response.status}`, {
          status: response.status,
          retryAfterMs: readRetryAfter(response.headers),
        });
      return readVectors(body, texts.length, dimensions);
    },
  };
}

/** A server that says "well" and sends nonsense is broken all the same. */
const failureOf = (response: Response) => (response.ok ? 502 : response.status);

function readable(text: string): string {
  const clean = text.slice(0, MAX_CHARACTERS).replace(/[\ud800-\udfff\0]/gu, " ");
  return clean.trim() === "" ? "." : clean;
}

function readVectors(body: unknown, count: number, dimensions: number): Float32Array[] {
  const parsed = ANSWER.safeParse(body);
  if (!parsed.success) throw new VendorError(VENDOR, "The answer could not be read", { status: 502 });
  const byIndex = new Map(parsed.data.data.map(({ index, embedding }) => [index, embedding]));
  return Array.from({ length: count }, (_, index) => {
    const vector = byIndex.get(index);
    if (vector?.length !== dimensions)
      throw new VendorError(VENDOR, "The answer has not the vectors that were asked for", { status: 502 });
    return unit(vector);
  });
}

/** Shortened vectors of some servers are not of length 1. */
function unit(vector: number[]): Float32Array {
  const length = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / length);
}
