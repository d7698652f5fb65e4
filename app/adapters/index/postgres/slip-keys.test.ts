import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { doubleSlipKeys, slipKeys } from "./slip-keys";

const SHOP = "fernway.myshopify.com";
const letters = fc.array(fc.constantFrom(..."abcdefgh"), { minLength: 10, maxLength: 16 });
const shares = (one: number[], other: number[]) => one.some((key) => other.includes(key));

/** The word with a letter left out, put in, changed or swapped with the next. */
function slip(word: readonly string[], kind: number, place: number): string[] {
  const at = place % (word.length - 1);
  const [one = "", two = ""] = word.slice(at, at + 2);
  const instead = [[], ["x", one], ["x"], [two, one]][kind % 4] ?? [];
  return [...word.slice(0, at), ...instead, ...word.slice(kind % 4 === 3 ? at + 2 : at + 1)];
}

describe("the keys of slips", () => {
  it("are shared by a word and what any one slip makes of it", () => {
    fc.assert(
      fc.property(letters, fc.nat(3), fc.nat(99), (word, kind, place) => {
        const written = slip(word, kind, place).join("");
        expect(shares(slipKeys(SHOP, word.join("")), slipKeys(SHOP, written))).toBe(true);
      }),
    );
  });

  it("are shared by a long word and what two slips in one half of it make", () => {
    for (const written of ["fotogrphie", "fotographhe", "ftgraphie", "otografie"])
      expect(shares(doubleSlipKeys(SHOP, "fotographie"), doubleSlipKeys(SHOP, written))).toBe(true);
  });

  it("are no other shop's, and none of codes", () => {
    expect(shares(slipKeys(SHOP, "teapot"), slipKeys("other.myshopify.com", "teapot"))).toBe(false);
    expect(slipKeys(SHOP, "tn2110")).toEqual([]);
    expect(doubleSlipKeys(SHOP, "teapot")).toEqual([]);
  });
});
