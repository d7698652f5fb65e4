import { countConcepts } from "./concepts";
import { readDurations } from "./findings/read-durations";
import { countPolicyConcepts } from "./policy-concepts";
import { textStems } from "./question-words";
import type { IndexedSection } from "./sections";

/** What a word counts for by where it stands. */
const WEIGHT = { heading: 5, title: 2, text: 1 };
/** Repeating a word in tables and lists says little more about what a text is about. */
const MAX_REPEATS = 2;
const CLOCK = /\d\s?(?:[ap]\.?m\b|uhr\b|h\b|hs\b)|\b\d{1,2}[:.]\d{2}\b/iu;
const MONEY = /\p{Sc}|\b(?:EUR|USD|GBP|CHF|BRL|euros?|dollars?|reais|francs?)\b/iu;

/** A section made ready for ranking. */
export interface ReadSection {
  section: IndexedSection;
  /** Weights of stems, and of concepts as "~name". */
  terms: Map<string, number>;
  /** The surest concepts of its heading and titles: what it is about beyond doubt. */
  topics: Set<string>;
  /** Those of its own heading alone; a title says what its whole document is about. */
  headed: Set<string>;
  /** The concepts that ask for figures of the sorts that it gives. */
  figures: Set<string>;
  length: number;
  vectors: readonly Float32Array[];
}

export function readSection(section: IndexedSection, vectors: readonly Float32Array[]): ReadSection {
  const { heading, text, documentTitle, context } = section;
  const terms = new Map<string, number>();
  const titles = [documentTitle, ...context].join(" ");
  add(terms, heading, WEIGHT.heading);
  add(terms, titles, heading === "" ? WEIGHT.heading : WEIGHT.title);
  add(terms, text, WEIGHT.text);
  return {
    section,
    terms,
    topics: new Set([...countConcepts(`${titles} ${heading}`).keys()].map((concept) => `~${concept}`)),
    headed: readConcepts(heading),
    figures: readFigures(text),
    length: textStems(text).length,
    vectors,
  };
}

export const readConcepts = (text: string): Set<string> =>
  new Set([...countPolicyConcepts(text).keys()].map((concept) => `~${concept}`));

function readFigures(text: string): Set<string> {
  return new Set([
    ...(MONEY.test(text) ? ["~cost"] : []),
    ...(readDurations(text).length > 0 ? ["~duration"] : []),
    ...(CLOCK.test(text) ? ["~hours"] : []),
  ]);
}

function add(terms: Map<string, number>, text: string, weight: number): void {
  const counts = new Map<string, number>();
  for (const stem of textStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const [concept, times] of countPolicyConcepts(text)) counts.set(`~${concept}`, times);
  for (const [term, times] of counts)
    terms.set(term, (terms.get(term) ?? 0) + weight * Math.min(times, MAX_REPEATS));
}
