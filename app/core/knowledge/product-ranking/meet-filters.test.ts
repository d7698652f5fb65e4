import { describe, expect, it } from "vitest";
import { sampleProduct, sampleVariant } from "../../store/fixtures/sample-products";
import type { ProductFilters } from "../product-query";
import { findFittingVariant } from "./meet-filters";

const shirt = sampleProduct({
  title: "Quay Shirt",
  vendor: "Fernway",
  tags: ["linen"],
  options: [
    { name: "Colour", values: ["Red", "Blue"] },
    { name: "Size", values: ["M", "L"] },
  ],
  variants: [
    sampleVariant({ id: "red-l", price: 4000, available: true, options: { Colour: "Red", Size: "L" } }),
    sampleVariant({ id: "blue-m", price: 5000, available: true, options: { Colour: "Blue", Size: "M" } }),
    sampleVariant({ id: "red-m", price: 6000, available: false, options: { Colour: "Red", Size: "M" } }),
  ],
});
const fitOf = (filters: ProductFilters, words: string[] = []) => {
  const found = findFittingVariant(shirt, filters, words);
  return [found?.variant.id, found?.unmet];
};
const colour = { names: ["Colour"], values: ["red"] };
const size = { names: ["size"], values: ["M"] };

describe("findFittingVariant", () => {
  it("wants all options of one and the same variant", () => {
    expect(fitOf({ options: [colour, size] })).toEqual(["red-m", []]);
    expect(fitOf({ options: [colour, size], availableOnly: true })).toEqual(["red-m", ["stock"]]);
  });

  it("gives up what can change before what makes it another thing", () => {
    expect(fitOf({ options: [colour, size], maxPrice: 5000 })).toEqual(["red-m", ["price"]]);
    expect(fitOf({ options: [{ names: ["Colour"], values: ["Green"] }] })[1]).toEqual(["option"]);
  });

  it("prefers the version that has more of the wished options, where none has all", () => {
    const finish = { names: ["Finish"], values: ["matt"] };
    expect(fitOf({ options: [size, finish, { names: ["Colour"], values: ["blue"] }] })).toEqual([
      "blue-m",
      ["option"],
    ]);
  });

  it("takes a product without the option by its title, type and tags, in whole words", () => {
    const material = (value: string) => ({ options: [{ names: ["Material"], values: [value] }] });
    expect(fitOf(material("Linen"))[1]).toEqual([]);
    expect(fitOf(material("Lin"))[1]).toEqual(["option"]);
  });

  it("prefers the variant that the query names", () => {
    expect(fitOf({}, ["blue"])).toEqual(["blue-m", []]);
  });

  it("knows vendors however they are written", () => {
    expect(fitOf({ vendors: ["FERNWAY "] })[1]).toEqual([]);
    expect(fitOf({ vendors: ["Other"] })[1]).toEqual(["vendor"]);
  });

  it("has nothing for a product without variants", () => {
    expect(findFittingVariant({ ...shirt, variants: [] }, {}, [])).toBeNull();
  });
});
