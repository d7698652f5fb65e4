import { searchPoliciesDataSchema } from "~/core/tools/results";
import { joinSentences, tellableSentences } from "../answering/excerpt";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue, ToolResult } from "../dialogue";
import { readAs, type Skill, withResults } from "../step";
import { lexiconOf } from "../understanding/lexicon";
import { splitWords } from "../understanding/words";
import { reply, suggest } from "./reply";
import { speaksOfService } from "./scope";
import { askPolicies } from "./store-question";

/** Of the words of a ready question and of the shopper's, those that both must share for the one to be the other. */
const SAME_QUESTION = 0.6;
const SAME_WORDS = 0.5;
/** The same where nothing else explains the shopper's words, and the shop's own search put that question first. */
const LIKELY_QUESTION = 0.3;
/** From here on no word that a question of the shop shares makes it the shop's business. */
const SURELY_OUTSIDE = 0.9;
const MAX_CHARACTERS = 700;

/**
 * A question that the shop itself has put and answered, in Aisle or on a page, is answered so, whatever else it could
 * be taken for; any other one goes on to `otherwise`.
 */
export function answerReadily(otherwise: Skill): Skill {
  return (dialogue) =>
    withResults(dialogue, [askPolicies(dialogue)], ([result]) => {
      const answer = findAnswer(dialogue, result);
      if (answer === null) return otherwise(dialogue);
      return reply([answer], suggest(dialogue, phrasesOf(dialogue), "suggest.person"));
    });
}

function findAnswer(dialogue: Dialogue, result: ToolResult | undefined): string | null {
  const reading = readAs(result, searchPoliciesDataSchema);
  if (reading.status !== "ok") return null;
  const asked = contentOf(dialogue.ask.text, dialogue);
  const index = reading.data.sections.findIndex(({ title, heading }, place) => {
    const question = heading || title;
    const words = contentOf(question, dialogue);
    const shared = [...words].filter((word) => asked.has(word)).length;
    if (shared === 0) return false;
    const isSame = shared >= SAME_QUESTION * words.size && shared >= SAME_WORDS * asked.size;
    const isLikely = place === 0 && question.includes("?") && shared >= LIKELY_QUESTION * words.size;
    return isQuestion(question) && (isSame || (isLikely && isUnexplained(dialogue)));
  });
  const section = reading.data.sections[index];
  if (!section) return null;
  const text = joinSentences(tellableSentences(section.text));
  const mark = reading.sources[index] ? ` [${reading.sources[index].n}]` : "";
  return text === "" || text.length > MAX_CHARACTERS ? null : `${text}${mark}`;
}

/** A heading such as "Returns" is a subject, under which many questions fall; a ready question says what it asks. */
function isQuestion(heading: string): boolean {
  return heading.includes("?") || heading.trim().split(/\s+/).length >= 4;
}

function isUnexplained(dialogue: Dialogue): boolean {
  const { intent, outside } = dialogue.ask;
  if (intent === "store-question") return !speaksOfService(dialogue);
  return intent === "unclear" || (intent === "off-topic" && outside < SURELY_OUTSIDE);
}

/** The stems of the words that say something. */
function contentOf(text: string, { language }: Dialogue): Set<string> {
  const lexicon = lexiconOf(language);
  return new Set(
    splitWords(text, language)
      .filter((word) => !lexicon.isStopWord(word))
      .map(({ stem }) => stem),
  );
}
