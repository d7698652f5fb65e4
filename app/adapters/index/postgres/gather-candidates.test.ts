import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherCandidates } from "./gather-candidates";
import type { Postings } from "./known-postings";
import { blockOf, encodeStrong, encodeWeak, localOf, type Posting } from "./posting-list";

/** Impacts by product, and products whose description alone has the term. */
function listed(impacts: Record<number, number>, described: number[] = []): Postings {
  const posting = (product: number, impact: number): Posting => ({
    local: localOf(product),
    impact,
    places: Uint8Array.of(1, 0, 0, 0),
  });
  const all = Object.entries(impacts).map(([product, impact]) => [Number(product), impact] as const);
  const blocks = [...all.map(([product]) => product), ...described].map(blockOf);
  return new Map(
    blocks.map((block) => [
      block,
      {
        strong: encodeStrong(
          all
            .filter(([product]) => blockOf(product) === block)
            .map(([product, impact]) => posting(product, impact)),
        ),
        weak: encodeWeak(
          described.filter((product) => blockOf(product) === block).map((product) => posting(product, 0)),
        ),
      },
    ]),
  );
}

describe("gatherCandidates", () => {
  it("adds up the words of a product, and of what may stand for one word takes the best", () => {
    const postings = new Map([
      [1, listed({ 7: 800, 8: 800 })],
      [2, listed({ 8: 1000, 2009: 1000 })],
      [3, listed({ 2009: 100 })],
    ]);
    const asked = [
      { term: 1, slot: 0, weight: 1 },
      { term: 2, slot: 0, weight: 0.9 },
      { term: 3, slot: 1, weight: 2 },
    ];
    expect(gatherCandidates(asked, postings, 2, 10)).toMatchObject({ numbers: [2009, 8, 7], complete: 1 });
    expect(gatherCandidates(asked, postings, 2, 2)).toMatchObject({ numbers: [2009, 8], complete: 1 });
  });

  it("keeps apart what has some word in its description alone", () => {
    const postings = new Map([
      [1, listed({ 1: 500, 2: 900 }, [3, 5000])],
      [2, listed({ 1: 500 }, [2, 3])],
    ]);
    const asked = [
      { term: 1, slot: 0, weight: 1 },
      { term: 2, slot: 1, weight: 1 },
    ];
    expect(gatherCandidates(asked, postings, 2, 10)).toEqual({
      numbers: [1, 2],
      complete: 1,
      described: [2, 3],
    });
  });

  it("finds nothing of terms that no product has, and remembers nothing of the query before", () => {
    const nothing = { numbers: [], complete: 0, described: [] };
    expect(gatherCandidates([{ term: 5, slot: 0, weight: 1 }], new Map(), 1, 10)).toEqual(nothing);
    expect(gatherCandidates([], new Map(), 0, 10)).toEqual(nothing);
  });

  it("leaves out no product that is worth more than one it names, and names none twice", () => {
    const impacts = fc.dictionary(
      fc.integer({ min: 1, max: 3000 }).map(String),
      fc.integer({ min: 1, max: 9 }),
    );
    fc.assert(
      fc.property(impacts, impacts, fc.integer({ min: 1, max: 20 }), (one, other, limit) => {
        const postings = new Map([
          [1, listed(one)],
          [2, listed(other)],
        ]);
        const asked = [
          { term: 1, slot: 0, weight: 1 },
          { term: 2, slot: 1, weight: 1 },
        ];
        const { numbers, complete } = gatherCandidates(asked, postings, 2, limit);
        const isComplete = (number: number) => number in one && number in other;
        const worth = (number: number) =>
          (one[number] ?? 0) + (other[number] ?? 0) + (isComplete(number) ? 100 : 0);
        const all = [...new Set([...Object.keys(one), ...Object.keys(other)])].map(Number);
        const expected = all
          .map(worth)
          .sort((a, b) => b - a)
          .slice(0, limit);
        expect(numbers.map(worth)).toEqual(expected);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(complete).toBe(all.filter(isComplete).length);
      }),
    );
  });
});
