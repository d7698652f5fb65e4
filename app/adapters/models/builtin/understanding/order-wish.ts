import { hasHint } from "./pointing";
import type { Understanding } from "./understand";
import { fold, type Language } from "./words";

/** A verb and the word that belongs to it, with the thing between them: "send the tuners back". */
const SENDS_BACK: Partial<Record<Language, RegExp>> = {
  en: /\b(?:send|sending|give|giving|bring|bringing|take|taking|ship|post|hand)\b.{2,40}\bback\b/,
  de: /\b(?:schick\p{L}*|send\p{L}*|geb\p{L}*|bring\p{L}*)\b.{2,40}\bzuruck\b/u,
};
const SEPARABLE: ReadonlySet<string> = new Set(
  "send sending give giving bring bringing take taking ship post hand back schicke schicken sende senden geben bringe bringen zuruck get".split(
    " ",
  ),
);

export function sendsBack({ text, language }: Understanding): boolean {
  return SENDS_BACK[language]?.test(fold(text)) ?? false;
}

export function withoutSending(words: string[]): string[] {
  return words.filter((word) => !SEPARABLE.has(fold(word)));
}

/** One version in the place of another: "in M, not in L", "28 non 27". */
const NOT: Record<Language, RegExp> = {
  en: /\b(?:not|instead of|rather than)\b/,
  es: /\b(?:no en|y no|no|en vez de|en lugar de)\b/,
  fr: /\b(?:pas en|et pas|pas|au lieu d)/,
  de: /\b(?:nicht|statt|anstatt|und nicht|kein\p{L}*)\b/u,
  it: /\b(?:non|invece d|al posto d)/,
  pt: /\b(?:nao|em vez d|e nao)/,
};

/** What names one thing in the place of another by itself. */
const IN_PLACE =
  /\b(?:instead of|rather than|statt|anstatt|en vez de|en lugar de|au lieu d|invece d|al posto d|em vez d)/;

/** Two versions of a thing, of which one is not wanted. */
export function swapsVersion({ text, language, itemWords, thingWords, concepts }: Understanding): boolean {
  const versions = itemWords.filter(
    (word) => !thingWords.includes(word) || /^(?:\d+|[smlx]{1,4})$/i.test(word),
  );
  const figures = text.match(/\d+/g) ?? [];
  const isPair = versions.length >= 2 || figures.length >= 2;
  const isVersion = versions.length > 0 || figures.length > 0 || concepts.has("optionname");
  if (isVersion && IN_PLACE.test(fold(text)) && !concepts.has("search")) return true;
  return isPair && NOT[language].test(fold(text)) && !concepts.has("search");
}

/** "Send it to my mum's house instead", "leave it with a neighbour". */
export function redirects(ask: Understanding): boolean {
  const isAsked = ["howmuch", "howlong", "fee", "free", "policy", "return", "refund", "account"].some((one) =>
    ask.concepts.has(one as "howmuch"),
  );
  return hasHint(ask, "redirect") && !isAsked;
}
