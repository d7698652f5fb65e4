/**
 * What the app adds to the time to the first token, and what memory it takes, at 16 chats a second:
 * `npx tsx bench/server.ts [seconds] [chats a second]`. Every tick one chat goes through the app and one through a bare
 * relay to the same scripted model, so both see the same machine at the same moment.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { type RunningApp, startApp } from "../tests/support/running-app";
import { startScriptedModel } from "../tests/support/scripted-model";
import { startBareRelay } from "./bare-relay";
import { type ProcessUsage, usageBelow } from "./process-usage";
import { megabytes, milliseconds, percentile, seconds, table } from "./report";
import { type Chat, directChat, proxyChat, relayChat, type Timing } from "./time-to-first-token";

const [duration = 20, rate = 16] = process.argv.slice(2).map(Number);
const MODEL_THINKS_MS = 150;
const BETWEEN_TOKENS_MS = 10;
const REPLY =
  "Happy to help. On a rainy walk I would take a jacket with taped seams and a hood that stays put. Tell me your size and I will look what is left.";

interface Series {
  name: string;
  timings: Timing[];
  failures: string[];
}

/** An open loop: chats start on time, however slow the ones before are. */
async function load(all: { name: string; chats: Chat[] }[]): Promise<Series[]> {
  const series = all.map(({ name }): Series => ({ name, timings: [], failures: [] }));
  const running: Promise<void>[] = [];
  const started = performance.now();
  const count = Math.max(...all.map(({ chats }) => chats.length));
  for (let tick = 0; tick < count; tick++) {
    await sleep(Math.max(0, started + (tick * 1000) / rate - performance.now()));
    for (const [at, { chats }] of all.entries()) {
      const chat = chats[tick];
      const into = series[at];
      if (!chat || !into) continue;
      running.push(
        chat().then(
          (timing) => void into.timings.push(timing),
          (error: unknown) => void into.failures.push(String(error)),
        ),
      );
    }
  }
  await Promise.all(running);
  return series;
}

/** Opened beforehand, a few at a time: opening the panel is not what is measured. */
async function prepare(count: number, open: () => Promise<Chat>): Promise<Chat[]> {
  const chats: Chat[] = [];
  while (chats.length < count)
    chats.push(...(await Promise.all(Array.from({ length: Math.min(4, count - chats.length) }, open))));
  return chats;
}

function rowsOf(series: Series[]): (string | number)[][] {
  const relay = series[0]?.timings.map(({ first }) => first) ?? [];
  return series.map(({ name, timings, failures }) => {
    const firsts = timings.map(({ first }) => first);
    const added = (share: number): string =>
      milliseconds(percentile(firsts, share) - percentile(relay, share));
    const times = [0.5, 0.95, 0.99].map((share) => milliseconds(percentile(firsts, share)));
    const differences = [0.5, 0.95, 0.99].map((share) => (series[0]?.name === name ? "" : added(share)));
    return [
      name,
      timings.length,
      failures.length,
      ...times,
      ...differences,
      seconds(
        percentile(
          timings.map(({ end }) => end),
          0.5,
        ),
      ),
    ];
  });
}

async function measure(app: RunningApp, relayUrl: string): Promise<void> {
  const count = duration * rate;
  const before = usageBelow(app.pid);
  const relay = Array.from({ length: count }, () => relayChat(relayUrl));
  const headings = [
    "",
    "chats",
    "failed",
    "p50",
    "p95",
    "p99",
    "added p50",
    "added p95",
    "added p99",
    "whole p50",
  ];
  console.log(
    `Time to the first token, ${rate} chats a second for ${duration} s, beside as many through a bare relay`,
  );
  const series: Series[] = [];
  for (const [name, open] of [
    ["direct", () => directChat(app.storefrontUrl)],
    ["through the App Proxy", () => proxyChat(app.storefrontUrl)],
  ] as const) {
    const chats = await prepare(count, open);
    series.push(
      ...(await load([
        { name: `bare relay (beside ${name})`, chats: relay },
        { name, chats },
      ])),
    );
    console.log(table(headings, rowsOf(series.slice(-2))));
  }
  for (const { name, failures } of series)
    for (const failure of new Set(failures)) console.log(`${name}: ${failure}`);
  console.log("\nMemory (resident), and processor time a chat, sessions included");
  console.log(table(["", "before", "after", "processor"], usageRows(before, usageBelow(app.pid), 2 * count)));
}

function usageRows(before: ProcessUsage[], after: ProcessUsage[], chats: number): (string | number)[][] {
  return before.map(({ name, memory, processor }) => {
    const now = after.find((one) => one.name === name);
    const spent = now ? milliseconds((now.processor - processor) / chats) : "";
    return [name, megabytes(memory), now ? megabytes(now.memory) : "", spent];
  });
}

const model = await startScriptedModel({
  script: [{ kind: "reply", text: REPLY, after: MODEL_THINKS_MS, between: BETWEEN_TOKENS_MS }],
});
const relay = await startBareRelay(`${model.baseUrl}/chat/completions`);
const app = await startApp({
  env: { OPENAI_API_KEY: "sk-bench", OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: "scripted-model" },
});
try {
  await measure(app, relay.url);
} finally {
  await app.stop();
  await model.close();
  await relay.close();
}
