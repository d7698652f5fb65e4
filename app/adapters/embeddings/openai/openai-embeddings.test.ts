import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { describeEmbeddingModel } from "~/core/knowledge/embedding-model.contract";
import { createOpenAiEmbeddings } from "./openai-embeddings";

interface Asked {
  model: string;
  input: string[];
  dimensions: number;
}

/** Speaks the provider's protocol: a vector of a text's letters, the last text's first. */
let answer: (asked: Asked) => { status?: number; headers?: Record<string, string>; body: string };
const lettersOf = ({ input, dimensions }: Asked) => ({
  body: JSON.stringify({
    object: "list",
    data: input
      .map((text, index) => ({ object: "embedding", index, embedding: countLetters(text, dimensions) }))
      .reverse(),
  }),
});

const server = createServer((request, response) => {
  let body = "";
  request.on("data", (chunk) => {
    body += chunk;
  });
  request.on("end", () => {
    const { status = 200, headers = {}, body: text } = answer(JSON.parse(body));
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  });
});
beforeAll(() => new Promise<void>((resolve) => void server.listen(0, "127.0.0.1", resolve)));
afterAll(() => void server.close());
beforeEach(() => {
  answer = lettersOf;
});

function countLetters(text: string, dimensions: number): number[] {
  const counts = new Array<number>(dimensions).fill(0);
  for (const character of text) {
    const place = (character.codePointAt(0) ?? 0) % dimensions;
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts;
}

const connect = () =>
  createOpenAiEmbeddings({
    apiKey: "key",
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    model: "text-embedding-3-small",
    dimensions: 64,
  });
const signal = new AbortController().signal;

describeEmbeddingModel("a provider's embeddings", async () => connect());

describe("createOpenAiEmbeddings", () => {
  it.each([
    ["a refusal", { status: 401, body: '{"error":{"message":"bad key sk-1234"}}' }, false],
    ["too many requests", { status: 429, headers: { "retry-after": "2" }, body: "{}" }, true],
    ["a broken server", { status: 500, body: "<html>" }, true],
    ["no JSON", { body: "<html>" }, true],
    ["other JSON", { body: '{"data":[{"index":0}]}' }, true],
    ["too few vectors", { body: '{"data":[]}' }, true],
    ["vectors of another length", { body: '{"data":[{"index":0,"embedding":[1,2]}]}' }, true],
  ])("turns %s into a VendorError that quotes nothing", async (_, scripted, isRetryable) => {
    answer = () => scripted;
    const failure = await connect()
      .embed(["hello"], signal)
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: "VendorError", vendor: "embeddings", isRetryable });
    expect((failure as Error).message).not.toContain("sk-1234");
  });
});
