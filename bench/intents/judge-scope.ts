import { createPhrases, type PhraseKey } from "../../app/adapters/models/builtin/answering/phrases";
import { DEFAULT_SETTINGS, LANGUAGES } from "../../app/core/settings/settings";
import type { OpenStore } from "../chat/open-store";
import { table } from "../report";
import { groupBy } from "./intent-rows";
import type { ScopeCase } from "./scope-cases";

/** What the assistant did with a message, as its reply shows. */
export type Answer = "off-topic" | "prompt-attack" | "others-data" | "unclear" | "answered";

export interface Judged extends ScopeCase {
  answer: Answer;
  reply: string;
}

/** Asks each in a conversation of its own, with nobody signed in. */
export async function askEach(store: OpenStore, cases: ScopeCase[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  for (const one of cases) {
    const { text } = await store.chat({ locale: one.locale })(one.text);
    judged.push({ ...one, answer: answerOf(text), reply: text });
  }
  return judged;
}

const NAMED: Exclude<Answer, "answered">[] = ["off-topic", "prompt-attack", "others-data", "unclear"];

function answerOf(text: string): Answer {
  return (
    NAMED.find((key) => LANGUAGES.some((language) => text.startsWith(opening(language, key)))) ?? "answered"
  );
}

/** The phrase as far as it is the same in every shop. */
function opening(language: (typeof LANGUAGES)[number], key: PhraseKey): string {
  const clock = { now: "2026-11-21T12:00:00.000Z", timezone: "UTC" };
  const phrases = createPhrases(language, DEFAULT_SETTINGS.tone, clock, language);
  return phrases.say(key, { shop: "\n", name: "\n" }).split("\n")[0] ?? "";
}

export function percent(hits: number, total: number): string {
  return total === 0 ? "-" : `${((100 * hits) / total).toFixed(1)} %`;
}

export function share(judged: Judged[], ...answers: Answer[]): string {
  return percent(judged.filter(({ answer }) => answers.includes(answer)).length, judged.length);
}

/** A row for each set, and what became of its messages. */
export function printAnswers(sets: [name: string, judged: Judged[]][]): void {
  const rows = sets.map(([name, judged]) => [
    name,
    judged.length,
    share(judged, "off-topic"),
    share(judged, "prompt-attack", "others-data"),
    share(judged, "unclear"),
    share(judged, "answered"),
  ]);
  console.log(table(["set", "judged", "off topic", "taken for attack", "not understood", "answered"], rows));
}

export function printMisses(name: string, judged: Judged[], isMiss: (one: Judged) => boolean): void {
  console.log(`\n${name}:`);
  for (const [answer, misses] of groupBy(judged.filter(isMiss), (one) => one.answer)) {
    for (const { text, reply } of misses)
      console.log(`   ${answer}: ${text.slice(0, 150)}  => ${reply.slice(0, 90)}`);
  }
}
