import { requiredMatters, spokenShare } from "./answerable";
import { neighboursOf } from "./concept-relations";
import { findKin } from "./kindred-words";
import type { ReadSection, TermCounts } from "./read-section";
import type { AskedUnit, SectionQuestion } from "./section-question";

/** A word that the shop never uses says little about which of its sections is meant. */
const UNKNOWN_WEIGHT = 0.8;
/** What so many sections speak of that it tells little about which one is meant. */
const COMMON_CONCEPTS = new Set(["~duration", "~cost", "~procedure", "~price"]);
const COMMON_WEIGHT = 0.4;
/** What every shop speaks of everywhere: orders, articles, that something arrives. */
const GENERIC_CONCEPTS = new Set(["~order-word", "~product-word", "~arrive", "~policy-word"]);
const GENERIC_WEIGHT = 0.15;
/** A word that only shares its beginning or an end with one of the section's: "Teekanne" and "Kanne". */
const KIN_WEIGHT = 0.6;
/** How soon a term's counts in a text are enough, and what length takes from them. */
const SATURATION = 0.6;

/** What a shop's sections have in common. */
export interface Corpus {
  size: number;
  averageLength: number;
  rarity(term: string): number;
  isKnown(term: string): boolean;
  /** Known stems that a word may be a part or a relative of. */
  kin(stem: string): string[];
}

export function createCorpus(read: readonly ReadSection[]): Corpus {
  const holders = new Map<string, number>();
  for (const { heading, title, text } of read)
    for (const term of new Set([...heading.keys(), ...title.keys(), ...text.keys()]))
      holders.set(term, (holders.get(term) ?? 0) + 1);
  const words = [...holders.keys()].filter((term) => !term.startsWith("~"));
  return {
    size: read.length,
    averageLength: Math.max(1, read.reduce((sum, { length }) => sum + length, 0) / Math.max(1, read.length)),
    rarity(term) {
      const held = holders.get(term) ?? 0;
      return Math.log(1 + (read.length - held + 0.5) / (held + 0.5));
    },
    isKnown: (term) => holders.has(term),
    kin: (word) => findKin(word, words),
  };
}

/** A term that may answer a unit, with what it weighs in this shop. */
interface Answer {
  term: string;
  weight: number;
  isConcept: boolean;
}

interface WeighedUnit {
  answers: Answer[];
  /** What the unit weighs among the others. */
  weight: number;
  /** Whether no section has a word or concept of it. */
  isMissing: boolean;
  hasConcepts: boolean;
}

export function weighUnits({ units }: SectionQuestion, corpus: Corpus): WeighedUnit[] {
  return units.map((unit) => weighUnit(unit, corpus));
}

function weighUnit({ root, concepts }: AskedUnit, corpus: Corpus): WeighedUnit {
  const commonest = concepts.length > 0 ? Math.max(...concepts.map(commonness)) : 1;
  const kin = root === null || corpus.isKnown(root) || concepts.length > 0 ? [] : corpus.kin(root);
  const answers: Answer[] = [
    ...(root !== null && corpus.isKnown(root)
      ? [{ term: root, weight: corpus.rarity(root) * commonest, isConcept: false }]
      : []),
    ...kin.map((term) => ({ term, weight: KIN_WEIGHT * corpus.rarity(term), isConcept: false })),
    ...concepts
      .flatMap(withNeighbours)
      .filter(({ term }) => corpus.isKnown(term))
      .map(({ term, nearness }) => ({
        term,
        weight: nearness * corpus.rarity(term) * commonness(term),
        isConcept: true,
      })),
  ];
  const unknown = UNKNOWN_WEIGHT * corpus.rarity("");
  const weight = answers.length > 0 ? Math.max(...answers.map((answer) => answer.weight)) : unknown;
  return {
    answers,
    weight:
      concepts.length > 0 && concepts.every((term) => COMMON_CONCEPTS.has(term))
        ? weight * COMMON_WEIGHT
        : weight,
    isMissing: answers.length === 0,
    hasConcepts: concepts.length > 0,
  };
}

const withNeighbours = (term: string) => [
  { term, nearness: 1 },
  ...neighboursOf(term.slice(1)).map(([other, nearness]) => ({ term: `~${other}`, nearness })),
];

function commonness(term: string): number {
  if (GENERIC_CONCEPTS.has(term)) return GENERIC_WEIGHT;
  return COMMON_CONCEPTS.has(term) ? COMMON_WEIGHT : 1;
}

export const FEATURES = [
  "heading",
  "title",
  "text",
  "words of heading",
  "words of text",
  "all of the question",
  "heading off topic",
  "text off topic",
  "topics",
  "figures",
  "required matters",
  "introduction",
] as const;
export type Features = Record<(typeof FEATURES)[number], number>;

/** What speaks for a section as the answer, and against it: each between about 0 and 1. */
export function readFeatures(
  candidate: ReadSection,
  question: SectionQuestion,
  units: readonly WeighedUnit[],
  corpus: Corpus,
): Features {
  const { heading, title, text } = candidate;
  const length = candidate.length / corpus.averageLength;
  const most = Math.max(1e-9, sum(units.map(({ weight }) => weight)));
  const share = (terms: TermCounts, counts: (answer: Answer) => boolean, size = 0) =>
    sum(units.map(({ answers }) => evidence(answers.filter(counts), terms, size))) / most;
  const any = () => true;
  const word = ({ isConcept }: Answer) => !isConcept;
  const isMet = ({ answers }: WeighedUnit) =>
    answers.some(({ term }) => heading.has(term) || title.has(term) || text.has(term));
  const isTopic = [...question.surely].some(
    (concept) => commonness(concept) === 1 && candidate.topics.has(concept),
  );
  const required = requiredMatters(question);
  return {
    heading: share(heading, any),
    title: share(title, any),
    text: share(text, any, length),
    "words of heading": share(heading, word),
    "words of text": share(text, word, length),
    "all of the question": sum(units.filter(isMet).map(({ weight }) => weight)) / most,
    "heading off topic": offTopic(heading, question, corpus),
    "text off topic": offTopic(text, question, corpus),
    topics: isTopic ? 1 : 0,
    figures: [...candidate.figures].filter((concept) => question.concepts.has(concept)).length,
    "required matters": required.length > 0 ? spokenShare(candidate, required) : 0,
    introduction: candidate.isIntroduction ? share(heading, any) : 0,
  };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The best of the answers that the terms give. */
function evidence(answers: readonly Answer[], terms: TermCounts, length: number): number {
  let best = 0;
  for (const { term, weight } of answers) {
    const count = terms.get(term) ?? 0;
    if (count > 0) best = Math.max(best, (weight * count) / (count + SATURATION * length));
  }
  return best;
}

/** The share of the concepts that it speaks of which are not asked, by rarity. */
function offTopic(terms: TermCounts, { concepts }: SectionQuestion, { rarity }: Corpus): number {
  let all = 0;
  let off = 0;
  for (const term of terms.keys()) {
    if (!term.startsWith("~") || GENERIC_CONCEPTS.has(term)) continue;
    all += rarity(term);
    if (!concepts.has(term)) off += rarity(term);
  }
  return all > 0 ? off / all : 0.5;
}
