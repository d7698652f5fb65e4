import { isAnswered, requiredMatters, spokenShare } from "./answerable";
import type { KnowledgeMatch } from "./knowledge-index";
import { homeOf, isHeadedByPlace, placeWorths, standingOf, withoutHome } from "./place-fit";
import { type PolicyLanguage, plausibleLanguages } from "./plausible-languages";
import { type ReadSection, readSection } from "./read-section";
import { createCorpus, FEATURES, type Features, readFeatures, weighUnits } from "./section-features";
import { readSectionQuestion, type SectionQuestion } from "./section-question";
import type { IndexedSection } from "./sections";

/**
 * What each feature counts, in logits of being the answer: fitted by a softmax over each shop's sections on the questions
 * of bench/policies and bench/search, in English with and without vectors.
 */
const WEIGHTS: Features = {
  heading: 3.7,
  title: 1.81,
  text: 2.95,
  "words of heading": -0.87,
  "words of text": 3.02,
  "all of the question": 5.17,
  "heading off topic": -2.19,
  "text off topic": -2.18,
  topics: 2.1,
  figures: 1.88,
  "required matters": 1.66,
  introduction: -0.78,
};
/** The same of what the encoder says, each from -1 to 1. */
const NEAR = { whole: 1.1, passage: 2.87 };
/**
 * How many times as much it says about the order of sections: the words were chosen by the questions that the weights were
 * fitted to, and are wanting in shops that nobody has seen yet.
 */
const NEAR_IN_ORDER = 3.2;
/** A section this much less likely than the best is noise. */
const MAX_DISTANCE = 6;
/** Of what a question is about beyond doubt a section speaks at least so much, unless the best one does without. */
const LITTLE = 1e-9;
/** What of a question is met by a section that is near, or how near its meaning is without. */
const SOMETHING = 0.1;
const NEARLY_MEANT = 0.5;

/** Sections made ready for ranking; small enough to rebuild whenever a shop's texts change. */
export interface SectionRanking {
  /**
   * Best first, at most `limit`; none where no section seems to answer the question. `meaning` is the question's vector,
   * by the model that the sections' are of.
   */
  rank(question: string, limit: number, meaning?: Float32Array | null): KnowledgeMatch[];
  /** The same whether or not they seem to answer it; none where no section has anything of the question. */
  nearest(question: string, limit: number, meaning?: Float32Array | null): KnowledgeMatch[];
}

/** `vectorsOf` gives the vectors of a section's passages, the first one of the whole; none where there are none. */
export function createSectionRanking(
  sections: readonly IndexedSection[],
  vectorsOf: (index: number) => readonly Float32Array[] = () => [],
): SectionRanking {
  const languages = languagesOfDocuments(sections);
  const read = sections.map((section, index) =>
    readSection(section, languages.get(section.documentId) ?? [], vectorsOf(index)),
  );
  const corpus = createCorpus(read);
  const home = homeOf(read);
  const spoken = mainLanguages(sections);

  /** All that may stand under the asked place, best first. */
  function order(asked: SectionQuestion, meaning: Float32Array | null): Judged[] {
    const units = weighUnits(withoutHome(asked, home, corpus.isKnown), corpus);
    if (units.length === 0) return [];
    const standings = read.map((candidate) => standingOf(candidate, asked, home));
    const worths = placeWorths(standings);
    const inWords = read.flatMap((candidate, index) => {
      const place = worths[index] ?? null;
      if (place === null) return [];
      const isOfPlace = isHeadedByPlace(standings[index] ?? null);
      return { ...judge(candidate, readFeatures(candidate, asked, units, corpus), place), isOfPlace };
    });
    const judged = meaning ? addNearness(inWords, meaning) : inWords;
    return judged.sort((one, other) => other.score - one.score);
  }

  return {
    rank(question, limit, meaning = null) {
      const asked = readSectionQuestion(question, spoken);
      const ranked = order(asked, meaning);
      const [best] = ranked;
      if (!best) return [];
      const { candidate, certainty: score, coverage, meant, isOfPlace } = best;
      if (!isAnswered({ question: asked, read, best: candidate, score, coverage, meant, isOfPlace }))
        return [];
      const required = requiredMatters(asked);
      const leastSpoken = Math.min(spokenShare(candidate, required), LITTLE);
      return ranked
        .filter(({ score }) => score >= best.score - MAX_DISTANCE)
        .filter((other) => spokenShare(other.candidate, required) >= leastSpoken)
        .slice(0, limit)
        .map(toMatch);
    },

    nearest(question, limit, meaning = null) {
      return order(readSectionQuestion(question, spoken), meaning)
        .filter(
          ({ coverage, meant, isOfPlace }) => coverage >= SOMETHING || meant >= NEARLY_MEANT || isOfPlace,
        )
        .slice(0, limit)
        .map(toMatch);
    },
  };
}

interface Judged {
  candidate: ReadSection;
  /** The share of the question that it meets. */
  coverage: number;
  /** What its words, and its nearness as it was fitted, say for its answering at all. */
  certainty: number;
  /** How near the question's meaning is, from 0 to 1; 0 where nobody knows. */
  meant: number;
  /** Whether it is headed by the asked place. */
  isOfPlace: boolean;
  /** By which sections are ordered. */
  score: number;
}

function judge(candidate: ReadSection, features: Features, place: number): Omit<Judged, "isOfPlace"> {
  const certainty = FEATURES.reduce((sum, name) => sum + WEIGHTS[name] * features[name], 0);
  const coverage = features["all of the question"];
  return { candidate, coverage, certainty, score: certainty + place, meant: 0 };
}

/**
 * Adds what the nearness of the question's vector counts. A text that was just written has no vectors yet: it counts as
 * near as any whose words are no better.
 */
function addNearness(judged: readonly Judged[], meaning: Float32Array): Judged[] {
  const near = judged.map(({ candidate, score }) => ({ score, worth: nearness(candidate.vectors, meaning) }));
  const guess = (score: number) =>
    Math.max(0, ...near.map((other) => (other.score <= score ? (other.worth ?? 0) : 0)));
  return judged.map((one, index) => {
    const worth = near[index]?.worth ?? guess(one.score);
    return {
      ...one,
      certainty: one.certainty + worth,
      score: one.score + NEAR_IN_ORDER * worth,
      meant: worth / (NEAR.whole + NEAR.passage),
    };
  });
}

/** Of the whole of a section, and of the nearest of its passages; null for one without vectors. */
function nearness(vectors: readonly Float32Array[], meaning: Float32Array): number | null {
  const [whole, ...passages] = vectors.map((vector) => product(vector, meaning));
  if (whole === undefined) return null;
  return NEAR.whole * whole + NEAR.passage * Math.max(whole, ...passages);
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** The language that nearly all of a shop's texts are in; none where that does not show. */
function mainLanguages(sections: readonly IndexedSection[]): readonly PolicyLanguage[] {
  const found = plausibleLanguages(sections.map(({ heading, text }) => `${heading}. ${text}`).join("\n"));
  return found.length === 1 ? found : [];
}

/** A document's language shows in all of it, where a section alone may say little. */
function languagesOfDocuments(sections: readonly IndexedSection[]): Map<string, readonly PolicyLanguage[]> {
  const texts = new Map<string, string[]>();
  for (const { documentId, documentTitle, heading, text } of sections)
    texts.set(documentId, [...(texts.get(documentId) ?? [documentTitle]), heading, text]);
  return new Map([...texts].map(([id, parts]) => [id, plausibleLanguages(parts.join("\n"))]));
}

function toMatch({ candidate, score }: Judged): KnowledgeMatch {
  const { documentId, kind, documentTitle, heading, url, text } = candidate.section;
  return { documentId, kind, documentTitle, heading, url, text, score };
}
