import fc from "fast-check";
import { expect, it } from "vitest";
import { currencyDigits, toDecimal, toMinor } from "./money";

it.each([
  [4995, "EUR", "49.95"],
  [4995, "JPY", "4995"],
  [4995, "KWD", "4.995"],
  [5, "USD", "0.05"],
  [0, "USD", "0.00"],
  [4995, "??", "49.95"],
])("writes %i minor units of %s as %s", (minor, currency, decimal) => {
  expect(toDecimal(minor, currency)).toBe(decimal);
});

it("reads back what it wrote", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e12 }),
      fc.constantFrom("USD", "JPY", "KWD", "HUF", "CLP"),
      (minor, currency) => {
        expect(toMinor(Number(toDecimal(minor, currency)), currency)).toBe(minor);
        expect(toDecimal(minor, currency).split(".")[1]?.length ?? 0).toBe(currencyDigits(currency));
      },
    ),
  );
});
