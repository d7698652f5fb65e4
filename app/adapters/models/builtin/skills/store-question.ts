import { searchPoliciesDataSchema } from "~/core/tools/results";
import { type Excerpt, excerptFor } from "../answering/excerpt";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import { canUse, type Dialogue, type ToolResult } from "../dialogue";
import { type PlannedCall, type Reading, readAs, type Step, withResults } from "../step";
import { paragraph, reply, suggest, tellRefusal } from "./reply";

/** A question about the shop itself, answered in the words of its policies and pages. */
export function answerStoreQuestion(dialogue: Dialogue): Step {
  const phrases = phrasesOf(dialogue);
  return withResults(dialogue, [askPolicies(dialogue)], ([result]) => {
    const quoted = quotePolicies(dialogue, phrases, result);
    const account = ["account", "password", "invoice"].some((one) =>
      dialogue.ask.concepts.has(one as "account"),
    )
      ? phrases.say("policy.account", { url: dialogue.facts.signInUrl })
      : null;
    if (quoted.status === "found") {
      return reply(
        [quoted.text, account],
        suggest(dialogue, phrases, "suggest.returns", "suggest.shipping", "suggest.person"),
      );
    }
    const offer = canUse(dialogue, "hand_over") ? phrases.say("policy.offer") : null;
    return reply(
      [account ?? quoted.text, offer],
      suggest(dialogue, phrases, "suggest.track", "suggest.person"),
    );
  });
}

/** The question as it is searched for: with the one before it when it only goes on ("and to Canada?"). */
export function askPolicies(dialogue: Dialogue): PlannedCall {
  const { ask, pastAsks } = dialogue;
  const before = pastAsks.at(-1);
  const goesOn = before?.intent === "store-question" && ask.confidence < 7 && ask.text.length < 40;
  const question = goesOn ? `${before.text} ${ask.text}` : ask.text;
  return { name: "search_policies", arguments: { question: question.slice(0, 500).trim() } };
}

export type Quotation = { status: "found" | "none"; text: string; score: number };

/** The best section's answering sentences with their source mark, and a second section's where it answers as well. */
export function quotePolicies(
  dialogue: Dialogue,
  phrases: Phrases,
  result: ToolResult | undefined,
): Quotation {
  const reading: Reading<{ sections: Section[] }> = readAs(result, searchPoliciesDataSchema);
  if (reading.status === "failed" || reading.status === "refused") {
    return { status: "none", text: tellRefusal(dialogue, phrases, reading), score: 0 };
  }
  const sections = reading.status === "ok" ? reading.data.sections : [];
  const excerpts = sections.map((section, index) => ({
    section,
    mark: sourceMark(result, section, index),
    ...excerptFor(dialogue.ask, section.text, dialogue.facts.locale),
  }));
  const usable = excerpts.filter(({ text }) => text !== "");
  const best = usable.reduce<(typeof usable)[number] | null>(
    (top, one) => (top && top.score >= one.score - 1 ? top : one),
    null,
  );
  if (!best) return { status: "none", text: phrases.say("policy.none"), score: 0 };
  return {
    status: "found",
    score: best.score,
    text: paragraph(phrases.say("policy.says", { title: plainName(best.section.title) }), quote(best)),
  };
}

interface Section {
  title: string;
  heading: string;
  url: string;
  text: string;
}

function quote({ text, mark }: Excerpt & { mark: string }): string {
  return `${text}${mark}`;
}

function sourceMark(result: ToolResult | undefined, section: Section, index: number): string {
  const source = result?.sources[index];
  return source && source.url === section.url ? ` [${source.n}]` : "";
}
