import { words } from "~/lib/words";
import markers from "./concept-words/languages.json";

export const POLICY_LANGUAGES = ["en", "es", "fr", "de", "pt", "it"] as const;
export type PolicyLanguage = (typeof POLICY_LANGUAGES)[number];

const holders = new Map<string, PolicyLanguage[]>();
for (const language of POLICY_LANGUAGES)
  for (const word of markers[language].split(" "))
    holders.set(word, [...(holders.get(word) ?? []), language]);

/** Letters and signs that one language writes and the others hardly do. */
const OWN_SIGNS: readonly (readonly [RegExp, PolicyLanguage])[] = [
  [/[¿¡ñ]/i, "es"],
  [/[äöß]/i, "de"],
  [/[ãõ]/i, "pt"],
  [/[œêëîû]|\b(?:qu|j|d|c|n|s|l)['’]/i, "fr"],
];
const SIGN = 1;
/** A language with less of a text's words than this share of the likeliest one's is not its language. */
const LIKELY = 0.6;
/** A small word that three languages have in common tells nothing. */
const TELLING = 0.34;

/**
 * The languages that a text may be in, by its small words: several where it does not tell, all six where it says
 * nothing. Short questions are what detectors of letters fail at.
 */
export function plausibleLanguages(text: string): readonly PolicyLanguage[] {
  const scores = new Map<PolicyLanguage, number>();
  const add = (language: PolicyLanguage, score: number) =>
    scores.set(language, (scores.get(language) ?? 0) + score);
  for (const word of words(text)) {
    const of = holders.get(word) ?? [];
    for (const language of of) add(language, 1 / of.length);
  }
  for (const [sign, language] of OWN_SIGNS) if (sign.test(text)) add(language, SIGN);
  const best = Math.max(0, ...scores.values());
  if (best < TELLING) return POLICY_LANGUAGES;
  return POLICY_LANGUAGES.filter((language) => (scores.get(language) ?? 0) >= LIKELY * best);
}
