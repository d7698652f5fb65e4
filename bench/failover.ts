/**
 * What shoppers wait when the first model is down: `npx tsx bench/failover.ts`. Two models at servers of their own that
 * play a provider, and the turn loop with everything else in memory. Each way of being down is met cold (nobody knows yet)
 * and warm (the eight turns after the first ones, when the breaker has seen it). Times are to the first word of the answer
 * that stayed, beside those with both models well; the limits are the defaults.
 */
import { createOpenAiModel } from "../app/adapters/models/openai/openai-model";
import { createScriptedModel } from "../app/core/assistant/fakes/scripted-model";
import { ask, begin, createFakeTurns } from "../app/core/assistant/fakes/turns";
import type { TurnDependencies } from "../app/core/assistant/turn-dependencies";
import { DEFAULT_LIMITS } from "../app/core/assistant/turn-limits";
import { type ScriptedModel, type ScriptedStep, startScriptedModel } from "../tests/support/scripted-model";
import { milliseconds, percentile, seconds, table } from "./report";

const COLD_TURNS = Number(process.env.COLD_TURNS ?? 5);
const LEARNING_TURNS = 3;
const WARM_TURNS = 8;
const ANSWER = "We are open every day until eight, and on Sundays until six.";

const WAYS: [string, ScriptedStep[] | "refused"][] = [
  ["well", [{ kind: "reply", text: ANSWER }]],
  ["connection refused", "refused"],
  ["says nothing", [{ kind: "hang" }]],
  ["falls silent amid the answer", [{ kind: "hang", text: "We are open" }]],
  ["429", [{ kind: "error", status: 429 }]],
  [
    "429, Retry-After: 1, then well",
    [
      { kind: "error", status: 429, retryAfterSeconds: 1 },
      { kind: "reply", text: ANSWER },
    ],
  ],
  ["429, Retry-After: 30", [{ kind: "error", status: 429, retryAfterSeconds: 30 }]],
  ["401", [{ kind: "error", status: 401 }]],
  ["500", [{ kind: "error", status: 500 }]],
  ["500 after 2 s", [{ kind: "error", status: 500, after: 2_000 }]],
  ["cut amid the answer", [{ kind: "cut", text: "We are open every" }]],
  ["withheld (content filter)", [{ kind: "reply", text: "We are", finish: "content_filter" }]],
  ["writes its call as text, cut off", [{ kind: "reply", text: '<tool_call>{"name": "search_pro' }]],
];

interface Timed {
  first: number;
  model: string;
}

/** Until the first word that stayed. */
async function timeTurn(deps: TurnDependencies): Promise<Timed> {
  const startedAt = performance.now();
  const { answer } = await begin(deps);
  if (answer.status !== "answering") throw new Error(answer.status);
  let first = Number.NaN;
  let model = "";
  for await (const event of answer.events) {
    if (event.event === "reset") first = Number.NaN;
    if (event.event === "text-delta" && Number.isNaN(first)) first = performance.now() - startedAt;
    if (event.event === "turn-end") model = event.data.model;
  }
  if (Number.isNaN(first)) throw new Error("A turn ended without words");
  return { first, model };
}

async function measure(way: ScriptedStep[] | "refused", first: ScriptedModel, second: ScriptedModel) {
  const closed = "http://127.0.0.1:9/v1";
  const createDeps = () => {
    first.play(way === "refused" ? [] : way);
    const models = [
      createOpenAiModel({
        provider: "openai",
        apiKey: "k",
        baseUrl: way === "refused" ? closed : first.baseUrl,
        model: "first",
      }),
      createOpenAiModel({ provider: "openai", apiKey: "k", baseUrl: second.baseUrl, model: "second" }),
      createScriptedModel("builtin", ["From the built-in model."]),
    ];
    return createFakeTurns(models, { limits: DEFAULT_LIMITS });
  };
  const cold: Timed[] = [];
  for (let turn = 0; turn < COLD_TURNS; turn += 1) cold.push(await timeTurn(createDeps()));
  const deps = createDeps();
  for (let turn = 0; turn < LEARNING_TURNS; turn += 1) await timeTurn(deps);
  const warm: Timed[] = [];
  for (let turn = 0; turn < WARM_TURNS; turn += 1) warm.push(await timeTurn(deps));
  return { cold, warm };
}

async function run(): Promise<void> {
  const [first, second] = await Promise.all([startScriptedModel(), startScriptedModel()]);
  second.play([{ kind: "reply", text: ANSWER }]);
  // What is loaded once is loaded before.
  await ask(createFakeTurns([createScriptedModel("builtin", ["Warm."])]));
  await measure([{ kind: "reply", text: ANSWER }], first, second);
  const rows: (string | number)[][] = [];
  let base = 0;
  for (const [name, way] of WAYS) {
    const { cold, warm } = await measure(way, first, second);
    const times = cold.map((timed) => timed.first);
    if (name === "well") base = percentile(times, 0.5);
    rows.push([
      name,
      [...new Set(cold.map(({ model }) => model))].join(", "),
      milliseconds(percentile(times, 0.5)),
      milliseconds(Math.max(0, percentile(times, 0.5) - base)),
      milliseconds(
        percentile(
          warm.map((timed) => timed.first),
          0.5,
        ),
      ),
      [...new Set(warm.map(({ model }) => model))].join(", "),
    ]);
  }
  console.log(table(["the first model", "answers", "cold p50", "added", "warm p50", "answers then"], rows));
  console.log(
    `\n${WAYS.length} ways, ${COLD_TURNS} cold turns and ${WARM_TURNS} warm ones each; a model may take ${seconds(DEFAULT_LIMITS.firstToken)} to its first word and ${seconds(DEFAULT_LIMITS.silence)} between two.`,
  );
  await Promise.all([first.close(), second.close()]);
}

await run();
