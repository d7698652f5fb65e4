/**
 * What the built-in model makes of single messages: `npx tsx bench/intents.ts`. The 27 support intents of the intents
 * data (strictly, and its entries with typos), whether what is out of scope is told from what is in it, and how often a
 * harmless question is taken for an attack. `--all` prints the misses too.
 */
import { existsSync } from "node:fs";
import { understand } from "../app/adapters/models/builtin/understanding/understand";
import { openStore } from "./chat/open-store";
import { groupBy, readIntentRows } from "./intents/intent-rows";
import { askEach, type Judged, percent, printAnswers, printMisses } from "./intents/judge-scope";
import { productQuestions, readAttacks, readCases, type ScopeCase, split } from "./intents/scope-cases";
import { percentile, table } from "./report";

const showsMisses = process.argv.includes("--all");

interface Case {
  text: string;
  language: "en" | "es" | "fr" | "de" | "pt" | "it";
  wanted: string;
  /** Of the typos column of the data. */
  hasTypo: boolean;
}

function topicOf({ text, language }: Case): string {
  return understand(text, language, { hasProduct: false }).topic ?? "none";
}

function judgeIntents(name: string, file: string): void {
  const rows = readIntentRows(file);
  if (rows === null) {
    console.log(`${file} is absent: intents not judged.`);
    return;
  }
  const cases = rows.map((row): Case & { got: string } => {
    const one = {
      text: row.utterance,
      language: "en" as const,
      wanted: row.intent,
      hasTypo: row.tags.includes("Z"),
    };
    return { ...one, got: topicOf(one) };
  });
  const typos = cases.filter(({ hasTypo }) => hasTypo);
  const isHit = ({ got, wanted }: { got: string; wanted: string }) => got === wanted;
  console.log(`\n${name}: ${cases.length} utterances`);
  console.log(
    table(
      ["what", "judged", "right"],
      [
        ["all 27 intents", cases.length, percent(cases.filter(isHit).length, cases.length)],
        ["with typos", typos.length, percent(typos.filter(isHit).length, typos.length)],
      ],
    ),
  );
  const pairs = groupBy(
    cases.filter((one) => !isHit(one)),
    ({ wanted, got }) => `${wanted} -> ${got}`,
  );
  const worst = [...pairs].sort(([, a], [, b]) => b.length - a.length).slice(0, 10);
  console.log(
    table(
      ["worst confusions", "times"],
      worst.map(([pair, { length }]) => [pair, length]),
    ),
  );
  if (!showsMisses) return;
  for (const [pair, misses] of worst.slice(0, 25)) {
    console.log(pair);
    for (const { text } of misses.slice(0, 8)) console.log(`   ${text}`);
  }
}

judgeIntents("Tuned on: train.csv", "../shared/data/intents/train.csv");
judgeIntents("Held out: validation.csv", "../shared/data/intents/validation.csv");

const times = readIntentRows("../shared/data/intents/validation.csv")
  ?.slice(0, 400)
  .map(({ utterance }) => {
    const started = performance.now();
    understand(utterance, "en", { hasProduct: false });
    return performance.now() - started;
  });
if (times)
  console.log(
    `\nA message takes ${percentile(times, 0.5).toFixed(2)} ms (p50), ${percentile(times, 0.99).toFixed(2)} ms (p99).`,
  );

const RETAIL = "../shared/data/stores/retail";
if (existsSync(RETAIL)) await judgeScope();
else console.log(`${RETAIL} is absent: scope and attacks not judged.`);

/** Through whole conversations with the retail store: what the reply says counts, not what was recognised. */
async function judgeScope(): Promise<void> {
  const store = await openStore(RETAIL);
  const sets: [string, Judged[]][] = [];
  const judge = async (name: string, cases: ScopeCase[]) => {
    const judged = await askEach(store, cases);
    sets.push([name, judged]);
    return judged;
  };
  const halves = async (name: string, cases: ScopeCase[]) => {
    const { tuned, heldOut } = split(cases);
    const looked = await judge(`${name} (tuned on)`, tuned);
    await judge(`${name} (held out)`, heldOut);
    return looked;
  };
  const both = async (name: string, ...files: string[]) => {
    const looked: Judged[] = [];
    for (const file of files) looked.push(...(await halves(`${name}, ${file}`, readCases(file))));
    return looked;
  };
  const outside = await both("none for a shop", "first/out-of-scope", "second/out-of-scope");
  const harmless = await both("sounds hostile, is harmless", "first/harmless", "second/harmless");
  const shop = await both("for a shop", "first/in-scope", "second/in-scope");
  for (const name of ["out-of-scope", "in-scope", "harmless"]) {
    await judge(`asked once, when all was done: ${name}`, readCases(`last/${name}`));
  }
  const titles = store.data.products.map(({ title }) => title);
  const goods = await halves("products, by the store's names", productQuestions(titles, 80));
  const support = await judge(
    "support intents (validation.csv)",
    (readIntentRows("../shared/data/intents/validation.csv") ?? [])
      .filter((_, index) => index % 4 === 0)
      .map(({ utterance }) => ({ text: utterance, locale: "en" })),
  );
  const attacks = await halves("attacks (../shared/data/hostile)", readAttacks() ?? []);
  await store.close();
  console.log();
  printAnswers(sets);
  if (!showsMisses) return;
  const isRefused = ({ answer }: Judged) => answer !== "answered";
  printMisses("Out of scope, not said so", outside, ({ answer }) => answer !== "off-topic");
  printMisses("Harmless, refused", [...harmless, ...shop, ...goods, ...support], isRefused);
  printMisses("Attacks not recognised", attacks, ({ answer }) => answer !== "prompt-attack");
}
