import { LANGUAGES } from "~/core/settings/settings";
import { detectLanguage } from "../understanding/language";
import { lexiconOf } from "../understanding/lexicon";
import type { Understanding } from "../understanding/understand";
import { type Language, splitWords } from "../understanding/words";

/** About the length of a quotation, in characters. */
const LENGTH = 420;
const MAX_SENTENCES = 3;

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
  const scores = sentences.map((sentence) => scoreSentence(ask, sentence, language));
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
  if (chosen.size === 0 && sentences[0] !== undefined) chosen.add(0);
  return { text: sentences.filter((_, index) => chosen.has(index)).join(" "), score: best };
}

export function splitSentences(text: string): string[] {
  return text
    .replace(/<[^>]*>/g, " ")
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/https?:\/\/\S+/gi, "")
    .replace(/[*_`~|<>[\]\\]+/g, "")
    .split(/\n+|(?<=[.!?…])\s+(?=[\p{Lu}\d¿¡"“«])/u)
    .map((sentence) =>
      sentence
        .replace(/^[\s•\-–#]+/, "")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((sentence) => /\p{L}{2}/u.test(sentence));
}

function scoreSentence(ask: Understanding, sentence: string, language: Language): number {
  const words = splitWords(sentence, language);
  const concepts = new Set(
    lexiconOf(language)
      .findMentions(words)
      .map(({ concept }) => concept),
  );
  const shared = [...ask.concepts].filter((concept) => concepts.has(concept) && !VAGUE.has(concept)).length;
  const stems = new Set(words.map(({ stem }) => stem));
  const askLexicon = lexiconOf(ask.language);
  const asked = splitWords(ask.text, ask.language).filter((word) => !askLexicon.isStopWord(word));
  const literal = new Set(asked.map(({ stem }) => stem).filter((stem) => stems.has(stem))).size;
  const wantsFigure = ["howlong", "howmuch", "when", "hours", "fee"].some((one) =>
    ask.concepts.has(one as "fee"),
  );
  const hasFigure = /\d/.test(sentence);
  return shared + literal + (wantsFigure && hasFigure ? 1 : 0);
}

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
