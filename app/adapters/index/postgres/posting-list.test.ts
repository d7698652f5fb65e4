import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  appendStrong,
  appendWeak,
  decodeStrong,
  decodeWeak,
  encodePlaces,
  encodeStrong,
  encodeWeak,
  strongPlaces,
  weakPlaces,
} from "./posting-list";

const place = fc.integer({ min: 0, max: 255 });
const places = fc.record({
  title: fc.array(place, { maxLength: 16 }),
  lead: fc.array(place, { maxLength: 14 }),
  type: fc.array(place, { maxLength: 8 }),
  isStrong: fc.constant(true),
  count: fc.integer({ min: 0, max: 255 }),
});
const block = fc
  .uniqueArray(
    fc.record({
      local: fc.integer({ min: 0, max: 1023 }),
      impact: fc.integer({ min: 1, max: 1000 }),
      places,
    }),
    {
      selector: ({ local }) => local,
    },
  )
  .map((postings) => postings.sort((a, b) => a.local - b.local));

describe("postings in bytes", () => {
  it("say of every product what was written, and of others nothing", () => {
    fc.assert(
      fc.property(block, (postings) => {
        const strong = encodeStrong(
          postings.map((posting) => ({ ...posting, places: encodePlaces(posting.places) })),
        );
        const known = new Map(postings.map(({ local, places }) => [local, places]));
        const all = Array.from({ length: 1024 }, (_, local) => local);
        expect(all.map((local) => strongPlaces(strong, local))).toEqual(all.map((local) => known.get(local)));
        expect(encodeStrong(decodeStrong(strong))).toEqual(strong);
      }),
      { numRuns: 20 },
    );
  });

  it("are the same whether written at once or one behind the other", () => {
    fc.assert(
      fc.property(block, fc.nat(), (postings, at) => {
        const strong = postings.map((posting) => ({ ...posting, places: encodePlaces(posting.places) }));
        const weak = strong.map((posting) => ({ ...posting, impact: 0, places: posting.places.slice(0, 1) }));
        const cut = at % (postings.length + 1);
        const parted = appendStrong(encodeStrong(strong.slice(0, cut)), strong.slice(cut));
        expect(parted).toEqual(encodeStrong(strong));
        expect(appendWeak(encodeWeak(weak.slice(0, cut)), weak.slice(cut))).toEqual(encodeWeak(weak));
      }),
    );
    expect(appendStrong(new Uint8Array(0), [])).toEqual(encodeStrong([]));
  });

  it("keep how often a description has a term", () => {
    const often = encodePlaces({ title: [], lead: [], type: [], isStrong: false, count: 300 });
    const weak = encodeWeak([{ local: 9, impact: 0, places: often }]);
    expect(weakPlaces(weak, 9)).toMatchObject({ isStrong: false, count: 255 });
    expect(weakPlaces(weak, 8)).toBeUndefined();
    expect(encodeWeak(decodeWeak(weak))).toEqual(weak);
  });

  it("have room for a block of the wordiest titles", () => {
    const wordy = {
      title: Array(99).fill(7),
      lead: Array(99).fill(7),
      type: Array(99).fill(7),
      isStrong: true,
      count: 9,
    };
    const all = Array.from({ length: 1024 }, (_, local) => ({
      local,
      impact: 1,
      places: encodePlaces(wordy),
    }));
    const strong = encodeStrong(all);
    expect(strongPlaces(strong, 1023)).toEqual(strongPlaces(strong, 0));
  });

  it("are empty where nothing was written", () => {
    expect(strongPlaces(new Uint8Array(0), 3)).toBeUndefined();
    expect(decodeStrong(new Uint8Array(0))).toEqual([]);
    expect(decodeWeak(new Uint8Array(0))).toEqual([]);
  });
});
