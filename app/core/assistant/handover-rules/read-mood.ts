import type { Language } from "../../settings/phrases";
import { findLanguage, findMentions, type Mention } from "./lexicon";

/** A word in front of a mood that takes it back ("I'm not angry") stands at most so many words before it. */
const NEGATION_REACH = 2;
/** The same before a wish: "I don't want to talk to a human". */
const REFUSAL_REACH = 4;
/** Words between the wish to talk and the person to talk to: "speak with one of your very patient agents". */
const TALK_REACH = 5;
/** Between the wish for somebody and the person: "I want an agent", but not "I want a present for a person". */
const WANT_REACH = 1;
const ANGRY = 2;

/** The language in which a shopper lets off anger; null when she doesn't. Haste, plain complaints and bad news are none. */
export function findAnger(text: string, likely: Language): Language | null {
  return findLanguage(text, likely, (words, language) => {
    const furious = findMentions(words, language, "furious");
    const upset = findMentions(words, language, "upset").filter(
      (mention) => !isNegated(words, mention, language),
    );
    const lexical = 2 * furious.length + upset.length;
    if (lexical === 0) return 0;
    // Whoever looks for a product may name it so: "Do you have the 'Stupid Simple' cookbook?"
    const browsing = findMentions(words, language, "browsing").length > 0 ? 1 : 0;
    const anger = lexical + (isShouted(text) ? 1 : 0) - browsing;
    return anger >= ANGRY ? anger : 0;
  });
}

/** The language in which a shopper asks for a person; null when she doesn't. */
export function findWishForPerson(text: string, likely: Language): Language | null {
  return findLanguage(text, likely, (words, language) => {
    const persons = findMentions(words, language, "person");
    const anybody = [...persons, ...findMentions(words, language, "someone")];
    const isMeant = (wish: Mention, whom: Mention[], reach: number) =>
      whom.some((person) => isNear(wish, person, reach, language)) &&
      !isNegated(words, wish, language, REFUSAL_REACH);
    const talks = findMentions(words, language, "talk").filter((talk) => isMeant(talk, anybody, TALK_REACH));
    const wants = findMentions(words, language, "want").filter((want) => isMeant(want, persons, WANT_REACH));
    return talks.length + wants.length + findMentions(words, language, "outright").length;
  });
}

function isNear(wish: Mention, person: Mention, reach: number, language: Language): boolean {
  const after = person.start - wish.end;
  if (after >= -1 && after <= reach) return true;
  const before = wish.start - person.end;
  // "mit einem Menschen sprechen"
  return language === "de" && before >= 0 && before <= reach - 1;
}

function isNegated(
  words: readonly string[],
  { start }: Mention,
  language: Language,
  reach = NEGATION_REACH,
): boolean {
  const before = words.slice(Math.max(0, start - reach), start);
  return findMentions(before, language, "not").length > 0;
}

/** Capitals throughout, or exclamation marks in a row. */
function isShouted(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const capitals = text.match(/\p{Lu}/gu) ?? [];
  return (letters.length >= 12 && capitals.length >= letters.length * 0.7) || /!\s*[!?]/.test(text);
}
