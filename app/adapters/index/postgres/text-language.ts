import { detectAll } from "tinyld";
import type { Stemmer } from "./stemmer";

/** Shorter texts say little about their language. */
const MIN_CHARACTERS = 60;
const MAX_CHARACTERS = 2_000;
/** Below, the guess is no better than the prior. */
const MIN_ACCURACY = 0.3;

/** The ISO 639-1 code of a text's language; `prior` where the text does not tell. */
export function textLanguage(text: string, prior: string): string {
  if (text.length < MIN_CHARACTERS) return prior;
  const [best, second] = detectAll(text.slice(0, MAX_CHARACTERS));
  if (!best || best.accuracy < MIN_ACCURACY) return prior;
  if (second && second.lang === prior && best.accuracy - second.accuracy < 0.1) return prior;
  return best.lang;
}

/** Texts that are read one by one to see whether all of a batch are in one language. */
const SAMPLE = 20;
/** So many of the sample in one language, and all are taken to be: reading each one takes milliseconds. */
const ALIKE = 0.8;

/**
 * The language that most products' texts are in, and that of each. Lists of technical data look like any language to a
 * detector of letters, so the text itself has to bear the guess out.
 */
export async function textLanguages(
  texts: readonly string[],
  prior: string,
  stemmer: Stemmer,
): Promise<{ common: string; languages: string[] }> {
  const step = Math.max(1, Math.floor(texts.length / SAMPLE));
  const sample = texts.filter((_, at) => at % step === 0).slice(0, SAMPLE);
  // Short texts say more together than each by itself, and what says nothing is in the language of the others.
  const together = sample.map((text) => text.slice(0, TOGETHER_CHARACTERS)).join("\n");
  const common = await provenLanguage(together, prior, stemmer, together.length);
  const ofSample = await Promise.all(sample.map((text) => provenLanguage(text, common, stemmer)));
  const alike = ofSample.filter((language) => language === common).length;
  if (alike >= ALIKE * sample.length) return { common, languages: texts.map(() => common) };
  return {
    common,
    languages: await Promise.all(texts.map((text) => provenLanguage(text, common, stemmer))),
  };
}

/** Read of a product: more costs time and tells no more. */
const PRODUCT_CHARACTERS = 800;
/** Read of each where a batch is read together. */
const TOGETHER_CHARACTERS = 160;
/** Languages that a text is tried for. */
const GUESSES = 3;
/** So many more stop words than of the prior: "in", "les" and "no" are words of several languages. */
const LEAD = { sure: 1, unsure: 2 };
/** Letters beyond ASCII, as a share of all: languages that use them show more. */
const OWN_LETTERS = 0.01;

/**
 * Of the detector's guesses the one that the text has most stop words of, where it has more of them than of the prior's. A
 * language without a list of stop words shows in its letters. Else the prior.
 */
async function provenLanguage(
  text: string,
  prior: string,
  stemmer: Stemmer,
  characters = PRODUCT_CHARACTERS,
): Promise<string> {
  if (text.length < MIN_CHARACTERS) return prior;
  const start = text.slice(0, characters);
  const guesses = detectAll(start).slice(0, GUESSES);
  const [first] = guesses;
  if (!first || first.lang === prior) return prior;
  const priors = await countStops(start, prior, stemmer);
  let best = { language: prior, lead: 0 };
  for (const { lang, accuracy } of guesses) {
    const lead = (await countStops(start, lang, stemmer)) - priors;
    const least = accuracy < MIN_ACCURACY ? LEAD.unsure : LEAD.sure;
    if (lead >= least && lead > best.lead) best = { language: lang, lead };
  }
  if (best.language !== prior || first.accuracy < MIN_ACCURACY || (await stemmer.knows(first.lang)))
    return best.language;
  return hasOwnLetters(start) ? first.lang : prior;
}

async function countStops(text: string, language: string, stemmer: Stemmer): Promise<number> {
  const words = new Set(text.toLowerCase().match(/\p{L}+/gu) ?? []);
  const stemmed = await stemmer.stem([...words], [language]);
  return [...stemmed.values()].filter((stems) => stems.length === 0).length;
}

function hasOwnLetters(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  return letters.filter((letter) => letter > "\u007f").length > OWN_LETTERS * letters.length;
}
