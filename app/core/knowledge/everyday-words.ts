import { fold, stem } from "~/lib/words";
import things from "./everyday-things.json";
import { synonymGroups } from "./general-synonyms";
import names from "./product-words/translations.json";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt"];

const everyday = new Set(
  [
    ...Object.values(things),
    ...names.flat(),
    ...synonymGroups([], LANGUAGES).flatMap(({ members }) => members),
  ]
    .flatMap((text) => text.split(/[^\p{L}]+/u))
    .flatMap((word) => [fold(word), stem(fold(word))]),
);

/** Whether a folded word names something that people buy, somewhere: whoever writes it means it, also where a shop lacks it. */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word) || everyday.has(stem(word));
}
