import { conceptWords } from "~/core/knowledge/concept-counter";
import { countPolicyConcepts, findPolicyConcepts } from "~/core/knowledge/policy-concepts";
import { searchPoliciesDataSchema } from "~/core/tools/results";
import { excerptFor, joinSentences, tellableSentences } from "../answering/excerpt";
import { type Phrases, plainName } from "../answering/phrases";
import { phrasesOf } from "../answering/phrases-of";
import type { Dialogue, ToolResult } from "../dialogue";
import { type PlannedCall, type Reading, readAs, type Step, withResults } from "../step";
import type { Intent } from "../understanding/intent";
import { understand } from "../understanding/understand";
import { splitWords } from "../understanding/words";
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
      [account ?? paragraph(quoted.text, tellNearest(dialogue, phrases, result)), offer],
      suggest(dialogue, phrases, "suggest.track", "suggest.person"),
    );
  });
}

export function askPolicies({ ask }: Dialogue): PlannedCall {
  return { name: "search_policies", arguments: { question: ask.text.slice(0, 500).trim() } };
}

/** "And to Canada?", "how much?", "and for boards": the question before it goes on. */
export function continuesQuestion(dialogue: Dialogue): boolean {
  const { ask, pastAsks, earlier } = dialogue;
  if (ask.text.length >= 40 || ask.slots.orderNumbers.length > 0 || ask.concepts.has("mine")) return false;
  if (ask.intent === "unclear" && pastAsks.at(-1)?.intent === "store-question") return isFragment(ask);
  const wasOfRules = earlier.at(-1)?.name === "search_policies" && rootOf(dialogue) !== null;
  const isWish = ask.intent === "find-products" && ask.confidence >= 8;
  return (
    wasOfRules &&
    OPEN.has(ask.intent) &&
    !isWish &&
    (isJoined(ask) || ask.thingWords.length === 0 || asksFigure(ask))
  );
}

/** What says nothing by itself; a thing or a matter of its own begins another topic. */
function isFragment(ask: Dialogue["ask"]): boolean {
  return isJoined(ask) || namesPlace(ask) || ask.thingWords.length === 0;
}

const asksFigure = ({ concepts }: Dialogue["ask"]) => concepts.has("howlong") || concepts.has("howmuch");

/** What a fragment of a question sounds like by itself. */
const OPEN: ReadonlySet<Intent> = new Set<Intent>([
  "unclear",
  "off-topic",
  "product-question",
  "find-products",
]);
/** What the fragment's question is about. */
const OF_RULES: ReadonlySet<Intent> = new Set<Intent>([
  "store-question",
  "service-matter",
  "return-item",
  "exchange-item",
]);
const JOINED =
  /^\s*(?:and|what about|how about|to|for|within|und|nach|für|in|bei|et|pour|vers|en|au|aux|à|y|para|a|hasta|e|ed|per|verso|até)\s/i;

const isJoined = ({ text }: Dialogue["ask"]) => JOINED.test(text);

/** The newest question on rules that is whole by itself; null where another wish came after it. */
function rootOf({ pastAsks }: Dialogue): Dialogue["ask"] | null {
  for (const past of pastAsks.toReversed()) {
    if (OF_RULES.has(past.intent) && !isJoined(past)) return past;
    if (!OPEN.has(past.intent) && !OF_RULES.has(past.intent)) return null;
  }
  return null;
}

const namesPlace = ({ text }: Dialogue["ask"]) =>
  [...countPolicyConcepts(text).keys()].some((concept) => concept.startsWith("country-"));

/** Without the places that it names: the fragment names another. */
function withoutPlaces(text: string, language: Dialogue["language"]): string {
  const isPlace = (word: string) =>
    findPolicyConcepts(conceptWords(word), [language]).some(({ concept }) => concept.startsWith("country-"));
  return text
    .split(/\s+/)
    .filter((word) => !isPlace(word))
    .join(" ");
}

export function continueStoreQuestion(dialogue: Dialogue): Step {
  const { ask, pastAsks } = dialogue;
  const before = (rootOf(dialogue) ?? pastAsks.at(-1))?.text ?? "";
  const root = namesPlace(ask) ? withoutPlaces(before, ask.language) : before;
  const whole = understand(`${root.replace(/[?!.\s]+$/, "")} ${ask.text}`, ask.language, {
    hasProduct: false,
  });
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
  const isOfPlace = namesPlace(dialogue.ask);
  const excerpts = sections.map((section, index) => {
    const { title, heading, text } = section;
    const excerpt = excerptFor(dialogue.ask, text, dialogue.facts.locale, `${title}. ${heading}`);
    const isWhole = excerpt.text === "" && isOfPlace && index === 0;
    return { section, mark: sourceMark(result, section, index), ...(isWhole ? wholeOf(text) : excerpt) };
  });
  const usable = excerpts.filter(({ text }) => text !== "");
  const wantsFigure = dialogue.ask.concepts.has("howlong") || dialogue.ask.concepts.has("howmuch");
  const lead = isOfPlace ? PLACE_LEAD : wantsFigure ? FIGURE_LEAD : LEAD;
  const best = usable.reduce<(typeof usable)[number] | null>(
    (top, one) => (top && top.score >= one.score - lead ? top : one),
    null,
  );
  if (!best) return { status: "none", text: phrases.say("policy.none"), score: 0 };
  const second = isOfPlace
    ? undefined
    : usable.find((one) => one !== best && one.score >= best.score && one.score >= SECOND_QUOTE);
  const quotes = (second ? [best, second] : [best]).map(
    ({ text, mark, section }) => `${underHeading(text, section)}${mark}`,
  );
  return {
    status: "found",
    score: best.score,
    text: paragraph(phrases.say("policy.says", { title: plainName(best.section.title) }), ...quotes),
  };
}

/** "15 €, 4 to 8 days" shares no word with any question: what it is for stands in its heading, by which it was found. */
function wholeOf(text: string): { text: string; score: number } {
  const whole = joinSentences(tellableSentences(text));
  return { text: whole.length <= SHORT_SECTION ? whole : "", score: 1 };
}

/** Characters. */
const SHORT_SECTION = 450;

/** Where no section answers: what those are called that come near and speak of a thing or matter that was asked, with their source marks. */
export function tellNearest(
  dialogue: Dialogue,
  phrases: Phrases,
  result: ToolResult | undefined,
): string | null {
  const reading = readAs(result, searchPoliciesDataSchema);
  const nearest = reading.status === "ok" ? (reading.data.nearest ?? []) : [];
  const named = nearest.flatMap((section, index) =>
    speaksOfAsked(dialogue.ask, section) ? `${nameOf(section)}${sourceMark(result, section, index)}` : [],
  );
  if (named.length === 0) return null;
  return phrases.say("policy.nearest", { sections: named.slice(0, MOST_NEAREST).join("; ") });
}

const MOST_NEAREST = 2;

/** That a section is the nearest of a shop's few texts says nothing: it must share a word that names something, or a matter. */
function speaksOfAsked({ text, thingWords, language }: Dialogue["ask"], section: Section): boolean {
  const stemsOf = (words: string) => splitWords(words, language).map(({ stem }) => stem);
  const said = new Set(stemsOf(`${section.title} ${section.heading} ${section.text}`));
  if (stemsOf(thingWords.join(" ")).some((stem) => said.has(stem))) return true;
  const headed = countPolicyConcepts(`${section.title} ${section.heading}`);
  return [...countPolicyConcepts(text).keys()].some((matter) => headed.has(matter));
}

/** Without a full stop or a question mark, which would end the sentence that it stands in. */
const nameOf = ({ title, heading }: Section) => `“${plainName(heading || title).replace(/[.?!]+$/, "")}”`;

/** "Yes, at checkout" answers the question that it stands under, not whatever was asked. */
const ANSWERING = /^(?:yes|no|ja|nein|oui|non|s[ií]|no|sim|n[aã]o|sì)(?=[\s,.:;!–-])/i;

/** An entry of a list says nothing without what the list is of: "What cannot come back: Gift cards". */
function underHeading(text: string, { heading, title }: Section): string {
  if (ANSWERING.test(text) && heading.includes("?")) return `${plainName(heading)} ${text}`;
  const isEntry = !/[.!?…:]$/.test(text);
  return isEntry && heading !== "" && heading !== title ? `${plainName(heading)}: ${text}` : text;
}

/** What a later section's score must be ahead, since the search put the other first; less where a figure decides. */
const LEAD = 2;
const FIGURE_LEAD = 1.2;
/** Where a country is named, the search has weighed which section is that country's. */
const PLACE_LEAD = 10;
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
