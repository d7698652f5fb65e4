import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMeasures } from "./measures";

const read = (text: string) => findMeasures(text).map(({ unit, value }) => `${value} ${unit}`);

describe("findMeasures", () => {
  it.each([
    ["ps4 pro and aa battery", []],
    ["a 2 in 1 tablet with 5G and 50 in stock", []],
    ["size 2 M", []],
    ["up to 600 GB/s over 25 m² in version 1.2.3 gb", []],
    ["Nintendo 64, Windows 10, 7 Wonders, No. 5", []],
  ])("reads none in %j", (text, found) => expect(read(text)).toEqual(found));

  it.each([
    ["64 GB", "64gb"],
    ["0,5 TB", "500 GB"],
    ['15.6"', "15,6 Zoll"],
    ["15.6-inch", "15.6 pouces"],
    ["500 ml", "0.5 l"],
    ["2 m", "200cm"],
    ["2000 mAh", "2 Ah"],
    ["1.5 kg", "1500g"],
    ["16 oz", "16 ounces"],
    ["2.4 GHz", "2400 MHz"],
    ["1 litre", "1000ml"],
    ["3-piece", "3 pieces"],
  ])("takes %j and %j for the same", (one, other) => {
    expect(read(one)).toHaveLength(1);
    expect(read(one)).toEqual(read(other));
  });

  it("reads each of several, where it stands", () => {
    const text = "Laptop 16GB / 512 GB SSD / 15.6 inch, 60W";
    const found = findMeasures(text);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
      "16GB",
      "512 GB",
      "15.6 inch",
      "60W",
    ]);
  });

  it("does not mind the decimal sign, nor a blank before the unit", () => {
    const unit = fc.constantFrom("GB", "ml", "kg", "cm", "W", "V", "mAh", "Hz");
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 900 }),
        fc.integer({ min: 1, max: 99 }),
        unit,
        (whole, rest, name) => {
          const point = read(`for ${whole}.${rest}${name} only`);
          expect(point).toHaveLength(1);
          expect(read(`für ${whole},${rest} ${name} nur`)).toEqual(point);
        },
      ),
    );
  });
});
