import OpenAI from "openai";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ScriptedModel, startScriptedModel } from "./scripted-model";

let model: ScriptedModel;
let client: OpenAI;

beforeEach(async () => {
  model = await startScriptedModel();
  client = new OpenAI({ apiKey: "sk-scripted", baseURL: model.baseUrl, maxRetries: 0 });
});
afterEach(() => model.close());

const ask = (signal?: AbortSignal) =>
  client.chat.completions.create(
    {
      model: "any",
      messages: [{ role: "user", content: "Hi" }],
      stream: true,
      stream_options: { include_usage: true },
    },
    { signal },
  );

async function textOf(stream: Awaited<ReturnType<typeof ask>>): Promise<string> {
  let text = "";
  for await (const part of stream) text += part.choices[0]?.delta.content ?? "";
  return text;
}

test("the vendor's own client reads a streamed reply, its usage and its end", async () => {
  model.play([
    { kind: "reply", text: "Your order is on its way.", usage: { promptTokens: 7, completionTokens: 5 } },
  ]);
  const parts = [];
  for await (const part of await ask()) parts.push(part);
  expect(parts.map((part) => part.choices[0]?.delta.content ?? "").join("")).toBe(
    "Your order is on its way.",
  );
  expect(parts.at(-1)?.usage).toMatchObject({ prompt_tokens: 7, completion_tokens: 5 });
  expect(parts.some((part) => part.choices[0]?.finish_reason === "stop")).toBe(true);
  expect(model.requests[0]).toMatchObject({
    authorization: "Bearer sk-scripted",
    body: { messages: [{ content: "Hi" }] },
  });
});

test("tool calls arrive in pieces that make the arguments whole", async () => {
  model.play([
    {
      kind: "tool-calls",
      calls: [
        { name: "search", arguments: { query: "rain jacket for children" } },
        { name: "orders", arguments: "{broken" },
      ],
    },
  ]);
  const argumentsOf = ["", ""];
  const names: string[] = [];
  for await (const part of await ask()) {
    for (const call of part.choices[0]?.delta.tool_calls ?? []) {
      argumentsOf[call.index] += call.function?.arguments ?? "";
      if (call.function?.name) names.push(call.function.name);
    }
  }
  expect(names).toEqual(["search", "orders"]);
  expect(argumentsOf).toEqual(['{"query":"rain jacket for children"}', "{broken"]);
});

test("a script of several steps is played in order, its last one for ever", async () => {
  model.play([
    { kind: "reply", text: "one" },
    { kind: "reply", text: "two" },
  ]);
  expect([await textOf(await ask()), await textOf(await ask()), await textOf(await ask())]).toEqual([
    "one",
    "two",
    "two",
  ]);
});

test("errors carry their status and Retry-After", async () => {
  model.play([
    { kind: "error", status: 429, retryAfterSeconds: 3 },
    { kind: "error", status: 500 },
  ]);
  await expect(ask()).rejects.toMatchObject({ status: 429 });
  await expect(ask()).rejects.toMatchObject({ status: 500 });
});

test("a cut connection fails the stream after what had come", async () => {
  model.play([{ kind: "cut", text: "Half of" }]);
  await expect(ask().then(textOf)).rejects.toThrow();
});

test("an abort by the caller is seen and dated", async () => {
  model.play([{ kind: "hang", text: "Hm" }]);
  const abort = new AbortController();
  const reading = ask(abort.signal).then(textOf);
  const request = await model.waitForRequest(1);
  abort.abort();
  await reading.catch((error: unknown) => expect(error).toBeInstanceOf(Error));
  await expect.poll(() => request.abortedAt).not.toBeNull();
});

test("malformed bytes go out untouched", async () => {
  model.play([{ kind: "raw", body: 'data: {"choices":[{\n\n' }]);
  const answer = await fetch(`${model.baseUrl}/chat/completions`, {
    method: "POST",
    body: '{"messages":[],"stream":true}',
  });
  expect(await answer.text()).toBe('data: {"choices":[{\n\n');
});

test("without streaming the same step is one JSON answer", async () => {
  model.play([{ kind: "tool-calls", calls: [{ name: "orders", arguments: {} }] }]);
  const answer = await client.chat.completions.create({
    model: "any",
    messages: [{ role: "user", content: "Hi" }],
  });
  expect(answer.choices[0]?.message.tool_calls?.[0]).toMatchObject({
    function: { name: "orders", arguments: "{}" },
  });
});
