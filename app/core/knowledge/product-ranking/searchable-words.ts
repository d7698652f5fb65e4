import { fold } from "~/lib/words";

/** A piece of a product's or a query's text. A break ends the name of a thing; "for" begins what it is for or comes with. */
export type TextToken =
  | { kind: "word"; word: string }
  /** Holds digits: a model number, a size, a measure. */
  | { kind: "code"; word: string }
  | { kind: "break" }
  | { kind: "for" };

/** Words after which a title says what its thing fits or brings along, in the languages of the shops. */
const FOR_WORDS = new Set(
  "for with w without from by of fits fur mit ohne von passend pour avec sans de du des para con sin del com sem per da di della voor met zonder van til med uden till dla".split(
    " ",
  ),
);
/** What `FOR_WORDS` holds and English titles do not: "de" is also the middle of names. */
const UNIT =
  /^(?:ml|cl|dl|l|mm|cm|m|km|mg|kg|g|oz|lb|lbs|kb|mb|gb|tb|mbit|gbit|mah|wh|w|kw|v|hz|khz|mhz|ghz|mp|in|inch|ft|rpm|dpi|ppm|db|bar|k|p|xl|d)$/;
/** Writing without spaces is cut in pairs of characters. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]+/gu;
const PIECE =
  /(?<break>\s[-–—]\s|[,;:()[\]{}|/–—+•·"“”„«»\\]|\.(?=\s|$))|(?<word>[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:[.,'’_-]?[\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*)/gu;

/**
 * A text in order: lower case with its accents, numbers joined to their units ("64 GB" is "64gb"), hyphenated words in
 * parts. What was joined or parted is in `alternatives`, whole: "t-shirt" is t, shirt, and "tshirt" beside them.
 */
export function readText(text: string): { tokens: TextToken[]; alternatives: string[] } {
  const tokens: TextToken[] = [];
  const alternatives: string[] = [];
  for (const { groups } of text.normalize("NFC").toLowerCase().matchAll(PIECE)) {
    if (groups?.word !== undefined) addWord(groups.word, tokens, alternatives);
    else if (tokens.length > 0 && tokens.at(-1)?.kind !== "break") tokens.push({ kind: "break" });
  }
  return { tokens, alternatives };
}

/** Nothing in it is to be parted: most words, and much faster so. */
const PLAIN = /^[a-z0-9]+$/;

function addWord(piece: string, tokens: TextToken[], alternatives: string[]): void {
  if (PLAIN.test(piece)) {
    addPart(piece, tokens, alternatives);
    return;
  }
  const parts = piece.replace(/['’]s?(?=$|\s)/gu, "").split(/[-_'’]|(?<!\d)[.,]|[.,](?!\d)/u);
  if (parts.length > 1) alternatives.push(parts.join(""));
  for (const part of parts.flatMap(cutUnspaced)) if (part !== "") addPart(part, tokens, alternatives);
}

function addPart(part: string, tokens: TextToken[], alternatives: string[]): void {
  const last = tokens.at(-1);
  if (last?.kind === "code" && UNIT.test(part) && /^[\d.,]+$/.test(last.word)) {
    alternatives.push(last.word);
    tokens[tokens.length - 1] = { kind: "code", word: last.word + part };
  } else if (/\p{N}/u.test(part)) tokens.push({ kind: "code", word: part });
  else if (FOR_WORDS.has(fold(part))) tokens.push({ kind: "for" });
  else tokens.push({ kind: "word", word: part });
}

function cutUnspaced(part: string): string[] {
  if (!UNSPACED.test(part)) return [part];
  UNSPACED.lastIndex = 0;
  const characters = [...part];
  if (characters.length <= 2) return [part];
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}

/** The words and codes of a text, with what was joined or parted. */
export function readWords(text: string): string[] {
  const { tokens, alternatives } = readText(text);
  return [...tokens.flatMap((token) => ("word" in token ? [token.word] : [])), ...alternatives];
}
