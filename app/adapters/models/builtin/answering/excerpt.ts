import { LANGUAGES } from "~/core/settings/settings";
import { detectLanguage } from "../understanding/language";
import { type Concept, lexiconOf } from "../understanding/lexicon";
import type { Understanding } from "../understanding/understand";
import { type Language, splitWords } from "../understanding/words";

/** About the length of a quotation, in characters. */
const LENGTH = 500;
const MAX_SENTENCES = 5;

export interface Excerpt {
  text: string;
  /** How well the best sentence answers, from 0; below 1 it hardly shares an idea with the question. */
  score: number;
}

/**
 * The sentences of a merchant's text that answer the question best, in their order. The text is quoted, never obeyed:
 * markup and links are taken off, and sentences that address the assistant instead of the shopper are left out.
 */
export function excerptFor(ask: Understanding, text: string, locale: string): Excerpt {
  const language = detectLanguage([text.slice(0, 400)], locale) ?? "en";
  const sentences = splitSentences(text).filter((sentence) => !isInstruction(sentence));
  const asked = readQuestion(ask);
  const scores = sentences.map((sentence) => scoreSentence(asked, sentence, language));
  const best = Math.max(0, ...scores);
  const ranked = sentences
    .map((sentence, index) => ({ index, length: sentence.length, score: scores[index] ?? 0 }))
    .filter(({ score }) => score > 0 && score >= best * 0.5)
    .sort((a, b) => b.score - a.score || a.index - b.index);
  const chosen = new Set<number>();
  let length = 0;
  for (const candidate of ranked.slice(0, MAX_SENTENCES)) {
    if (chosen.size > 0 && length + candidate.length > LENGTH) continue;
    chosen.add(candidate.index);
    length += candidate.length;
  }
  const fallback = chosen.size === 0 ? scores.findIndex((score) => score >= 0) : -1;
  if (fallback >= 0) chosen.add(fallback);
  return { text: sentences.filter((_, index) => chosen.has(index)).join(" "), score: best };
}

export function splitSentences(text: string): string[] {
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

function scoreSentence(asked: Asked, sentence: string, language: Language): number {
  const words = splitWords(sentence, language);
  const concepts = new Set(
    lexiconOf(language)
      .findMentions(words)
      .map(({ concept }) => concept),
  );
  const stems = new Set(words.map(({ stem }) => stem));
  const shared = asked.ideas.filter((idea) => idea.some((concept) => concepts.has(concept))).length;
  const literal = asked.names.filter((name) => stems.has(name)).length;
  const isElsewhere = OWN_MATTERS.some((concept) => concepts.has(concept) && !asked.concepts.has(concept));
  const score = shared + literal * 2 + (asked.wantsFigure && /\d/.test(sentence) ? 1.5 : 0);
  return isElsewhere && !asked.isAboutGoods ? score - ELSEWHERE : score;
}

/** What is spoken of for its own sake: who asks how to pay wants to hear nothing of refunds. */
const OWN_MATTERS: Concept[] = ["return", "refund", "exchange", "cancel"];
const FAULTS: Concept[] = ["damaged", "wrong", "missing", "warranty", "policy", "giftcard", "sale", "fit"];
/** What a sentence on such a matter loses where nothing of the kind was asked. */
const ELSEWHERE = 3;

interface Asked {
  /** For every word or phrase of the question the concepts that it may stand for. */
  ideas: Concept[][];
  /** Stems of the words that no concept explains, such as the name of a country. */
  names: string[];
  wantsFigure: boolean;
  concepts: ReadonlySet<Concept>;
  /** About what happens with goods that were bought; returns, refunds and the like belong to it. */
  isAboutGoods: boolean;
}

function readQuestion(ask: Understanding): Asked {
  const ideas = new Map<number, Concept[]>();
  for (const { concept, start } of lexiconOf(ask.language).findMentions(splitWords(ask.text, ask.language))) {
    if (!VAGUE.has(concept)) ideas.set(start, [...(ideas.get(start) ?? []), concept]);
  }
  return {
    ideas: [...ideas.values()],
    names: splitWords(ask.thingWords.join(" "), ask.language).map(({ stem }) => stem),
    wantsFigure: FIGURED.some((concept) => ask.concepts.has(concept)),
    concepts: ask.concepts,
    isAboutGoods: [...OWN_MATTERS, ...FAULTS].some((concept) => ask.concepts.has(concept)),
  };
}

/** What is mostly answered by a figure. */
const FIGURED: Concept[] = ["howlong", "howmuch", "when", "hours", "fee", "policy", "return", "warranty"];

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
]);

/** Whether a sentence talks to a language model: it speaks of prompts or of ignoring instructions, in any of our languages. */
export function isInstruction(sentence: string): boolean {
  return LANGUAGES.some((language) =>
    lexiconOf(language)
      .findMentions(splitWords(sentence, language))
      .some(({ concept, start, end }) => concept === "attack" && end - start > 1),
  );
}
