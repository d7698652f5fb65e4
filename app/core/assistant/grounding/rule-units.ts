import { stem } from "~/lib/words";
import { conceptWords } from "../../knowledge/concept-counter";
import { findPolicyConcepts } from "../../knowledge/policy-concepts";
import { isTelling } from "../../knowledge/question-words";
import type { CheckedLanguage } from "./sentence-language";

/** What nearly every rule speaks of, and the verbs that rules are made of. */
const VAGUE = new Set(
  "order-word product-word policy-word arrive procedure cost duration price notice minimum maximum question-help excluded zones weekday hours".split(
    " ",
  ),
);
const RULING = new Set(
  "not nicht keine kein pas jamais non nao nunca never also auch aussi tambien tambem anche still noch encore only nur sind werden nehmen angenommen accepted accept offer provide unfortunately leider sorry afraid please bitte course naturlich".split(
    " ",
  ),
);

/**
 * What a clause is about, word by word: for each telling word the matters of shops that it may stand for, which are the
 * same in all languages, else its stem.
 */
export function ruleUnits(folded: string, language: CheckedLanguage | null): string[][] {
  const all = conceptWords(folded);
  const mentions = language === null ? [] : findPolicyConcepts(all, [language]);
  return all.flatMap((word, place) => {
    const concepts = mentions
      .filter(({ concept, places }) => places.includes(place) && !VAGUE.has(concept))
      .map(({ concept }) => `~${concept}`);
    const places = concepts.filter((name) => /^~(?:country|part)-/.test(name));
    if (concepts.length > 0) return [places.length > 0 ? places : concepts];
    const isVague = mentions.some(({ concept, places }) => places.includes(place) && VAGUE.has(concept));
    return isVague || !isTelling(word) || RULING.has(word) || /\d/.test(word) ? [] : [[stem(word)]];
  });
}

/** How telling each word is among rules: one that many of them have says little about which is meant. */
export function unitWeights(rules: readonly { units: ReadonlySet<string> }[]): (unit: string) => number {
  const held = new Map<string, number>();
  for (const { units } of rules) for (const unit of units) held.set(unit, (held.get(unit) ?? 0) + 1);
  return (unit) => Math.log(1 + rules.length / (held.get(unit) ?? 0.5));
}
