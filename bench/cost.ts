/**
 * What conversations cost with a connected model: `npx tsx bench/cost.ts`. Plays conversations of 20 turns through the whole
 * app with a scripted model that calls tools, and looks at the requests that the model got: how much of each begins with
 * the bytes of an earlier one (providers bill those as cached), and what the same conversation would take if everything
 * said and found so far were sent each time. Tokens are estimated, four characters each.
 */
import { estimateTokens } from "../app/core/assistant/estimate-tokens";
import { startApp } from "../tests/support/running-app";
import { type RecordedRequest, type ScriptedStep, startScriptedModel } from "../tests/support/scripted-model";
import { ShopperClient } from "../tests/support/shopper-client";
import { CONVERSATIONS, type ScriptedLine } from "./cost/conversations";
import { table } from "./report";

/** OpenAI caches prefixes of 1,024 tokens and more, in steps of 128. */
const LEAST_CACHED = 1_024;
const CACHE_STEP = 128;
/** A cached token's price as a share of another's: OpenAI's GPT-5 family and Anthropic 0.1, older models 0.25 to 0.5. */
const CACHED_PRICES = [0.1, 0.5];

interface Call {
  turn: number;
  /** Tokens of the request. */
  input: number;
  cached: number;
  /** Tokens had everything been sent, and how many of those would be cached. */
  everything: number;
  everythingCached: number;
}

const requestText = ({ body }: RecordedRequest) =>
  JSON.stringify(body.tools ?? []) + body.messages.map((message) => JSON.stringify(message)).join("\n");

function commonPrefix(a: string, b: string): number {
  const end = Math.min(a.length, b.length);
  let at = 0;
  while (at < end && a.charCodeAt(at) === b.charCodeAt(at)) at += 1;
  return at;
}

function cachedTokens(text: string, earlier: readonly string[]): number {
  const longest = Math.max(0, ...earlier.map((other) => commonPrefix(text, other)));
  const tokens = estimateTokens(text.slice(0, longest));
  return tokens < LEAST_CACHED ? 0 : tokens - (tokens % CACHE_STEP);
}

/** What the app sent after the shopper's newest message, and that message: what a turn adds to the conversation. */
function newestTurn({ body }: RecordedRequest): unknown[] {
  const start = body.messages.findLastIndex(({ role }) => role === "user");
  return body.messages.slice(start).filter(({ role }) => role !== "system");
}

/** The request with all that earlier turns said and found, instead of what the app sent of them. */
function everythingText(request: RecordedRequest, earlierTurns: readonly unknown[]): string {
  const { messages, tools } = request.body;
  const prompt = messages[0];
  const facts = messages.at(-1);
  const all = [prompt, ...earlierTurns, ...newestTurn(request), facts];
  return JSON.stringify(tools ?? []) + all.map((message) => JSON.stringify(message)).join("\n");
}

async function play(
  lines: readonly ScriptedLine[],
  shopper: ShopperClient,
  model: Awaited<ReturnType<typeof startScriptedModel>>,
  sent: string[],
): Promise<Call[]> {
  const calls: Call[] = [];
  const earlierTurns: unknown[] = [];
  const wouldBeSent: string[] = [];
  for (const [turn, line] of lines.entries()) {
    model.play((request): ScriptedStep => {
      const last = request.body.messages.findLast(({ role }) => role !== "system");
      return last?.role === "user" && line.call
        ? { kind: "tool-calls", calls: [line.call] }
        : { kind: "reply", text: line.reply };
    });
    const answer = await shopper.ask(line.text);
    if (answer.outcome !== "answered") throw new Error(`Turn ${turn + 1} ended as ${answer.outcome}`);
    if (answer.model === "builtin")
      throw new Error(`Turn ${turn + 1} was answered without the scripted model`);
    for (const request of model.requests) {
      const text = requestText(request);
      const whole = everythingText(request, earlierTurns);
      calls.push({
        turn,
        input: estimateTokens(text),
        cached: cachedTokens(text, sent),
        everything: estimateTokens(whole),
        everythingCached: cachedTokens(whole, wouldBeSent),
      });
      sent.push(text);
      wouldBeSent.push(whole);
    }
    const last = model.requests.at(-1);
    if (last) earlierTurns.push(...newestTurn(last), { role: "assistant", content: answer.text });
  }
  return calls;
}

const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(0)} %`;

function row(name: string, calls: readonly Call[]): (string | number)[] {
  const input = sum(calls.map((call) => call.input));
  const cached = sum(calls.map((call) => call.cached));
  const everything = sum(calls.map((call) => call.everything));
  const everythingCached = sum(calls.map((call) => call.everythingCached));
  const later = calls.filter(({ turn }) => turn > 0);
  const bill = (tokens: number, ofThem: number, price: number) => tokens - ofThem * (1 - price);
  return [
    name,
    calls.length,
    input,
    share(sum(later.map((call) => call.cached)), sum(later.map((call) => call.input))),
    share(input, everything),
    ...CACHED_PRICES.map((price) => share(bill(input, cached, price), everything)),
    ...CACHED_PRICES.map((price) =>
      share(bill(input, cached, price), bill(everything, everythingCached, price)),
    ),
  ];
}

const model = await startScriptedModel();
const app = await startApp({
  env: { OPENAI_API_KEY: "sk-scripted", OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "scripted-model" },
});
try {
  const { customers } = await app.control<{ customers: { id: string }[] }>("customers");
  const sent: string[] = [];
  const rows: (string | number)[][] = [];
  const all: Call[] = [];
  for (const [index, { name, lines }] of CONVERSATIONS.entries()) {
    const customerId = customers[index]?.id;
    const shopper = await ShopperClient.open({ storefrontUrl: app.storefrontUrl, customerId });
    const calls = await play(lines, shopper, model, sent);
    rows.push(row(name, calls));
    all.push(...calls);
  }
  rows.push(row("all", all));
  const [low, high] = CACHED_PRICES;
  console.log(
    table(
      [
        "conversation of 20 turns",
        "calls",
        "input tokens",
        "cacheable from turn 2",
        "tokens of everything",
        `bill of everything, cached at ${low}`,
        `cached at ${high}`,
        `everything cached too, at ${low}`,
        `at ${high}`,
      ],
      rows,
    ),
  );
} finally {
  await app.stop();
  await model.close();
}
