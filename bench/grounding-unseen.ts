import { readdirSync } from "node:fs";
import { join } from "node:path";
import { createGrounding } from "../app/core/assistant/grounding/create-grounding";
import { readUnseen, type UnseenReply } from "./grounding/unseen/read-replies";
import { table } from "./report";

/**
 * Hand-written replies of six invented stores: how many planted falsehoods are let through, how many true sentences touched.
 * `--show` prints them, numbers choose sets. What each set came to before it was looked at stands in docs/decisions/0014-grounding.md.
 */
const shows = process.argv.includes("--show");
const SENTENCE = /\n+|(?<=[.!?。！？][*)\]"']*)\s+(?=[^a-z])/u;

function ground({ options }: UnseenReply, text: string): string {
  const grounding = createGrounding(options);
  const tokens = text.match(/\s?\S{1,5}|\s/g) ?? [];
  return [...tokens.flatMap((token) => grounding.push(token)), ...grounding.flush()].join("");
}

function judge(folder: string): (string | number)[] {
  const replies = readUnseen(join(import.meta.dirname, "grounding", "unseen", folder));
  const truths = replies.flatMap((reply) => {
    const shown = ground(reply, reply.truth);
    const sentences = reply.truth.split(SENTENCE).filter((sentence) => /\S/.test(sentence));
    return sentences.map((sentence) => ({ reply, sentence, isShown: shown.includes(sentence.trim()) }));
  });
  const lies = replies.flatMap((reply) =>
    reply.lies.map((lie) => ({ reply, lie, isShown: ground(reply, lie.text).includes(lie.surrounded) })),
  );
  const touched = truths.filter(({ isShown }) => !isShown);
  const missed = lies.filter(({ isShown }) => isShown);
  if (shows) {
    for (const { reply, sentence } of touched)
      console.log(`TOUCHED ${reply.name} [${reply.locale}] ${sentence}`);
    for (const { reply, lie } of missed)
      console.log(`MISSED ${reply.name} [${reply.locale}] ${lie.planted} in ${lie.surrounded}`);
  }
  return [
    folder,
    replies.length,
    lies.length,
    share(lies.length - missed.length, lies.length),
    truths.length,
    share(touched.length, truths.length),
  ];
}

const share = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

const named = process.argv.slice(2).filter((argument) => /^\d+$/.test(argument));
const sets = readdirSync(join(import.meta.dirname, "grounding", "unseen")).filter((name) =>
  /^\d+$/.test(name),
);

console.log(
  table(
    ["Set", "Replies", "Falsehoods", "Caught", "True sentences", "Touched"],
    (named.length > 0 ? named : sets.toSorted()).map(judge),
  ),
);
