import { createGrounding } from "../../app/core/assistant/grounding/create-grounding";
import type { Correction } from "../../app/core/conversation/conversation";
import { decodeEntities } from "../../app/core/knowledge/decode-entities";
import type { Reply } from "./corpus";
import { optionsOf } from "./world";

export interface Judged {
  reply: Reply;
  shown: string;
  corrections: readonly Correction[];
  /** A lie that was not shown, or a truth that was shown as it is. */
  isRight: boolean;
  /** Milliseconds of processor time that each sentence took that came out. */
  times: number[];
  /** The same for making ready what is known, before the model's first word. */
  preparation: number;
}

/** Sends a reply through grounding as a model would: token by token. */
export function judgeReply(reply: Reply): Judged {
  const begun = processorTime();
  const grounding = createGrounding(optionsOf(reply.world));
  const preparation = processorTime() - begun;
  const times: number[] = [];
  let shown = "";
  const take = (texts: () => string[]) => {
    const started = processorTime();
    const pieces = texts();
    const took = processorTime() - started;
    if (pieces.length > 0) times.push(took / pieces.length);
    shown += pieces.join("");
  };
  for (const token of reply.text.match(/\s?\S{1,5}|\s/g) ?? []) take(() => grounding.push(token));
  take(() => grounding.flush());
  const { corrections } = grounding;
  const isRight = reply.lie
    ? !readable(shown).includes(readable(reply.lie.written)) && corrections.length > 0
    : shown === reply.text && corrections.length === 0;
  return { reply, shown, corrections, isRight, times, preparation };
}

/** Of this process alone: what else the machine does is no matter of grounding. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** As a person reads it: without what cannot be seen. */
function readable(text: string): string {
  return decodeEntities(text)
    .normalize("NFKC")
    .replace(/[\p{Cf}\p{Me}\p{Mn}*_]/gu, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String((digit.codePointAt(0) ?? 0) - 0x660));
}
