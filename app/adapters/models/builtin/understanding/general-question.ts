import type { Concept } from "./lexicon";
import type { Understanding } from "./understand";
import { fold, type Language, splitWords } from "./words";

/** What stands before a thing that is somebody's, or was spoken of. */
const DEFINITE: Record<Language, RegExp> = {
  en: /^(?:the|this|that|these|those|my|our|his|her)$/,
  es: /^(?:el|la|los|las|est[aeo]s?|es[ao]s?|mis?|nuestr[ao]s?)$/,
  fr: /^(?:le|la|les|l|ce|cet|cette|ces|mon|ma|mes|notre|nos)$/,
  de: /^(?:der|die|das|den|dem|des|dies\w*|mein\w*|unser\w*)$/,
  pt: /^(?:o|a|os|as|est[ae]s?|ess[ae]s?|meus?|minhas?|noss[ao]s?)$/,
  it: /^(?:il|lo|la|i|gli|le|l|quest\w|quell\w|mi[oaei]|miei|nostr[oaie])$/,
};

const ASKING: readonly Concept[] = [
  ...(["can", "how", "howlong", "howmuch", "when", "which", "policy"] as const),
];
/** What makes a question one about something that she has. */
const HERS: readonly Concept[] = [
  ...(["mine", "it", "order", "parcel", "latest", "want", "refundcheck", "wascancelled"] as const),
];
/** Words between a determiner and its thing. */
const BETWEEN = 2;

/** "Can I return a jacket after 40 days?" asks for the rules, whatever she has bought: nothing in it is said to be hers. */
export function asksInGeneral({ text, language, concepts, slots, thingWords }: Understanding): boolean {
  if (slots.orderNumbers.length > 0 || HERS.some((one) => concepts.has(one))) return false;
  const isAsking = text.includes("?") || ASKING.some((one) => concepts.has(one));
  return isAsking && !thingWords.some((thing) => isDefinite(thing, text, language));
}

/** What tells of a thing how it is. */
const IS: Record<Language, RegExp> = {
  en: /^(?:is|are|was|were|has|have|does|doesnt|do|dont|got|keeps?|isnt|arent|stopped|wont)$/,
  es: /^(?:esta|estan|es|son|ha|han|no|se|tiene|tienen)$/,
  fr: /^(?:est|sont|a|ont|ne|n|fait|font|s)$/,
  de: /^(?:ist|sind|hat|haben|war|waren|wurde|wurden|geht|gehen|funktioniert|macht|machen|lasst|lassen)$/,
  pt: /^(?:esta|estao|e|sao|tem|nao|ficou|veio|vieram)$/,
  it: /^(?:e|sono|ha|hanno|non|si)$/,
};
/** Words from the thing to what tells of it. */
const NEXT = 2;

/** "The shears are blunt": a thing that she has or that was spoken of, and what is the matter with it. */
export function namesHerThing({ text, language, thingWords }: Understanding): boolean {
  const words = splitWords(text, language).map(({ folded }) => folded);
  return thingWords.some((thing) => {
    const at = words.indexOf(fold(thing));
    if (at === -1 || !isDefinite(thing, text, language)) return false;
    return words.slice(at + 1, at + 1 + NEXT).some((word) => IS[language].test(word));
  });
}

/** "The lamp", "my lamp": one that she has or that was spoken of. */
export function namesDefinite({ text, language, thingWords }: Understanding): boolean {
  return thingWords.some((thing) => isDefinite(thing, text, language));
}

/** What nobody orders. */
const MONEY = new Set("money cash geld dinero plata argent sous soldi denaro dinheiro".split(" "));

/** The words of a thing that is named as somebody's: "postie" of "postie couldn't deliver" is none. */
export function definiteThings({ text, language, thingWords }: Understanding): string[] {
  const words = splitWords(text, language).map(({ folded }) => folded);
  const isThing = (at: number) => thingWords.some((thing) => fold(thing) === words[at]);
  return thingWords.filter((thing) => {
    if (MONEY.has(fold(thing))) return false;
    let at = words.indexOf(fold(thing));
    if (at === -1) return true;
    while (at > 0 && isThing(at - 1)) at -= 1;
    return DEFINITE[language].test(words[at - 1] ?? "");
  });
}

function isDefinite(thing: string, text: string, language: Language): boolean {
  const words = splitWords(text, language).map(({ folded }) => folded);
  const at = words.indexOf(fold(thing));
  // What is not in her words was pointed at: "the first one".
  if (at === -1) return true;
  return words.slice(Math.max(0, at - BETWEEN), at).some((word) => DEFINITE[language].test(word));
}
