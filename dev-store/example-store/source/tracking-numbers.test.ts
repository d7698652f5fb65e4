import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { CARRIERS, type CarrierName, trackingOf } from "./tracking-numbers";

/** Formats as jkeen/tracking_number_data describes them: only what this test reads. */
interface Format {
  regex: string | string[];
  validation: {
    checksum?: {
      name: string;
      weightings?: number[];
      evens_multiplier?: number;
      odds_multiplier?: number;
      reverse?: boolean;
    };
  };
}

const FORMATS = "../shared/data/carriers/couriers";
const FILES: Record<CarrierName, string> = {
  UPS: "ups",
  FedEx: "fedex",
  USPS: "usps",
  "DHL Express": "dhl",
  "Canada Post": "canadapost",
  "Royal Mail": "s10",
};

/** Decides by the published description alone, so that it shares no arithmetic with what it checks. */
function isValid(number: string, { regex, validation: { checksum } }: Format): boolean {
  const groups = new RegExp(`^${[regex].flat().join("")}$`).exec(number)?.groups;
  if (!groups?.SerialNumber || !checksum) return false;
  const serial = [...groups.SerialNumber];
  const check = Number(groups.CheckDigit);
  if (checksum.name === "mod7") return Number(serial.join("")) % 7 === check;
  if (checksum.name === "sum_product_with_weightings_and_modulo") {
    return (
      (serial.reduce((sum, digit, at) => sum + Number(digit) * (checksum.weightings?.[at] ?? 0), 0) % 11) %
        10 ===
      check
    );
  }
  if (checksum.name === "s10") {
    const rest =
      serial.reduce((sum, digit, at) => sum + Number(digit) * (checksum.weightings?.[at] ?? 0), 0) % 11;
    return (rest === 1 ? 0 : rest === 0 ? 5 : 11 - rest) === check;
  }
  const from = checksum.reverse ? [...serial].reverse() : serial;
  const sum = from.reduce((total, letter, at) => {
    const value = /\d/.test(letter) ? Number(letter) : (letter.charCodeAt(0) - 3) % 10;
    return total + value * ((at % 2 === 0 ? checksum.evens_multiplier : checksum.odds_multiplier) ?? 1);
  }, 0);
  return (10 - (sum % 10)) % 10 === check;
}

test.skipIf(!existsSync(FORMATS))(
  "every tracking number is one that its carrier could have given (needs ../shared/data/carriers)",
  () => {
    expect(readdirSync(FORMATS).length).toBeGreaterThan(0);
    for (const carrier of Object.keys(CARRIERS) as CarrierName[]) {
      const file = JSON.parse(readFileSync(`${FORMATS}/${FILES[carrier]}.json`, "utf8")) as {
        tracking_numbers: Format[];
      };
      for (let order = 1001; order < 1100; order++) {
        const { number, url } = trackingOf(carrier, order, order % 3);
        expect(
          file.tracking_numbers.some((format) => isValid(number, format)),
          `${carrier} ${number}`,
        ).toBe(true);
        expect(url).toContain(number);
      }
    }
  },
);

test("two parcels never share a number", () => {
  const numbers = Array.from({ length: 200 }, (_, at) => trackingOf("UPS", 1001 + (at >> 1), at % 2).number);
  expect(new Set(numbers).size).toBe(200);
});
