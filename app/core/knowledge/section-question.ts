import { stem } from "~/lib/words";
import { conceptWords } from "./concept-counter";
import { countConcepts } from "./concepts";
import { type PolicyLanguage, plausibleLanguages } from "./plausible-languages";
import { findPolicyConcepts } from "./policy-concepts";
import { isTelling } from "./question-words";

/** A word of a question that tells what is asked, with all that a section may answer it by. */
export interface AskedUnit {
  /** Its stem; null for a phrase whose words count by themselves. */
  root: string | null;
  /** As "~name". */
  concepts: readonly string[];
}

export interface SectionQuestion {
  units: readonly AskedUnit[];
  concepts: ReadonlySet<string>;
  /** The concepts that it is about beyond doubt. */
  surely: ReadonlySet<string>;
}

/** A question as the ranking of sections reads it: in the languages that it may be in, and in those of the shop. */
export function readSectionQuestion(
  question: string,
  ofShop: readonly PolicyLanguage[] = [],
): SectionQuestion {
  const all = conceptWords(question);
  const languages = [...new Set([...plausibleLanguages(question), ...ofShop])];
  const mentions = findPolicyConcepts(all, languages);
  const isHours = mentions.some(({ concept }) => concept === "hours");
  const counted = mentions.filter(({ concept }) => !(isHours && concept === "duration"));
  const inPhrases = new Set(counted.filter(({ isWhole }) => isWhole).flatMap(({ places }) => places));
  const units = all.flatMap((word, place): AskedUnit[] => {
    const concepts = counted.filter(({ places }) => places[0] === place).map(({ concept }) => `~${concept}`);
    const root = isTelling(word) && !inPhrases.has(place) ? stem(word) : null;
    return root === null && concepts.length === 0 ? [] : [{ root, concepts }];
  });
  return {
    units: distinct(units),
    concepts: new Set(counted.map(({ concept }) => `~${concept}`)),
    surely: new Set([...countConcepts(question).keys()].map((concept) => `~${concept}`)),
  };
}

/** Asking twice asks for no more. */
function distinct(units: AskedUnit[]): AskedUnit[] {
  const byKey = new Map(units.map((unit) => [JSON.stringify(unit), unit]));
  return [...byKey.values()];
}
