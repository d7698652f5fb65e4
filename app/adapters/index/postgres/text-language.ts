import { detectAll } from "tinyld";

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
const SAMPLE_CHARACTERS = 200;

/** The language that most of the texts are in, and that of each. */
export function textLanguages(
  texts: readonly string[],
  prior: string,
): { common: string; languages: string[] } {
  const step = Math.max(1, Math.floor(texts.length / SAMPLE));
  const sample = texts.filter((_, at) => at % step === 0).slice(0, SAMPLE);
  const common = textLanguage(sample.map((text) => text.slice(0, SAMPLE_CHARACTERS)).join("\n"), prior);
  const alike = sample.filter((text) => textLanguage(text, common) === common).length;
  if (alike >= ALIKE * sample.length) return { common, languages: texts.map(() => common) };
  return { common, languages: texts.map((text) => textLanguage(text, common)) };
}
