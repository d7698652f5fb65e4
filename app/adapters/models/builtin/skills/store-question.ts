import { searchPoliciesDataSchema } from "~/core/tools/results";
import { excerptFor } from "../answering/excerpt";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue, ToolResult } from "../dialogue";
import { type PlannedCall, type Reading, readAs, type Step, withResults } from "../step";
import { understand } from "../understanding/understand";
import { mayOfferPerson, paragraph, reply, suggest, tellRefusal } from "./reply";

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
    const offer = mayOfferPerson(dialogue) ? phrases.say("policy.offer") : null;
    return reply(
      [account ?? quoted.text, offer],
      suggest(dialogue, phrases, "suggest.track", "suggest.person"),
    );
  });
}

export function askPolicies({ ask }: Dialogue): PlannedCall {
  return { name: "search_policies", arguments: { question: ask.text.slice(0, 500).trim() } };
}

/** "And to Canada?": the question before it goes on. */
export function continuesQuestion({ ask, pastAsks }: Dialogue): boolean {
  const isShort = ask.text.length < 40 && ask.slots.orderNumbers.length === 0;
  return isShort && ask.intent === "unclear" && pastAsks.at(-1)?.intent === "store-question";
}

export function continueStoreQuestion(dialogue: Dialogue): Step {
  const { ask, pastAsks } = dialogue;
  const whole = understand(`${pastAsks.at(-1)?.text ?? ""} ${ask.text}`, ask.language, { hasProduct: false });
  return answerStoreQuestion({ ...dialogue, ask: { ...whole, thingWords: ask.thingWords } });
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
    ...excerptFor(dialogue.ask, section.text, dialogue.facts.locale, `${section.title}. ${section.heading}`),
  }));
  const usable = excerpts.filter(({ text }) => text !== "");
  const wantsFigure = dialogue.ask.concepts.has("howlong") || dialogue.ask.concepts.has("howmuch");
  const lead = wantsFigure ? FIGURE_LEAD : LEAD;
  const best = usable.reduce<(typeof usable)[number] | null>(
    (top, one) => (top && top.score >= one.score - lead ? top : one),
    null,
  );
  if (!best) return { status: "none", text: phrases.say("policy.none"), score: 0 };
  const second = usable.find((one) => one !== best && one.score >= best.score && one.score >= SECOND_QUOTE);
  const quotes = (second ? [best, second] : [best]).map(
    ({ text, mark, section }) => `${underHeading(text, section)}${mark}`,
  );
  return {
    status: "found",
    score: best.score,
    text: paragraph(phrases.say("policy.says", { title: plainName(best.section.title) }), ...quotes),
  };
}

/** An entry of a list says nothing without what the list is of: "What cannot come back: Gift cards". */
function underHeading(text: string, { heading, title }: Section): string {
  const isEntry = !/[.!?…:]$/.test(text);
  return isEntry && heading !== "" && heading !== title ? `${plainName(heading)}: ${text}` : text;
}

/** What a later section's score must be ahead, since the search put the other first; less where a figure decides. */
const LEAD = 1;
const FIGURE_LEAD = 0.4;
/** A second section is quoted too when it answers as well as the first, and both do so plainly. */
const SECOND_QUOTE = 2.5;

interface Section {
  title: string;
  heading: string;
  url: string;
  text: string;
}

function sourceMark(result: ToolResult | undefined, section: Section, index: number): string {
  const source = result?.sources[index];
  return source && source.url === section.url ? ` [${source.n}]` : "";
}
