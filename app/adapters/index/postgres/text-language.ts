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
