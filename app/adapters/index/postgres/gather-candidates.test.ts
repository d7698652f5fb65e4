import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gatherCandidates } from "./gather-candidates";
import type { Postings } from "./known-postings";

const listed = (impacts: Record<number, number>): Postings => ({
  products: Int32Array.from(Object.keys(impacts).map(Number)),
  impacts: Int32Array.from(Object.values(impacts)),
});

describe("gatherCandidates", () => {
  it("adds up the words of a product, and of what may stand for one word takes the best", () => {
    const postings = new Map([
      [1, listed({ 7: 800, 8: 800 })],
      [2, listed({ 8: 1000, 9: 1000 })],
      [3, listed({ 9: 100 })],
    ]);
    const asked = [
      { term: 1, slot: 0, weight: 1 },
      { term: 2, slot: 0, weight: 0.9 },
      { term: 3, slot: 1, weight: 2 },
    ];
    expect(gatherCandidates(asked, postings, 2, 10)).toEqual({ numbers: [9, 8, 7], complete: 1 });
    expect(gatherCandidates(asked, postings, 2, 2)).toEqual({ numbers: [9, 8], complete: 1 });
  });

  it("finds nothing of terms that no product has", () => {
    const asked = [{ term: 5, slot: 0, weight: 1 }];
    expect(gatherCandidates(asked, new Map(), 1, 10)).toEqual({ numbers: [], complete: 0 });
    expect(gatherCandidates([], new Map(), 0, 10)).toEqual({ numbers: [], complete: 0 });
  });

  it("leaves out no product that is worth more than one it names, and names none twice", () => {
    const impacts = fc.dictionary(
      fc.integer({ min: 1, max: 60 }).map(String),
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
        expect(numbers.map(worth).sort((a, b) => b - a)).toEqual(expected);
        expect(new Set(numbers).size).toBe(numbers.length);
        expect(complete).toBe(all.filter(isComplete).length);
      }),
    );
  });
});
