/**
 * What the built-in model makes of single messages: `npx tsx bench/intents.ts`. The 27 support intents of the intents
 * data (strictly, and its entries with typos), whether what is out of scope is told from what is in it, and how often a
 * harmless question is taken for an attack. `--all` prints the misses too.
 */
import { understand } from "../app/adapters/models/builtin/understanding/understand";
import { groupBy, readIntentRows } from "./intents/intent-rows";
import { percentile, table } from "./report";

const showsMisses = process.argv.includes("--all");

interface Case {
  text: string;
  language: "en" | "es" | "fr" | "de" | "pt" | "it";
  wanted: string;
  /** Of the typos column of the data. */
  hasTypo: boolean;
}

const percent = (hits: number, total: number): string =>
  total === 0 ? "-" : `${((100 * hits) / total).toFixed(1)} %`;

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
