import { countConcepts } from "./concepts";
import { readDurations } from "./findings/read-durations";
import type { PolicyLanguage } from "./plausible-languages";
import { countPolicyConcepts } from "./policy-concepts";
import { textStems } from "./question-words";
import type { IndexedSection } from "./sections";

/** Repeating a word in tables and lists says little more about what a text is about. */
const MAX_REPEATS = 2;
const CLOCK =
  /\d\s?(?:[ap]\.?m\b|uhr\b|h\b|hs\b)|\b\d{1,2}[:.]\d{2}\b|\b\d{1,2}h?\s?(?:a|à|às|to|till|until|bis|alle|-|–)\s?\d{1,2}\b(?!\s?\p{L})/iu;
const MONEY = /\p{Sc}|\b(?:EUR|USD|GBP|CHF|BRL|euros?|dollars?|reais|francs?)\b/iu;

const PHONE =
  /(?<![\p{L}\d])(?:\+\d{1,3}|\(?0\d{1,4}\)?|\d{3})[\s./-]\(?\d{2,4}\)?(?:[\s./-]?\d{2,4}){1,4}(?!\d)/u;
const EMAIL = /\S@\S+\.\p{L}{2,}/u;
/** A number beside a street's name, or a postal code beside a town's. */
const POSTCODE =
  /\d+\w?,? (?:[A-Z]\w+ ){1,3}(?:St|Street|Road|Rd|Lane|Ave|Avenue|Row|Drive|Way|Square|Place)\b|(?:stra(?:ß|ss)e|str\.|weg|platz|allee|gasse) \d|(?:rue|avenue|boulevard|place|quai|calle|avenida|plaza|via|viale|piazza|corso|rua|praça|largo|r\.) (?:\p{L}+['’ ]){1,4}[\p{L} ]*,? ?(?:n\.?º? ?)?\d|\d+,? (?:bis )?(?:rue|avenue|boulevard|place|quai) |\b\d{4,5} \p{Lu}\p{Ll}{2,}|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b/u;

/** How often stems, and concepts as "~name", stand somewhere. */
export type TermCounts = ReadonlyMap<string, number>;

/** A section made ready for ranking. */
export interface ReadSection {
  section: IndexedSection;
  /** What it is headed with; for the text before the first heading that is its document's title. */
  heading: TermCounts;
  /** What its document, and the headings that it stands under, are called. */
  title: TermCounts;
  text: TermCounts;
  /** The surest concepts of its heading and titles: what it is about beyond doubt. */
  topics: ReadonlySet<string>;
  /** The concepts that ask for figures of the sorts that it gives. */
  figures: ReadonlySet<string>;
  length: number;
  isIntroduction: boolean;
  vectors: readonly Float32Array[];
}

/** `languages` are those that its document may be in. */
export function readSection(
  section: IndexedSection,
  languages: readonly PolicyLanguage[],
  vectors: readonly Float32Array[],
): ReadSection {
  const { heading, text, documentTitle, context } = section;
  const titles = [documentTitle, ...context].join(" ");
  return {
    section,
    heading: countTerms(heading === "" ? titles : heading, languages),
    title: countTerms(titles, languages),
    text: countTerms(text, languages),
    topics: new Set([...countConcepts(`${titles} ${heading}`).keys()].map((concept) => `~${concept}`)),
    figures: readFigures(text),
    length: textStems(text).length,
    isIntroduction: heading === "",
    vectors,
  };
}

function readFigures(text: string): Set<string> {
  return new Set([
    ...(MONEY.test(text) ? ["~cost"] : []),
    ...(readDurations(text).length > 0 ? ["~duration"] : []),
    ...(CLOCK.test(text) ? ["~hours"] : []),
    ...(PHONE.test(text) || EMAIL.test(text) ? ["~contact"] : []),
    ...(hasAddress(text) ? ["~location"] : []),
  ]);
}

/** Whether it gives a street with its number, or a town with its code. */
export function hasAddress(text: string): boolean {
  return POSTCODE.test(text);
}

function countTerms(text: string, languages: readonly PolicyLanguage[]): TermCounts {
  const counts = new Map<string, number>();
  for (const stem of textStems(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  for (const [concept, times] of countPolicyConcepts(text, languages)) counts.set(`~${concept}`, times);
  for (const [term, times] of counts) counts.set(term, Math.min(times, MAX_REPEATS));
  return counts;
}
