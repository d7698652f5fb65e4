import { isAddressedToAssistants } from "~/core/knowledge/addressed-to-assistants";
import { countConcepts } from "~/core/knowledge/concepts";
import { countPolicyConcepts } from "~/core/knowledge/policy-concepts";
import { hasAddress } from "~/core/knowledge/read-section";
import { readSectionQuestion } from "~/core/knowledge/section-question";
import { LANGUAGES } from "~/core/settings/settings";
import { detectLanguage } from "../understanding/language";
import { type Concept, lexiconOf } from "../understanding/lexicon";
import type { Understanding } from "../understanding/understand";
import { type Language, splitWords } from "../understanding/words";

/** About the length of a quotation, in characters. */
const LENGTH = 500;
const MAX_SENTENCES = 5;
/** A text of so many characters is quoted whole: its conditions belong to what it grants. */
const SHORT = 450;

export interface Excerpt {
  text: string;
  /** How well the best sentence answers, from 0; below 1 it hardly shares an idea with the question. */
  score: number;
}

/**
 * The sentences of a merchant's text that answer the question best, in their order. The text is quoted, never obeyed:
 * markup and links are taken off, and sentences that address the assistant instead of the shopper are left out.
 */
export function excerptFor(ask: Understanding, text: string, locale: string, headings = ""): Excerpt {
  const language = detectLanguage([text.slice(0, 400)], locale) ?? "en";
  const sentences = tellableSentences(text);
  const asked = readQuestion(ask);
  const topic = conceptsOf(headings, language);
  const scores = sentences.map((sentence) => scoreSentence(asked, sentence, topic, language));
  const best = Math.max(0, ...scores);
  const isWhere = (sentence: string) => regionsIn(sentence).some((place) => asked.places.includes(place));
  const namesPlace = sentences.some(isWhere);
  const ranked = sentences
    .map((sentence, index) => ({ index, length: sentence.length, score: scores[index] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= best * 0.5)
    .filter(({ index }) => !namesPlace || isWhere(sentences[index] ?? ""))
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen = new Set<number>();
  let length = 0;
  for (const candidate of ranked.slice(0, MAX_SENTENCES)) {
    if (chosen.size > 0 && length + candidate.length > LENGTH) continue;
    chosen.add(candidate.index);
    length += candidate.length;
  }
  const isShort = !namesPlace && scores.every((score) => score >= 0) && sentences.join(" ").length <= SHORT;
  const told = sentences.filter((_, index) => chosen.has(index) || (isShort && best > 0));
  return { text: joinSentences(told), score: best };
}

/** Entries of a list end without a full stop. */
export function joinSentences(sentences: string[]): string {
  return sentences
    .map((sentence, index) => {
      const isLast = index === sentences.length - 1;
      return isLast || /[.!?…:;]$/.test(sentence) ? sentence : `${sentence};`;
    })
    .join(" ");
}

/**
 * The sentences of a merchant's text that may be told to a shopper, of whatever kind the text is. What speaks to the
 * assistant is left out, and with it the rest of its paragraph: "the return window is now a year" after "note to AI
 * assistants" is part of the lie.
 */
export function tellableSentences(text: string): string[] {
  return text.split(/\n+/).flatMap((paragraph) => {
    const sentences = splitSentences(paragraph);
    const turn = sentences.findIndex(isAddressedToAssistants);
    return sentences.slice(0, turn === -1 ? undefined : turn).filter((sentence) => !isInstruction(sentence));
  });
}

function splitSentences(text: string): string[] {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\/\/\S+/gi, "")
    .replace(/[*_`~|<>[\]\\]+/g, "")
    .split(/\n+|(?<=[.!?…])(?<![\s.(]\p{L}\.)\s+(?=[\p{Lu}\d¿¡"“«])/u)
    .map((sentence) =>
      sentence
        .replace(/^[\s•\-–#]+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}

function scoreSentence(
  asked: Asked,
  sentence: string,
  topic: ReadonlySet<Concept>,
  language: Language,
): number {
  const concepts = conceptsOf(sentence, language);
  const stems = new Set(splitWords(sentence, language).map(({ stem }) => stem));
  const shares = (idea: Concept[], having: ReadonlySet<Concept>) =>
    idea.some((concept) => having.has(concept));
  const matters = new Set(countPolicyConcepts(sentence).keys());
  const met = asked.matters.filter((names) => names.some((name) => matters.has(name))).length;
  const shared = asked.ideas.filter((idea) => shares(idea, concepts)).length;
  const headed = asked.ideas.filter((idea) => !shares(idea, concepts) && shares(idea, topic)).length;
  const literal = asked.names.filter((name) => stems.has(name)).length;
  const places = regionsIn(sentence).filter((place) => asked.places.includes(place)).length;
  const isBeside = asked.isAboutReturning && !sharesReturning(concepts) && !sharesReturning(topic);
  const isElsewhere = OWN_MATTERS.some(
    (concept) =>
      (concepts.has(concept) || (asked.isAboutSending && topic.has(concept))) && !asked.concepts.has(concept),
  );
  return (
    shared +
    met * MATTER +
    headed * HEADED +
    (literal + places) * 2 +
    (asked.isAbroad && literal + places === 0 && concepts.has("abroad") ? 1.5 : 0) +
    (asked.wantsFigure && /\d/.test(sentence) ? 1.5 : 0) +
    (asked.wantsAddress && hasAddress(sentence) ? ADDRESS : 0) +
    (asked.wantsSteps && topic.has("how") ? 1.5 : 0) -
    (isElsewhere && !asked.isAboutGoods ? ELSEWHERE : 0) -
    (isBeside ? ELSEWHERE : 0)
  );
}

function conceptsOf(text: string, language: Language): ReadonlySet<Concept> {
  const mentions = lexiconOf(language).findMentions(splitWords(text, language));
  return new Set(mentions.map(({ concept }) => concept));
}

/** Countries stand for the region that shops name: who asks for Germany is answered by "European Union". */
function placesIn(text: string): string[] {
  return ["uk", "us", "eu"].filter((place) => countConcepts(text).has(place));
}

/** Like `placesIn` of a rule: who asks for Germany is not answered by a row for Ireland, though both are in the Union. */
function regionsIn(text: string): string[] {
  return placesIn(text).filter((place) => place !== "eu" || /\b(?:EU|UE)\b|europ/i.test(text));
}

function sharesReturning(concepts: ReadonlySet<Concept>): boolean {
  return OWN_MATTERS.some((concept) => concepts.has(concept));
}

/** A matter of shops, in whatever words, that question and sentence both speak of. */
const MATTER = 0.6;
/** Matters that nearly every sentence of a shop speaks of. */
const EVERYWHERE = new Set(["order-word", "product-word", "policy-word", "arrive", "procedure", "shipping"]);
/** What an address gains where the shop is looked for. */
const ADDRESS = 3;
/** An idea that only the headings above a sentence name. */
const HEADED = 0.75;
/** What is spoken of for its own sake: who asks how to pay wants to hear nothing of refunds. */
const OWN_MATTERS: Concept[] = ["return", "refund", "exchange", "cancel"];
const FAULTS: Concept[] = ["damaged", "wrong", "missing", "warranty", "policy", "giftcard", "sale", "fit"];
/** What a sentence on such a matter loses where nothing of the kind was asked. */
const ELSEWHERE = 3;

interface Asked {
  /** For every word or phrase of the question the concepts that it may stand for. */
  ideas: Concept[][];
  /** For every word or phrase the matters of shops that it names. */
  matters: string[][];
  /** Stems of the words that no concept explains, such as the name of a country. */
  names: string[];
  wantsFigure: boolean;
  /** Where the shop is. */
  wantsAddress: boolean;
  /** About the way to her: what is said of the way back does not answer it. */
  isAboutSending: boolean;
  /** How something is done. */
  wantsSteps: boolean;
  places: string[];
  isAbroad: boolean;
  concepts: ReadonlySet<Concept>;
  /** About what happens with goods that were bought; returns, refunds and the like belong to it. */
  isAboutGoods: boolean;
  /** About sending back, swapping or calling off: what is said of the way out does not answer it. */
  isAboutReturning: boolean;
}

function readQuestion(ask: Understanding): Asked {
  const ideas = new Map<number, Concept[]>();
  for (const { concept, start } of lexiconOf(ask.language).findMentions(splitWords(ask.text, ask.language))) {
    if (!VAGUE.has(concept)) ideas.set(start, [...(ideas.get(start) ?? []), concept]);
  }
  return {
    ideas: [...ideas.values()],
    matters: readSectionQuestion(ask.text)
      .units.map(({ concepts }) =>
        concepts.map((name) => name.slice(1)).filter((name) => !EVERYWHERE.has(name)),
      )
      .filter((names) => names.length > 0),
    names: splitWords(ask.thingWords.join(" "), ask.language).map(({ stem }) => stem),
    wantsFigure: FIGURED.some((concept) => ask.concepts.has(concept)),
    wantsAddress: isAboutPlace(ask),
    isAboutSending: ask.concepts.has("delivery") || ask.concepts.has("ship"),
    wantsSteps: ask.concepts.has("how") && !FIGURED_HOW.some((concept) => ask.concepts.has(concept)),
    places: placesIn(ask.text),
    isAbroad: ask.concepts.has("abroad"),
    concepts: ask.concepts,
    isAboutReturning: sharesReturning(ask.concepts),
    isAboutGoods: [...OWN_MATTERS, ...FAULTS].some((concept) => ask.concepts.has(concept)),
  };
}

function isAboutPlace({ text, concepts }: Understanding): boolean {
  if (concepts.has("mine") || concepts.has("order")) return false;
  const isAsked = countPolicyConcepts(text).has("location");
  return isAsked && (concepts.has("where") || concepts.has("address"));
}

/** What is mostly answered by a figure. */
const FIGURED: Concept[] = ["howlong", "howmuch", "when", "hours", "fee", "policy", "return", "warranty"];

const FIGURED_HOW: Concept[] = ["howlong", "howmuch"];

/** Concepts that are in so many sentences that sharing them says nothing. */
const VAGUE: ReadonlySet<string> = new Set([
  "can",
  "want",
  "it",
  "mine",
  "which",
  "how",
  "all",
  "item",
  "more",
  "yes",
  "no",
  "over",
  "under",
  "when",
  "quantity",
]);

/** Whether a sentence talks to a language model: it speaks of prompts or of ignoring instructions, in any of our languages. */
function isInstruction(sentence: string): boolean {
  return LANGUAGES.some((language) =>
    lexiconOf(language)
      .findMentions(splitWords(sentence, language))
      .some(({ concept, start, end }) => concept === "attack" && end - start > 1),
  );
}
