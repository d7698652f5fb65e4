import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText, readWords } from "./searchable-words";

const shape = (text: string) =>
  readText(text)
    .tokens.map((token) => ("word" in token ? token.word : token.kind === "break" ? "|" : ">"))
    .join(" ");

describe("readText", () => {
  it.each([
    ['Laptop Case, 15" - Black', "laptop case | 15 | black"],
    ["Funda para portátil", "funda > portátil"],
    ["64 GB card / 64GB card", "64gb card | 64gb card"],
    ["T-Shirt", "t shirt"],
    ["15.6 inch", "15.6inch"],
    ["Men's tee", "men tee"],
    ["茶壺セット", "茶壺 壺セ セッ ット"],
  ])("reads %j as %j", (text, words) => {
    expect(shape(text)).toBe(words);
  });

  it("keeps what hyphens joined and units stood apart from", () => {
    expect(readWords("T-Shirt TN-2110")).toEqual(["t", "shirt", "tn", "2110", "tshirt", "tn2110"]);
    expect(readWords("64 GB")).toEqual(["64gb", "64"]);
  });

  it("takes any text, and gives no empty word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const word of readWords(text)) expect(word).not.toBe("");
      }),
    );
  });

  it.each(["a-", "'", "1 ", "1.", "茶", "x_"])(
    "takes time in proportion to the length for %j over and over",
    (piece) => {
      const started = performance.now();
      readWords(piece.repeat(100_000));
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
