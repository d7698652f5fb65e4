import { fold, stem } from "~/lib/words";
import common from "./common-words.json";
import things from "./everyday-things.json";
import { synonymGroups } from "./general-synonyms";
import goods from "./product-words/goods.json";
import qualities from "./product-words/qualities.json";
import traits from "./product-words/traits.json";
import { isGoods } from "./product-words/translations";
import names from "./product-words/translations.json";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt"];

const everyday = new Set(
  [
    ...Object.values(things),
    ...[...names, ...goods, ...traits, ...qualities].flat(),
    ...synonymGroups([], LANGUAGES).flatMap(({ members }) => members),
  ]
    .flatMap((text) => text.split(/[^\p{L}]+/u))
    .flatMap((word) => [fold(word), stem(fold(word))]),
);

/** Whether a folded word names something that people buy, somewhere: whoever writes it means it, also where a shop lacks it. */
export function isEverydayWord(word: string): boolean {
  return everyday.has(word) || everyday.has(stem(word));
}

const spoken = new Set(Object.values(common).flatMap((text) => text.split(" ").map(fold)));

/** Whether a folded word is one that people say all the time, such as "bring", and no slip for something like it. */
export function isSpokenWord(word: string): boolean {
  return spoken.has(word);
}

/** Animals and occasions are what things are for. */
const { animals: _animals, events: _events, ...bought } = things;
const goodsNames = new Set(
  Object.values(bought)
    .flatMap((text) => text.split(" "))
    .flatMap((word) => [word, stem(word)]),
);

/**
 * Whether a word or phrase names something that is bought somewhere, rather than what such a thing is made of, has or is for.
 * A shop in whose texts such a word merely comes up need not carry the thing: a bicycle bell is no bicycle.
 */
export function namesGoods(phrase: string): boolean {
  const folded = fold(phrase);
  return isGoods(folded) || goodsNames.has(folded) || goodsNames.has(stem(folded));
}
