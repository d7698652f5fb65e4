import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, stem, words } from "./words";

describe("words", () => {
  it("splits and folds", () => {
    expect(words("Die Größe XL kostet 1,299.00 €; T-Shirts don’t!")).toEqual([
      "die",
      "grosse",
      "xl",
      "kostet",
      "1,299.00",
      "t-shirts",
      "don’t",
    ]);
  });

  it("finds nothing where there is nothing", () => {
    expect(words(" ¿?… 🛒 ")).toEqual([]);
  });
});

describe("stem", () => {
  it.each([
    ["return", "returns", "returning", "returned"],
    ["ship", "ships", "shipping", "shipped"],
    ["policy", "policies"],
    ["watch", "watches"],
    ["shoe", "shoes"],
    ["camiseta", "camisetas"],
    ["devolucion", "devoluciones"],
    ["schuh", "schuhe", "schuhen"],
    ["refund", "refunds", "refunded"],
    ["box", "boxes"],
  ])("makes one of %s and its forms", (...forms) => {
    expect(new Set(forms.map(stem)).size).toBe(1);
  });

  it.each([
    ["glass", "glue"],
    ["ring", "rig"],
    ["1000ml", "100ml"],
    ["boots", "booth"],
  ])("keeps %s and %s apart", (one, other) => {
    expect(stem(one)).not.toBe(stem(other));
  });

  it("never throws or empties a word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const word of words(fold(text))) expect(stem(word).length).toBeGreaterThan(0);
      }),
    );
  });
});
