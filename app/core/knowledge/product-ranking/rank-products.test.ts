import { describe, expect, it } from "vitest";
import { type RankedProduct, rankProduct, type SoughtWord, termWorth } from "./rank-products";
import { readPlaces } from "./term-places";
import type { TitleItem } from "./title-item";

const USB = 1;
const HUB = 2;
const CABLE = 3;

/** A product whose title has the terms in this order; the last one names it. */
function titled(...terms: number[]): RankedProduct {
  const title = terms.map(
    (term, at): TitleItem => ({ kind: "word", term, isThing: at === terms.length - 1 }),
  );
  const counts = new Map(terms.map((term) => [term, terms.filter((one) => one === term).length]));
  const places = readPlaces({ title, lead: [], type: [], strong: new Set(terms), counts });
  return { placesOf: (term) => places.get(term), length: terms.length, available: true };
}

const sought = (word: string, term: number): SoughtWord => ({
  word,
  rarity: 1,
  alternatives: [{ terms: [[term]], weight: 1 }],
  isCode: false,
  isPurpose: false,
});
const usbHub = [sought("usb", USB), sought("hub", HUB)];

describe("rankProduct", () => {
  it("puts words that stand side by side before the same words apart", () => {
    const together = rankProduct(titled(CABLE, USB, HUB), usbHub, 3);
    const apart = rankProduct(titled(USB, CABLE, HUB), usbHub, 3);
    expect(together.score).toBeGreaterThan(apart.score);
  });

  it("puts every word before some words, however well these are answered", () => {
    const some = rankProduct(titled(USB, USB, USB), usbHub, 3);
    const every = rankProduct(titled(HUB, CABLE, CABLE, CABLE, CABLE, USB), usbHub, 3);
    expect(every.score).toBeGreaterThan(some.score);
    expect(some.missing).toEqual(["hub"]);
  });
});

describe("termWorth", () => {
  it("orders products as ranking does for the term alone, within 0 and 1", () => {
    const products = [titled(USB), titled(USB, HUB), titled(HUB, CABLE, USB, USB), titled(HUB)];
    const byWorth = products.toSorted((a, b) => termWorth(b, USB, 3) - termWorth(a, USB, 3));
    const score = (product: RankedProduct) => rankProduct(product, usbHub.slice(0, 1), 3).score;
    expect(byWorth).toEqual(products.toSorted((a, b) => score(b) - score(a)));
    for (const product of products) {
      expect(termWorth(product, USB, 3)).toBeGreaterThanOrEqual(0);
      expect(termWorth(product, USB, 3)).toBeLessThanOrEqual(1);
    }
    expect(termWorth(titled(HUB), USB, 3)).toBe(0);
  });
});
