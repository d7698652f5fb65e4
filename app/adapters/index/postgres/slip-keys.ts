/** Words with digits are codes, shorter ones too near to too many others, longer ones no words. */
const WORD = /^[^\p{N}]{3,30}$/u;
/** From this length on two slips are forgiven, which may have changed the length by as many. */
const LONG = 8;
/** Of two slips one half has one at most, or the other half none. */
const HALF = 5;

/**
 * What is left of a word when one letter goes, as numbers: two words that are one slip apart share one of them. Of a
 * shop's own, so that no shop meets another's words.
 */
export function slipKeys(shop: string, word: string): number[] {
  return WORD.test(word) ? hashAll(shop, [word, ...withoutOne(word)]) : [];
}

/** The same for long words that are two slips apart. */
export function doubleSlipKeys(shop: string, word: string): number[] {
  if (!WORD.test(word) || word.length < LONG) return [];
  return hashAll(shop, [
    `>${word.slice(-HALF)}`,
    ...withoutOne(word.slice(0, HALF)).map((part) => `<${part}`),
  ]);
}

const withoutOne = (word: string) =>
  Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));

function hashAll(shop: string, parts: readonly string[]): number[] {
  return [...new Set(parts.map((part) => hash(`${shop} ${part}`)))];
}

/** FNV-1a, 32 bits, signed. Who shares a number by chance is told apart by the words themselves. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value | 0;
}
