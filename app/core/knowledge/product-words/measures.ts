import { readDecimal } from "./numbers";
import { type Token, tokenize } from "./tokens";

/** A figure with its unit, in the base unit of its kind. */
export interface Measure {
  /** byte, gram, metre, litre, watt, watt-hour, volt, ampere, ampere-hour, hertz, inch, pixel, bit-per-second, lumen, piece */
  unit: string;
  value: number;
  /** Where it stands in the text, up to `end`. */
  start: number;
  end: number;
}

/** Stands for no upper limit: JSON and SQL know no infinity. */
export const UNBOUNDED = 1e18;

/** Unit, its worth in the base unit, and its names, folded. Names with a capital are told from others by it. */
const UNITS: [unit: string, factor: number, names: string][] = [
  ["byte", 1e3, "kb"],
  ["byte", 1e6, "mb megabyte megabytes"],
  ["byte", 1e9, "gb gib gigabyte gigabytes go gig gigs"],
  ["byte", 1e12, "tb tib terabyte terabytes"],
  ["gram", 0.001, "mg"],
  ["gram", 1, "g gr gram grams gramm gramme grammes gramo gramos grama gramas grammo grammi"],
  [
    "gram",
    1000,
    "kg kgs kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos",
  ],
  ["gram", 453.592, "lb lbs pound pounds pfund"],
  ["gram", 28.3495, "oz ounce ounces onza onzas onces unze unzen oncia"],
  ["metre", 0.001, "mm millimeter millimetre millimetres millimeters milimetros millimetri"],
  [
    "metre",
    0.01,
    "cm centimeter centimetre centimeters centimetres zentimeter centimetro centimetros centimetri",
  ],
  ["metre", 1, "m meter metre meters metres metro metros metri"],
  ["metre", 1000, "km"],
  ["metre", 0.3048, "ft foot feet"],
  ["inch", 1, "inch inches in zoll pouce pouces pulgada pulgadas polegada polegadas pollice pollici"],
  ["litre", 0.001, "ml milliliter millilitre milliliters millilitres mililitros millilitri"],
  ["litre", 0.01, "cl"],
  ["litre", 0.1, "dl"],
  ["litre", 1, "l ltr liter litre liters litres litro litros litri"],
  ["litre", 3.78541, "gal gallon gallons"],
  ["watt", 1, "w watt watts"],
  ["watt", 1000, "kw"],
  ["watt-hour", 1, "wh"],
  ["watt-hour", 1000, "kwh"],
  ["volt", 1, "v volt volts"],
  ["ampere", 1, "amp amps ampere amperes"],
  ["ampere-hour", 0.001, "mah"],
  ["ampere-hour", 1, "ah"],
  ["hertz", 1, "hz hertz"],
  ["hertz", 1e3, "khz"],
  ["hertz", 1e6, "mhz"],
  ["hertz", 1e9, "ghz"],
  ["pixel", 1e6, "mp megapixel megapixels megapixeles"],
  ["bit-per-second", 1e6, "mbps mbit"],
  ["bit-per-second", 1e9, "gbps gbit"],
  ["lumen", 1, "lm lumen lumens lumenes"],
  [
    "piece",
    1,
    "piece pieces pcs pc pezzi pezzo piezas pieza pieces piece teile teilig teiligs stuck pecas peca pack packs count er",
  ],
];

const byName = new Map(
  UNITS.flatMap(([unit, factor, names]) => names.split(" ").map((name) => [name, { unit, factor }])),
);

/** Units that are no more than a letter, or mean something else too: only glued to the figure, or one blank away and as written here. */
const CASED: Record<string, RegExp> = {
  /** "5G" is a network. */
  g: /^g$/,
  /** "2 M" is a size. */
  m: /^m$/,
  /** "24 in monitor", but not "2 in 1", nor "50 in stock". */
  in: /^in$/i,
  /** "6er Pack". */
  er: /^er$/,
  go: /^Go$/,
  pc: /^pcs?$/,
};

/** Every measure that a text names, in its order: "15.6"", "0,5 TB", "2 x 16GB" (the figure with the unit). */
export function findMeasures(text: string): Measure[] {
  return measuresOf(tokenize(text));
}

export function measuresOf(tokens: readonly Token[]): Measure[] {
  return tokens.flatMap((_, index) => measureAt(tokens, index)?.measure ?? []);
}

/** The measure whose figure is this token, and how many tokens it takes. */
export function measureAt(
  tokens: readonly Token[],
  index: number,
): { measure: Measure; length: number } | null {
  const figure = tokens[index];
  if (figure?.kind !== "number") return null;
  const before = tokens[index - 1];
  // "ps4", "v2", "1.2.3".
  if (figure.isGlued && before?.kind === "word" && before.folded !== "x") return null;
  const value = readDecimal(figure.written);
  if (value === null) return null;
  const found = unitAfter(tokens, index);
  if (!found) return null;
  const { unit, factor, length } = found;
  const measure = {
    unit,
    value: Number((value * factor).toPrecision(9)),
    start: figure.start,
    end: tokens[index + length - 1]?.end ?? figure.end,
  };
  return { measure, length };
}

function unitAfter(tokens: readonly Token[], index: number) {
  const next = tokens[index + 1];
  if (!next) return null;
  if (next.isGlued && /^["″”]$/.test(next.written)) return { unit: "inch", factor: 1, length: 2 };
  if (next.isGlued && /^['’]{2}$/.test(next.written)) return { unit: "inch", factor: 1, length: 2 };
  // "15-inch", "2-piece".
  const isJoined = next.written === "-" && next.isGlued && tokens[index + 2]?.isGlued;
  const word = isJoined ? tokens[index + 2] : next;
  const length = isJoined ? 3 : 2;
  if (word?.kind !== "word") return null;
  const known = byName.get(word.folded);
  if (!known || !isMeant(tokens, index, word, isJoined || word.isGlued)) return null;
  const after = tokens[index + length];
  // "GB/s" is a speed, "m²" an area.
  if (after?.isGlued && /^[/²³]$/.test(after.written)) return null;
  return { ...known, length };
}

function isMeant(tokens: readonly Token[], index: number, word: Token, isGlued: boolean): boolean {
  const cased = CASED[word.folded];
  if (cased && !cased.test(word.written)) return false;
  const figure = tokens[index]?.written ?? "";
  if (word.folded === "g" && isGlued && /^[2-6]$/.test(figure)) return false;
  if (word.folded === "er") return isGlued && /^(?:packs?|sets?)$/.test(tokens[index + 2]?.folded ?? "");
  if (word.folded === "in" && !isGlued) {
    const after = tokens[tokens.indexOf(word) + 1];
    return after?.kind === "word" && !/^(?:stock|the|a|my|one|total|all|black|white)$/.test(after.folded);
  }
  return true;
}
