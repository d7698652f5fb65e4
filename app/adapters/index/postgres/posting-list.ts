import type { TermPlaces } from "~/core/knowledge/product-ranking/term-places";

/** So many numbers of products share a row of postings: a product's number is `block * BLOCK + local`. */
export const BLOCK = 1_024;

export const blockOf = (product: number) => Math.floor(product / BLOCK);
export const localOf = (product: number) => product % BLOCK;

/** What one term says of one product. */
export interface Posting {
  local: number;
  /** What ranking will make of the term in this product, in thousandths; 0 where only the description has it. */
  impact: number;
  /** Made by `encodePlaces`; for a term of the description alone, how often it is there. */
  places: Uint8Array;
}

/** A term's places beyond these count as these. */
const MAX_COUNT = 255;
const MAX_TITLE = 16;
const MAX_LEAD = 14;
const MAX_TYPE = 8;
const MAX_PLACE = 255;
const HEAD = 4;

/**
 * The places of a term that tells what its product is: how often it comes up, and of title, lead and type how many places
 * follow, then these. With the most of each, the places of a whole block take less than 64 KB.
 */
export function encodePlaces({ title, lead, type, isStrong, count }: TermPlaces): Uint8Array {
  const often = Math.min(count, MAX_COUNT);
  if (!isStrong) return Uint8Array.of(often);
  const texts = [
    title.filter(isStorable).slice(0, MAX_TITLE),
    lead.filter(isStorable).slice(0, MAX_LEAD),
    type.filter(isStorable).slice(0, MAX_TYPE),
  ];
  return Uint8Array.from([often, ...texts.map(({ length }) => length), ...texts.flat()]);
}

const isStorable = (place: number) => place <= MAX_PLACE;

function decodePlaces(bytes: Uint8Array, start: number): TermPlaces {
  const title = start + HEAD;
  const lead = title + (bytes[start + 1] as number);
  const type = lead + (bytes[start + 2] as number);
  const end = type + (bytes[start + 3] as number);
  return {
    title: read(bytes, title, lead),
    lead: read(bytes, lead, type),
    type: read(bytes, type, end),
    isStrong: true,
    count: bytes[start] as number,
  };
}

const NOWHERE: readonly number[] = [];

function read(bytes: Uint8Array, from: number, to: number): readonly number[] {
  return from === to ? NOWHERE : Array.from(bytes.subarray(from, to));
}

/**
 * The postings of a block in bytes, ascending: how many, then all numbers, then all impacts, then where each one's places
 * begin, two bytes each with the lower first, then the places. Those of descriptions have neither impacts nor beginnings.
 */
export function encodeStrong(postings: readonly Posting[]): Uint8Array {
  return appendStrong(NO_POSTINGS, postings);
}

export function encodeWeak(postings: readonly Posting[]): Uint8Array {
  return appendWeak(NO_POSTINGS, postings);
}

const NO_POSTINGS = new Uint8Array(2);

/** Numbers of all that is appended must be above those that are there. */
export function appendStrong(bytes: Uint8Array, postings: readonly Posting[]): Uint8Array {
  const known = lengthOf(bytes);
  const count = known + postings.length;
  const appended = postings.reduce((sum, { places }) => sum + places.length, 6 * postings.length);
  const all = new Uint8Array(Math.max(bytes.length, 2) + appended);
  writeTwo(all, 0, count);
  for (let list = 0; list < 3; list += 1)
    all.set(bytes.subarray(2 + 2 * list * known, 2 + 2 * (list + 1) * known), 2 + 2 * list * count);
  const start = 2 + 6 * count;
  all.set(bytes.subarray(2 + 6 * known), start);
  let offset = Math.max(bytes.length - 2 - 6 * known, 0);
  for (const [index, { local, impact, places }] of postings.entries()) {
    const at = known + index;
    writeTwo(all, 2 + 2 * at, local);
    writeTwo(all, 2 + 2 * (count + at), impact);
    writeTwo(all, 2 + 2 * (2 * count + at), offset);
    all.set(places, start + offset);
    offset += places.length;
  }
  return all;
}

export function appendWeak(bytes: Uint8Array, postings: readonly Posting[]): Uint8Array {
  const known = lengthOf(bytes);
  const count = known + postings.length;
  const all = new Uint8Array(2 + 3 * count);
  writeTwo(all, 0, count);
  all.set(bytes.subarray(2, 2 + 2 * known), 2);
  all.set(bytes.subarray(2 + 2 * known), 2 + 2 * count);
  for (const [index, { local, places }] of postings.entries()) {
    writeTwo(all, 2 + 2 * (known + index), local);
    all[2 + 2 * count + known + index] = places[0] as number;
  }
  return all;
}

/** The highest number; -1 of none. */
export const lastOf = (bytes: Uint8Array): number => {
  const count = lengthOf(bytes);
  return count === 0 ? -1 : localAt(bytes, count - 1);
};

export function decodeStrong(bytes: Uint8Array): Posting[] {
  const count = lengthOf(bytes);
  const start = 2 + 6 * count;
  const beginAt = (at: number) =>
    at === count ? bytes.length : start + two(bytes, 2 + 2 * (2 * count + at));
  return Array.from({ length: count }, (_, at) => ({
    local: localAt(bytes, at),
    impact: impactAt(bytes, at),
    places: bytes.subarray(beginAt(at), beginAt(at + 1)),
  }));
}

export function decodeWeak(bytes: Uint8Array): Posting[] {
  const count = lengthOf(bytes);
  return Array.from({ length: count }, (_, at) => ({
    local: localAt(bytes, at),
    impact: 0,
    places: bytes.subarray(2 + 2 * count + at, 3 + 2 * count + at),
  }));
}

/** How many postings there are. */
export const lengthOf = (bytes: Uint8Array): number => (bytes.length < 2 ? 0 : two(bytes, 0));
export const localAt = (bytes: Uint8Array, at: number): number => two(bytes, 2 + 2 * at);
export const impactAt = (strong: Uint8Array, at: number): number =>
  two(strong, 2 + 2 * (lengthOf(strong) + at));
export const countAt = (weak: Uint8Array, at: number): number => weak[2 + 2 * lengthOf(weak) + at] as number;

export function strongPlaces(strong: Uint8Array, local: number): TermPlaces | undefined {
  const at = find(strong, local);
  if (at === -1) return undefined;
  const count = lengthOf(strong);
  return decodePlaces(strong, 2 + 6 * count + two(strong, 2 + 2 * (2 * count + at)));
}

export function weakPlaces(weak: Uint8Array, local: number): TermPlaces | undefined {
  const at = find(weak, local);
  if (at === -1) return undefined;
  return { title: NOWHERE, lead: NOWHERE, type: NOWHERE, isStrong: false, count: countAt(weak, at) };
}

/** -1 where it is not there. */
function find(bytes: Uint8Array, local: number): number {
  let low = 0;
  let high = lengthOf(bytes) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = localAt(bytes, middle);
    if (found === local) return middle;
    if (found < local) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const two = (bytes: Uint8Array, at: number): number =>
  (bytes[at] as number) | ((bytes[at + 1] as number) << 8);

function writeTwo(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value & 255;
  bytes[at + 1] = value >> 8;
}
