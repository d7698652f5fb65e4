/**
 * Whether a question about a shop's policies finds its section: `npx tsx bench/policies.ts [--misses] [folder of
 * bench/policies …]`. On invented shops
 * in six languages, with questions in the shop's language and in others; and how often some section is presented for
 * a question that no text of the shop answers. What is found is told as the answer; where nothing is, the nearest sections
 * are named as no more than near. By words alone, and with the encoder that comes with npm.
 */
import { createLocalEmbeddings } from "../app/adapters/embeddings/local/local-embeddings";
import { isReadable } from "./policies/is-readable";
import { type Judgement, judgeShop, type Meanings } from "./policies/judge-shop";
import { readPolicyShops } from "./policies/read-shops";
import { table } from "./report";

/** In the order in which they were written; words and weights were chosen on the first three, how much nearness says on the last. */
const ALL = ["shops", "fresh", "unseen", "last", "blind", "blind-2", "blind-3"];
const named = process.argv.slice(2).filter((argument) => !argument.startsWith("--"));
const FOLDERS = named.length > 0 ? named : ALL;
const HEADINGS = [
  "shops",
  "by",
  "questions",
  "judged",
  "first",
  "among three",
  "nothing found",
  "named as near",
];

const model = createLocalEmbeddings();
const known = new Map<string, Float32Array>();
const signal = new AbortController().signal;

const byMeaning: Meanings = async (texts) => {
  const readable = texts.every(isReadable);
  if (!readable) return [];
  const missing = texts.filter((text) => !known.has(text));
  const vectors = await model.embed(missing, signal);
  for (const [at, text] of missing.entries()) known.set(text, vectors[at] ?? new Float32Array());
  return texts.map((text) => known.get(text) ?? new Float32Array());
};
const byWords: Meanings = async () => [];

const rows: (string | number)[][] = [];
for (const folder of FOLDERS) {
  const shops = readPolicyShops(`bench/policies/${folder}`);
  for (const [by, meanings] of [["words", byWords] as const, ["words and meaning", byMeaning] as const]) {
    const judged: Judgement[] = [];
    for (const shop of shops) judged.push(...(await judgeShop(shop, meanings)));
    for (const kind of new Set(judged.map((one) => one.kind)))
      rows.push(
        row(
          folder,
          by,
          kind,
          judged.filter((one) => one.kind === kind),
        ),
      );
    if (process.argv.includes("--misses") && by !== "words")
      for (const { shop, question, isFirst, found } of judged)
        if (!isFirst) console.log(`${shop}: ${question} -> ${found.join(", ") || "nothing"}`);
  }
}
await model.close();
console.log(table(HEADINGS, rows));

function row(folder: string, by: string, kind: string, judged: Judgement[]): (string | number)[] {
  const share = (is: (one: Judgement) => boolean) =>
    `${((100 * judged.filter(is).length) / judged.length).toFixed(0)} %`;
  const isAbsent = kind.startsWith("unanswered");
  return [
    ...[folder, by, kind, judged.length],
    ...(isAbsent ? ["", ""] : [share(({ isFirst }) => isFirst), share(({ isAmongThree }) => isAmongThree)]),
    share(({ found }) => found.length === 0),
    isAbsent ? share(({ near }) => near.length > 0) : share(({ isNear }) => isNear),
  ];
}
