import { colourOf, fitColour } from "../../store/colours";
import { namesGoods } from "../everyday-words";
import type { ProductFilters } from "../product-query";
import { KIND_NAMES, keyOf, type OptionValue, type OptionValues, wordKey } from "./option-values";
import type { Reading } from "./reading";
import type { Token } from "./tokens";

/** A wish for some option, with the merchant's values that meet it. */
export interface OptionWish {
  /** As the shopper wrote it. */
  words: string;
  names: string[];
  values: string[];
  /** Values that come near, such as navy for blue; never any of `values`. */
  nearValues: string[];
}

const MAX_VALUE_WORDS = 4;
const SIZES = new Set(["xs", "s", "m", "l", "xl", "xxl", "xxxl", "xxs"]);
/** How a shop's own sizes are written: "MT" for medium tall. */
const OWN_SIZE = /^\p{Lu}{2,3}$/u;
const IN_COLOUR = new Set(["in", "en", "em"]);
const SYSTEMS = new Set(["eu", "uk", "us", "de", "fr", "it"]);
/** Between an option's name and its value: "size: M", "taille en 42". */
const LINKS = new Set([":", "is", "in", "of", "de", "in", "=", "nr", "number", "no"]);

/** Colours, sizes, and values that stand beside their option's name ("1000 pieces", "waist 32"), read and claimed. */
export function readOptions(reading: Reading, options: OptionValues): OptionWish[] {
  if (options.all.length === 0) return [];
  const wishes: OptionWish[] = [];
  for (let index = 0; index < reading.tokens.length; index += 1) {
    if (!reading.isFree(index)) continue;
    const found =
      namedAt(reading, index, options) ??
      sizeAt(reading, index, options) ??
      colourAt(reading, index, options);
    if (!found || !reading.isFree(index, found.length)) continue;
    reading.claim(index, found.length, "describing");
    wishes.push({ ...found.wish, words: reading.textOf(index, found.length) });
  }
  return wishes;
}

/** A wish as the index takes it. */
export function optionFilters(
  wishes: readonly OptionWish[],
  isWide: boolean,
): NonNullable<ProductFilters["options"]> {
  return wishes.map(({ names, values, nearValues }) => ({
    names,
    values: isWide || values.length === 0 ? [...values, ...nearValues] : values,
  }));
}

interface Found {
  wish: Omit<OptionWish, "words">;
  length: number;
}

/** "size 8", "Größe M", "1000 pieces", "dial color white". */
function namedAt(reading: Reading, index: number, options: OptionValues): Found | null {
  const { tokens } = reading;
  const before = nameAt(tokens, index, options);
  if (before) {
    const link = LINKS.has(tokens[index + before.length]?.folded ?? "") ? 1 : 0;
    const at = index + before.length + link;
    const system = SYSTEMS.has(tokens[at]?.folded ?? "") && tokens[at + 1]?.kind === "number" ? 1 : 0;
    const value =
      valueAt(tokens, at, before.admits, options) ??
      (system ? valueAt(tokens, at + 1, before.admits, options) : null);
    const skipped = value && value.at > at ? 1 : 0;
    if (value) return { wish: value.wish, length: before.length + link + skipped + value.length };
    const kind = options.all.filter(before.admits);
    const figure = tokens[at + system];
    if (kind.length === 0 || figure?.kind !== "number") return null;
    return { wish: wishForUnknown(kind, figure.written), length: before.length + link + system + 1 };
  }
  for (let length = 2; length > 0; length -= 1) {
    const name = nameAt(tokens, index + length, options);
    const value = name ? valueAt(tokens, index, name.admits, options) : null;
    if (name && value?.length === length) return { wish: value.wish, length: length + name.length };
  }
  return null;
}

interface NameFound {
  length: number;
  admits: (value: OptionValue) => boolean;
}

function nameAt(tokens: readonly Token[], index: number, { names }: OptionValues): NameFound | null {
  const word = tokens[index];
  if (word?.kind !== "word") return null;
  for (let length = 3; length > 0; length -= 1) {
    if (index + length > tokens.length) continue;
    const key = keyOf(textOf(tokens, index, length));
    const named = names.filter((name) => name.key === key).map(({ name }) => name);
    if (named.length > 0) return { length, admits: ({ name }) => named.includes(name) };
  }
  const kind = KIND_NAMES[word.folded];
  return kind ? { length: 1, admits: (value) => value.kind === kind } : null;
}

/** The longest run of words that is a value, or a part of one, of the options at hand. */
function valueAt(
  tokens: readonly Token[],
  index: number,
  admits: (value: OptionValue) => boolean,
  { all }: OptionValues,
): (Found & { at: number }) | null {
  const known = all.filter(admits);
  for (let length = Math.min(MAX_VALUE_WORDS, tokens.length - index); length > 0; length -= 1) {
    const key = keyOf(textOf(tokens, index, length));
    const values = key === "" ? [] : known.filter(({ parts }) => parts.includes(key));
    if (values.length > 0) return { wish: wishFor(values), length, at: index };
  }
  return null;
}

/** A size that stands alone: letters, "EU 42", and figures at the end of the wish. */
function sizeAt({ tokens }: Reading, index: number, options: OptionValues): Found | null {
  const token = tokens[index];
  const next = tokens[index + 1];
  const isSize = ({ kind }: OptionValue) => kind === "size";
  if (!token) return null;
  if (SYSTEMS.has(token.folded) && next?.kind === "number") {
    const found = valueAt(tokens, index, isSize, options) ?? valueAt(tokens, index + 1, isSize, options);
    return found && { wish: found.wish, length: found.at - index + found.length };
  }
  if (token.kind === "number") return figureAt(tokens, index, isSize, options);
  const size = wordKey(
    /^(?:extra|x)$/.test(token.folded) && next?.kind === "word" ? `x${next.folded}` : token.folded,
  );
  if (!SIZES.has(size)) return OWN_SIZE.test(token.written) ? valueAt(tokens, index, isSize, options) : null;
  if (isMereLetter(tokens, index)) return null;
  const length = /^(?:extra|x)$/.test(token.folded) ? 2 : 1;
  const sizes = options.all.filter(isSize);
  const found = sizes.filter(({ parts }) => parts.includes(size));
  if (found.length > 0) return { wish: wishFor(found), length };
  const isLetters = sizes.some(({ parts }) => parts.some((part) => SIZES.has(part)));
  return isLetters && size.includes("x") ? { wish: wishForUnknown(sizes, size.toUpperCase()), length } : null;
}

/** A small "s" may be what an apostrophe left; at the end, or as a capital, it is a size. */
function isMereLetter(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index];
  if (token?.written.length !== 1) return false;
  const next = tokens[index + 1];
  // "S7" is a name.
  if (next?.isGlued && next.kind !== "sign") return true;
  const isLast = tokens.slice(index + 1).every(({ kind }) => kind === "sign");
  return (!isLast && token.written === token.folded) || token.isGlued;
}

function figureAt(
  tokens: readonly Token[],
  index: number,
  isSize: (value: OptionValue) => boolean,
  options: OptionValues,
): Found | null {
  const [figure, next] = [tokens[index], tokens[index + 1]];
  const value = Number(figure?.written.replace(",", "."));
  const isLast =
    next === undefined ||
    next.kind === "sign" ||
    /^(?:in|for|with|please|fur|mit|pour|para|per|con)$/.test(next.folded);
  if (!isLast || index === 0 || figure?.isGlued) return null;
  const shoe = value >= 28 && value <= 52 ? valueAt(tokens, index, isSize, options) : null;
  return shoe ?? withUnitAt(figure?.folded ?? "", options);
}

/** A figure whose unit goes without saying, since the shop's own values have it: "belt 105" of 85, 95 and 105 cm. */
function withUnitAt(figure: string, { all }: OptionValues): Found | null {
  if (!/^\d{2,}$/.test(figure)) return null;
  const isMeant = (part: string) => part.startsWith(figure) && /^\p{L}+$/u.test(part.slice(figure.length));
  const values = all.filter(({ parts }) => parts.some(isMeant));
  return values.length > 0 ? { wish: wishFor(values), length: 1 } : null;
}

function colourAt({ tokens }: Reading, index: number, options: OptionValues): Found | null {
  const token = tokens[index];
  if (token?.kind !== "word") return null;
  const colour = colourOf(token.folded);
  if (colour === null) return ownColourAt(tokens, index, options);
  const inColours = options.all.filter(({ kind }) => kind === "colour");
  if (inColours.length === 0) return null;
  const same = inColours.filter(({ value }) => fitColour(colour, value) === "same");
  const shades = inColours.filter(({ value }) => fitColour(colour, value) === "shade");
  const found = [...same, ...shades];
  if (found.length === 0) return { wish: wishForUnknown(inColours, colour), length: 1 };
  return { wish: { ...wishFor(found), values: valuesOf(same), nearValues: valuesOf(shades) }, length: 1 };
}

/** A colour that is the shop's own word, such as "Mint" or "Petrol", where it could be no thing, or stands behind an "in". */
function ownColourAt(tokens: readonly Token[], index: number, options: OptionValues): Found | null {
  const isIn = IN_COLOUR.has(tokens[index - 1]?.folded ?? "");
  if (index === 0 || (!isIn && namesGoods(tokens[index]?.folded ?? ""))) return null;
  return valueAt(tokens, index, ({ kind }) => kind === "colour", options);
}

/** For what no product comes in: the wish stands, so that it can be said that it is not met. */
function wishForUnknown(kind: readonly OptionValue[], value: string): Found["wish"] {
  return { names: [...new Set(kind.map(({ name }) => name))], values: [value], nearValues: [] };
}

function wishFor(found: readonly OptionValue[]): Found["wish"] {
  return { names: [...new Set(found.map(({ name }) => name))], values: valuesOf(found), nearValues: [] };
}

function valuesOf(found: readonly OptionValue[]): string[] {
  return [...new Set(found.map(({ value }) => value))];
}

function textOf(tokens: readonly Token[], index: number, length: number): string {
  return tokens
    .slice(index, index + length)
    .map(({ written, isGlued }, at) => (isGlued && at > 0 ? written : ` ${written}`))
    .join("")
    .trim();
}
