import { stem } from "~/lib/words";
import { countConcepts } from "./concepts";
import type { KnowledgeMatch } from "./knowledge-index";
import { tellingWords, textStems } from "./question-words";
import type { IndexedSection } from "./sections";

/** What a word counts for by where it stands. */
const WEIGHT = { heading: 5, title: 1.5, text: 1 };
/** BM25's saturation and length normalisation. */
const K1 = 1.6;
const B = 0.1;
/** Repeating a word in tables and lists says no more about what a text is about. */
const MAX_REPEATS = 3;
/** What a section is headed with is what it is about. */
const TOPIC_BONUS = 1.25;
/** A word that the shop never uses says little about which of its sections is meant. */
const UNKNOWN_WEIGHT = 0.8;
/** A concept against a word: it is surer than a word of its own, but several words may share it. */
const CONCEPT_WEIGHT = 1.5;
/** The share of what a question is about that a section has to answer, weighed by rarity. */
const FLOOR = 0.4;
/** A section this much worse than the best is noise. */
const NEAR_BEST = 0.35;

interface ReadSection {
  section: IndexedSection;
  /** Weighted frequency of stems, and of concepts as "~name". */
  terms: Map<string, number>;
  /** The concepts of its heading and titles: what it is about. */
  topics: Set<string>;
  length: number;
}

/** Sections made ready for ranking; small enough to rebuild whenever a shop's texts change. */
export interface SectionRanking {
  /** Best first, at most `limit`; none where no section answers enough of the question. */
  rank(question: string, limit: number): KnowledgeMatch[];
}

export function createSectionRanking(sections: readonly IndexedSection[]): SectionRanking {
  const read = sections.map(readSection);
  const averageLength = Math.max(
    1,
    read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length),
  );
  const holders = new Map<string, number>();
  for (const { terms } of read)
    for (const term of terms.keys()) holders.set(term, (holders.get(term) ?? 0) + 1);
  const rarity = (term: string) => {
    const held = holders.get(term) ?? 0;
    return Math.log(1 + (read.length - held + 0.5) / (held + 0.5));
  };

  const corpus: Corpus = { rarity, isKnown: (term) => holders.has(term) };

  function score(candidate: ReadSection, asked: Map<string, number>): number {
    let sum = 0;
    for (const [term, weight] of asked) {
      const frequency = candidate.terms.get(term);
      if (frequency === undefined) continue;
      const norm = K1 * (1 - B + (B * candidate.length) / averageLength);
      sum += (weight * rarity(term) * frequency * (K1 + 1)) / (frequency + norm);
    }
    return sum;
  }

  return {
    rank(question, limit) {
      const { asked, units } = readQuestion(question);
      if (units.length === 0) return [];
      const most = units.reduce((sum, unit) => sum + unitRarity(unit, corpus), 0);
      const matches = read
        .map((candidate) => ({ candidate, covered: coverage(candidate, units, corpus) / most }))
        .filter(({ candidate, covered }) => covered >= FLOOR || isAbout(candidate, asked))
        .map(({ candidate }) => ({
          candidate,
          score: score(candidate, asked) * (isAbout(candidate, asked) ? TOPIC_BONUS : 1),
        }))
        .sort((a, b) => b.score - a.score);
      const best = matches[0]?.score ?? 0;
      return matches
        .filter(({ score }) => score > 0 && score >= NEAR_BEST * best)
        .slice(0, limit)
        .map(({ candidate, score }) => ({ ...toSection(candidate.section), score }));
    },
  };
}

interface Corpus {
  rarity(term: string): number;
  isKnown(term: string): boolean;
}

/** What is asked, as words with the concepts that each stands for: a section answers it by the word or by a concept. */
type Unit = string[];

function readQuestion(question: string): { asked: Map<string, number>; units: Unit[] } {
  const telling = tellingWords(question);
  const stems = telling.map(stem);
  const concepts = [...countConcepts(question).keys()].map((concept) => `~${concept}`);
  const asked = new Map<string, number>([
    ...stems.map((term) => [term, 1] as const),
    ...concepts.map((term) => [term, CONCEPT_WEIGHT] as const),
  ]);
  const units = telling.map((word) => [
    stem(word),
    ...[...countConcepts(word).keys()].map((concept) => `~${concept}`),
  ]);
  const inPhrases = concepts.filter((concept) => !units.some((unit) => unit.includes(concept)));
  return { asked, units: [...units, ...inPhrases.map((concept) => [concept])] };
}

/** Enough by itself: what the question asks is what the section is headed with, whatever else the question says. */
function isAbout({ topics }: ReadSection, asked: Map<string, number>): boolean {
  for (const topic of topics) if (asked.has(topic)) return true;
  return false;
}

function unitRarity(unit: Unit, { rarity, isKnown }: Corpus): number {
  const known = unit.filter(isKnown);
  return known.length > 0 ? Math.min(...known.map(rarity)) : UNKNOWN_WEIGHT * rarity(unit[0] ?? "");
}

function coverage({ terms }: ReadSection, units: Unit[], corpus: Corpus): number {
  return units
    .filter((unit) => unit.some((term) => terms.has(term)))
    .reduce((sum, unit) => sum + unitRarity(unit, corpus), 0);
}

function readSection(section: IndexedSection): ReadSection {
  const terms = new Map<string, number>();
  const introduces = section.heading === "";
  const titles = [section.documentTitle, ...section.context].join(" ");
  add(terms, section.heading, WEIGHT.heading);
  add(terms, titles, introduces ? WEIGHT.heading : WEIGHT.title);
  add(terms, section.text, WEIGHT.text);
  const topics = new Set(
    [...countConcepts(`${titles} ${section.heading}`).keys()].map((concept) => `~${concept}`),
  );
  return { section, terms, topics, length: textStems(section.text).length };
}

function add(terms: Map<string, number>, text: string, weight: number): void {
  const counts = new Map<string, number>();
  for (const term of textStems(text)) counts.set(term, (counts.get(term) ?? 0) + 1);
  for (const [concept, times] of countConcepts(text)) counts.set(`~${concept}`, times);
  for (const [term, times] of counts) {
    terms.set(term, (terms.get(term) ?? 0) + weight * Math.min(times, MAX_REPEATS));
  }
}

function toSection({ documentId, kind, documentTitle, heading, url, text }: IndexedSection) {
  return { documentId, kind, documentTitle, heading, url, text };
}
