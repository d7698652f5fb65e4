import type { Dialogue } from "../dialogue";
import { createPhrases, type Phrases } from "./phrases";

/** The phrases for this answer: the shopper's language, the persona's tone, the shop's calendar. */
export function phrasesOf({ language, facts }: Dialogue): Phrases {
  return createPhrases(language, facts.behaviour.tone, facts, facts.locale);
}
