import { stem } from "~/lib/words";
import { countConcepts } from "./concepts";
import { findKin } from "./kindred-words";
import type { KnowledgeMatch } from "./knowledge-index";
import { tellingWords } from "./question-words";
import { type ReadSection, readConcepts, readSection } from "./read-section";
import type { IndexedSection } from "./sections";

/** BM25's saturation and length normalisation. */
const K1 = 1.6;
const B = 0.1;
/** What a section is headed with is what it is about. */
const TOPIC_BONUS = 1.25;
/** What it costs a section at most that it is headed with something that is not asked. */
const OFF_TOPIC = 0.4;
/** What a section is worth more for each sort of figure that is asked and stands in it. */
const FIGURE_BONUS = 0.2;
/** A word that the shop never uses says little about which of its sections is meant. */
const UNKNOWN_WEIGHT = 0.8;
/** A concept against a word: it is surer than a word of its own, but several words may share it. */
const CONCEPT_WEIGHT = 1.8;
/** What so many sections speak of that it tells little about which one is meant. */
const COMMON_CONCEPTS = new Set(["~duration", "~cost", "~procedure"]);
const COMMON_WEIGHT = 0.7;
/** A word that only shares its beginning or an end with one of the section's: "Teekanne" and "Kanne". */
const KIN_WEIGHT = 0.6;
/** The share of what a question is about that a section has to answer, weighed by rarity. */
const FLOOR = 0.25;
/** The share that is enough for a section that is near in meaning too. */
const LOW_FLOOR = 0.2;
const SOMEWHAT_NEAR = 0.3;
/** A section this much worse than the best is noise. */
const NEAR_BEST = 0.25;
/** What nearness in meaning counts beside words that are the same. */
const MEANING_WEIGHT = 2;
/** From this nearness on a section may answer without a word in common. */
const MEANT = 0.45;

/** Sections made ready for ranking; small enough to rebuild whenever a shop's texts change. */
export interface SectionRanking {
  /**
   * Best first, at most `limit`; none where no section answers enough of the question. `meaning` is the question's vector,
   * by the model that the sections' are of.
   */
  rank(question: string, limit: number, meaning?: Float32Array | null): KnowledgeMatch[];
}

/** `vectorsOf` gives the vectors of a section's passages, the first one of the whole; none where there are none. */
export function createSectionRanking(
  sections: readonly IndexedSection[],
  vectorsOf: (index: number) => readonly Float32Array[] = () => [],
): SectionRanking {
  const read = sections.map((section, index) => readSection(section, vectorsOf(index)));
  const corpus = createCorpus(read);

  return {
    rank(question, limit, meaning = null) {
      const asked = readQuestion(question, corpus);
      if (asked.units.length === 0 && !meaning) return [];
      const most = asked.units.reduce((sum, unit) => sum + unitRarity(unit, corpus), 0);
      const judged = read.map((candidate) => {
        const share = most > 0 ? coverage(candidate, asked.units, corpus) / most : 0;
        const about = isAbout(candidate, asked);
        const words = score(candidate, asked.terms, corpus) * aptness(candidate, asked.terms, about);
        const near = meaning ? nearness(candidate.vectors, meaning) : 0;
        const isBoth = share >= LOW_FLOOR && near >= SOMEWHAT_NEAR;
        const fits = share >= FLOOR || about || near >= MEANT || isBoth;
        return { candidate, fits, words, near };
      });
      const mostWords = Math.max(...judged.map(({ words }) => words), 1e-9);
      const nearest = Math.max(...judged.map(({ near }) => near), 0);
      // A text that was just written has no vectors yet: it counts as near as its words are right.
      const guessNear = ({ candidate, words, near }: (typeof judged)[number]) =>
        candidate.vectors.length > 0 ? near : (words / mostWords) * nearest;
      const matches = judged
        .map((one) => ({ ...one, score: one.words / mostWords + MEANING_WEIGHT * guessNear(one) }))
        .sort((a, b) => b.score - a.score);
      const best = matches.find(({ fits }) => fits)?.score ?? 0;
      return matches
        .filter(({ fits, score }) => fits && score > 0 && score >= NEAR_BEST * best)
        .slice(0, limit)
        .map(({ candidate, score }) => ({ ...toSection(candidate.section), score }));
    },
  };
}

interface Corpus {
  averageLength: number;
  rarity(term: string): number;
  isKnown(term: string): boolean;
  /** Known stems that a word may be a part or a relative of. */
  kin(stem: string): string[];
}

function createCorpus(read: ReadSection[]): Corpus {
  const holders = new Map<string, number>();
  for (const { terms } of read)
    for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const words = [...holders.keys()].filter((term) => !term.startsWith("~"));
  return {
    averageLength: Math.max(1, read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length)),
    rarity(term) {
      const held = holders.get(term) ?? 0;
      return Math.log(1 + (read.length - held + 0.5) / (held + 0.5));
    },
    isKnown: (term) => holders.has(term),
    kin: (word) => findKin(word, words),
  };
}

function score(
  candidate: ReadSection,
  asked: Map<string, number>,
  { rarity, averageLength }: Corpus,
): number {
  let sum = 0;
  for (const [term, weight] of asked) {
    const frequency = candidate.terms.get(term);
    if (frequency === undefined) continue;
    const norm = K1 * (1 - B + (B * candidate.length) / averageLength);
    sum += (weight * rarity(term) * frequency * (K1 + 1)) / (frequency + norm);
  }
  return sum;
}

/** As near as the whole and the nearest passage are on average. */
function nearness(vectors: readonly Float32Array[], meaning: Float32Array): number {
  const [whole, ...passages] = vectors.map((vector) => product(vector, meaning));
  if (whole === undefined) return 0;
  return (whole + Math.max(whole, ...passages)) / 2;
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

/** What is asked, as words with the concepts that each stands for: a section answers it by the word or by a concept. */
type Unit = string[];

interface Asked {
  terms: Map<string, number>;
  units: Unit[];
  /** The concepts that the question is about beyond doubt. */
  surely: string[];
}

function readQuestion(question: string, corpus: Corpus): Asked {
  const telling = tellingWords(question).map((word) => {
    const root = stem(word);
    return { word, root, kin: corpus.isKnown(root) ? [] : corpus.kin(root) };
  });
  const concepts = readAskedConcepts(question);
  const terms = new Map<string, number>([
    ...telling.flatMap(({ kin }) => kin.map((term) => [term, KIN_WEIGHT] as const)),
    ...telling.map(({ root }) => [root, 1] as const),
    ...concepts.map((term) => [term, COMMON_CONCEPTS.has(term) ? COMMON_WEIGHT : CONCEPT_WEIGHT] as const),
  ]);
  const units = telling.map(({ word, root, kin }) => [root, ...kin, ...readConcepts(word)]);
  const inPhrases = concepts.filter(
    (concept) => corpus.isKnown(concept) && !units.some((unit) => unit.includes(concept)),
  );
  const surely = [...countConcepts(question).keys()].map((concept) => `~${concept}`);
  return { terms, units: [...units, ...inPhrases.map((concept) => [concept])], surely };
}

/** "When do you open" and "opening hours" ask for no span of time. */
function readAskedConcepts(question: string): string[] {
  const concepts = [...readConcepts(question)];
  return concepts.includes("~hours") ? concepts.filter((concept) => concept !== "~duration") : concepts;
}

/**
 * Enough by itself: what the question asks is what the section is headed with, whatever else the question says. "How
 * long" is asked of many things, so it counts only where nothing else is asked.
 */
function isAbout({ topics }: ReadSection, { surely }: Asked): boolean {
  const telling = surely.filter((term) => !COMMON_CONCEPTS.has(term));
  return (telling.length > 0 ? telling : surely).some((concept) => topics.has(concept));
}

/** How well a section's heading and figures go with the question, as a factor about 1. */
function aptness({ headed, figures }: ReadSection, asked: Map<string, number>, about: boolean): number {
  const off = [...headed].filter((concept) => !asked.has(concept)).length / Math.max(1, headed.size);
  const given = [...figures].filter((concept) => asked.has(concept)).length;
  return (about ? TOPIC_BONUS : 1) * (1 - OFF_TOPIC * off) * (1 + FIGURE_BONUS * given);
}

/** A word that the shop uses itself is as rare as it is there; another one as its commonest relative or concept. */
function unitRarity(unit: Unit, { rarity, isKnown }: Corpus): number {
  const [root = ""] = unit;
  if (isKnown(root)) return rarity(root);
  const known = unit.filter(isKnown);
  return known.length > 0 ? Math.min(...known.map(rarity)) : UNKNOWN_WEIGHT * rarity(root);
}

function coverage({ terms }: ReadSection, units: Unit[], corpus: Corpus): number {
  return units
    .filter((unit) => unit.some((term) => terms.has(term)))
    .reduce((sum, unit) => sum + unitRarity(unit, corpus), 0);
}

function toSection({ documentId, kind, documentTitle, heading, url, text }: IndexedSection) {
  return { documentId, kind, documentTitle, heading, url, text };
}
