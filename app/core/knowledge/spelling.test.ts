import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseSpelling, countSlips } from "./spelling";

const known = [
  { word: "headphones", count: 130 },
  { word: "keyboard", count: 380 },
  { word: "monitor", count: 300 },
  { word: "monitro", count: 3 },
  { word: "sofa", count: 1 },
];

describe("chooseSpelling", () => {
  it.each([
    ["hedphones", "headphones"],
    ["keybaord", "keyboard"],
    ["monittor", "monitor"],
    ["moniotr", "monitor"],
  ])("reads %s as %s", (written, spelt) => {
    expect(chooseSpelling(written, known)).toBe(spelt);
  });

  it.each(["lawnmower", "toothpaste", "tv", "ab1", "a4", "son"])("leaves %s alone", (written) => {
    expect(chooseSpelling(written, known)).toBeNull();
  });

  it("leaves a word alone that the shop uses, unless it is plainly its own slip", () => {
    expect(chooseSpelling("monitro", known)).toBe("monitor");
    expect(chooseSpelling("sofa", [...known, { word: "soda", count: 40 }])).toBeNull();
  });

  it("leaves a word alone that everybody knows, though the shop does not", () => {
    const likely = ["read", "wins", "scart", "dresses"].map((word) => ({ word, count: 90 }));
    for (const written of ["bread", "wine", "scarf", "tyres", "winter"])
      expect(chooseSpelling(written, likely)).toBeNull();
    expect(chooseSpelling("scrat", likely)).toBe("scart");
  });

  it("takes what people say all the time for no slip", () => {
    const likely = ["ring", "hohe", "stiefel", "cintura"].map((word) => ({ word, count: 90 }));
    for (const written of ["bring", "wohne", "bringt", "wearing", "porter", "lleva"])
      expect(
        chooseSpelling(written, [...likely, { word: "wearin", count: 90 }, { word: "porte", count: 90 }]),
      ).toBeNull();
  });

  it("of short words puts right what changed places, and nothing else", () => {
    const short = ["holz", "stuck", "lamp", "shoe"].map((word) => ({ word, count: 90 }));
    for (const written of ["holt", "suck", "lame"]) expect(chooseSpelling(written, short)).toBeNull();
    expect(chooseSpelling("hsoe", short)).toBe("shoe");
  });

  it("prefers the word that the shop uses more", () => {
    expect(chooseSpelling("monitot", [{ word: "monitos", count: 1 }, ...known])).toBe("monitor");
  });
});

describe("countSlips", () => {
  it("counts as many slips one way as the other, and none between equals", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), (one, other) => {
        expect(countSlips(one, other, 20)).toBe(countSlips(other, one, 20));
        expect(countSlips(one, one, 2)).toBe(0);
      }),
    );
  });

  it("counts neighbours that changed places as one", () => {
    expect(countSlips("form", "from", 2)).toBe(1);
  });
});
