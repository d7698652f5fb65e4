import { countGoods, findFields } from "./fields";
import { SHOP_CLUES } from "./intents";
import type { Lexicon } from "./lexicon";
import type { Features } from "./linear-classifier";
import type { MessageReading } from "./read-message";
import type { Word } from "./words";

/** Letters in a row that are compared where a word as such is unknown: endings, compounds and slips share most of them. */
const GRAM = 4;
/** Words that are looked at: what is asked stands at the beginning or the end of a message. */
const MOST_WORDS = 60;

/**
 * What the classifier goes by: ideas (the same in every language), which of them stand together, words, neighbouring
 * words and the letters of long ones, and how much of the message the lexicon explains.
 */
export function featuresOf(reading: MessageReading, lexicon: Lexicon): Features {
  const words =
    reading.words.length <= MOST_WORDS
      ? reading.words
      : [...reading.words.slice(0, MOST_WORDS / 2), ...reading.words.slice(-MOST_WORDS / 2)];
  const ideas = [...reading.clues].sort();
  const content = words.filter((word) => !lexicon.isStopWord(word) && !/\d/.test(word.folded));
  const unknown = content.filter((word) => !lexicon.knows(word));
  const fields = [...findFields(words, reading.language)].sort();
  const shopIdeas = Math.min(3, SHOP_CLUES.filter((clue) => reading.clues.has(clue)).length);
  const goods = Math.min(2, countGoods(words, reading.language));
  const features = [
    `rule ${reading.recognition.intent}`,
    `shop ideas ${shopIdeas}`,
    `goods ${goods}`,
    `fields ${Math.min(3, fields.length)}`,
    `ideas ${shopIdeas} goods ${goods} fields ${Math.min(2, fields.length)}`,
    ...fields.map((field) => `field ${field}`),
    `explained ${Math.min(3, content.length - unknown.length)} of ${Math.min(4, content.length)}`,
    ...ideas.map((idea) => `idea ${idea}`),
    ...pairsOf(ideas).map((pair) => `ideas ${pair}`),
    ...words.map((word) => `word ${nameOf(word)}`),
    ...words.slice(1).map((word, index) => `pair ${nameOf(words[index] as Word)} ${nameOf(word)}`),
    `first ${words.slice(0, 2).map(nameOf).join(" ")}`,
    ...content.flatMap(({ folded }) => gramsOf(folded)).map((gram) => `letters ${gram}`),
  ];
  return [...new Set(features)];
}

/** Figures differ from message to message, and only that there is one says something. */
function nameOf(word: Word): string {
  return /\d/.test(word.folded) ? "0" : word.stem;
}

function pairsOf(ideas: readonly string[]): string[] {
  return ideas.flatMap((one, index) => ideas.slice(index + 1).map((other) => `${one} ${other}`));
}

function gramsOf(word: string): string[] {
  if (word.length <= GRAM) return [];
  const bounded = `<${word}>`;
  return Array.from({ length: bounded.length - GRAM + 1 }, (_, at) => bounded.slice(at, at + GRAM));
}
