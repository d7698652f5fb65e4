import type { ProductFilters } from "../product-query";
import { AT_LEAST, AT_MOST, BETWEEN, FROM, OR_LESS, OR_MORE, TO, trailingLength } from "./comparisons";
import { type Measure, measureAt, UNBOUNDED } from "./measures";
import { readDecimal } from "./numbers";
import type { Reading } from "./reading";
import type { Token } from "./tokens";

type Bounds = NonNullable<ProductFilters["measures"]>[number];

/** A wish for a measure, with its words as the shopper wrote them. */
export interface MeasureWish extends Bounds {
  words: string;
}

/** Units of the texts of a catalogue; pieces are told by so many words that a text may well not say them so. */
const UNREAD = new Set(["piece"]);

/** The measures that are asked for, read and claimed: "64 GB", "at least 16GB", "20-30 cm", "2 kg or more". */
export function readMeasureWishes(reading: Reading): MeasureWish[] {
  const wishes: MeasureWish[] = [];
  for (let index = 0; index < reading.tokens.length; index += 1) {
    const found =
      rangeAt(reading.tokens, index) ?? boundAt(reading.tokens, index) ?? exactAt(reading.tokens, index);
    if (!found || !reading.isFree(index, found.length) || UNREAD.has(found.wish.unit)) continue;
    reading.claim(index, found.length, "describing");
    wishes.push({ ...found.wish, words: reading.textOf(index, found.length) });
  }
  return wishes;
}

interface Found {
  wish: Bounds;
  length: number;
}

function rangeAt(tokens: readonly Token[], index: number): Found | null {
  const lead = BETWEEN.lengthAt(tokens, index) || FROM.lengthAt(tokens, index);
  const low = tokens[index + lead];
  const lowMeasure = measureAt(tokens, index + lead);
  const lowLength = lowMeasure?.length ?? 1;
  const joint = low?.kind === "number" ? TO.lengthAt(tokens, index + lead + lowLength) : 0;
  const high = joint > 0 ? measureAt(tokens, index + lead + lowLength + joint) : null;
  if (!low || !high || low.isGlued) return null;
  const bare = readDecimal(low.written);
  const figure = readDecimal(tokens[index + lead + lowLength + joint]?.written ?? "");
  const min =
    lowMeasure?.measure.value ?? (bare !== null && figure ? (high.measure.value * bare) / figure : null);
  if (min === null || min >= high.measure.value) return null;
  return {
    wish: { unit: high.measure.unit, min, max: high.measure.value },
    length: lead + lowLength + joint + high.length,
  };
}

function boundAt(tokens: readonly Token[], index: number): Found | null {
  const least = AT_LEAST.lengthAt(tokens, index);
  const most = AT_MOST.lengthAt(tokens, index);
  const lead = Math.max(least, most);
  const led = lead > 0 ? measureAt(tokens, index + lead) : null;
  if (led) return { wish: bound(led.measure, least >= most), length: lead + led.length };
  const bare = measureAt(tokens, index);
  if (!bare) return plusAt(tokens, index);
  const more = trailingLength(OR_MORE, tokens, index + bare.length);
  const less = trailingLength(OR_LESS, tokens, index + bare.length);
  if (more === 0 && less === 0) return null;
  return { wish: bound(bare.measure, more > 0), length: bare.length + Math.max(more, less) };
}

/** "16+ GB". */
function plusAt(tokens: readonly Token[], index: number): Found | null {
  if (tokens[index]?.kind !== "number" || tokens[index + 1]?.written !== "+") return null;
  const found = measureAt([...tokens.slice(0, index + 1), ...tokens.slice(index + 2)], index);
  return found ? { wish: bound(found.measure, true), length: found.length + 1 } : null;
}

function bound({ unit, value }: Measure, isLeast: boolean): Bounds {
  return isLeast ? { unit, min: value, max: UNBOUNDED } : { unit, min: 0, max: value };
}

function exactAt(tokens: readonly Token[], index: number): Found | null {
  const found = measureAt(tokens, index);
  return found ? { wish: asPeopleMean(found.measure), length: found.length } : null;
}

/** Whole inches stand for what screens really have (15 for 15.6, 13 for 13.3), and terabytes for 1,024 gigabytes too. */
function asPeopleMean({ unit, value }: Measure): Bounds {
  if (unit === "inch" && value >= 10 && Number.isInteger(value))
    return { unit, min: value - 0.4, max: value + 0.7 };
  if (unit === "byte" && value >= 5e11) return { unit, min: value, max: value * 1.024 };
  return { unit, min: value, max: value };
}
