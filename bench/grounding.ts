import { createCorpus, type Half } from "./grounding/corpus";
import { type Judged, judgeReply } from "./grounding/judge";
import { milliseconds, percentile, table } from "./report";

/**
 * How many planted falsehoods grounding lets through, how many true replies it touches, and what it costs. Stores,
 * orders and rules are invented anew from a seed; "tune" and "report" share neither sentences nor stores.
 * `--tune` leaves the report out, `--show` prints what went wrong.
 */
const halves: Half[] = process.argv.includes("--tune")
  ? ["tune"]
  : process.argv.includes("--fresh")
    ? ["fresh"]
    : ["tune", "report", "fresh"];
const shows = process.argv.includes("--show");

function report(name: Half): void {
  const judged = createCorpus(name).map(judgeReply);
  const lies = judged.filter(({ reply }) => reply.lie !== null);
  const truths = judged.filter(({ reply }) => reply.lie === null);
  console.log(`\n${name}: ${truths.length} true replies, ${lies.length} with a planted falsehood\n`);
  const kinds = [...new Set(lies.map(({ reply }) => reply.lie?.kind ?? ""))].sort();
  const rows = kinds.map((kind) => {
    const some = lies.filter(({ reply }) => reply.lie?.kind === kind);
    const caught = some.filter(({ isRight }) => isRight);
    const mended = caught.filter(({ corrections }) => corrections.some(({ became }) => became !== ""));
    return [kind, some.length, share(caught.length, some.length), mended.length];
  });
  const caught = lies.filter(({ isRight }) => isRight).length;
  const touched = truths.filter(({ isRight }) => !isRight).length;
  console.log(
    table(
      ["Falsehood", "Replies", "Caught", "of these mended"],
      [...rows, ["all", lies.length, share(caught, lies.length), ""]],
    ),
  );
  const times = judged.flatMap((each) => each.times);
  console.log(`\nTrue replies touched: ${touched} of ${truths.length} (${share(touched, truths.length)})`);
  console.log(
    `Processor time a sentence: p50 ${milliseconds(percentile(times, 0.5))}, p95 ${milliseconds(percentile(times, 0.95))}, p99 ${milliseconds(percentile(times, 0.99))}`,
  );
  const preparations = judged.map(({ preparation }) => preparation);
  console.log(
    `Making the evidence ready, once an answer and before its first word: p50 ${milliseconds(percentile(preparations, 0.5))}, p95 ${milliseconds(percentile(preparations, 0.95))}`,
  );
  if (shows) for (const each of judged.filter(({ isRight }) => !isRight)) explain(each);
}

function explain({ reply, shown, corrections }: Judged): void {
  console.log(
    `\n${reply.lie ? `MISSED ${reply.lie.kind}` : "TOUCHED"} [${reply.world.language} ${reply.world.currency}] ${JSON.stringify(reply.text)}`,
  );
  console.log(`  shown ${JSON.stringify(shown)} ${JSON.stringify(corrections)}`);
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

for (const name of halves) report(name);
