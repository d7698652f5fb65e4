/**
 * Tracking numbers as the carriers form them, check digit included, so that whatever recognises real numbers
 * recognises these. They belong to no parcel. Formats: jkeen/tracking_number_data.
 */
export type CarrierName = "UPS" | "FedEx" | "USPS" | "DHL Express" | "Canada Post" | "Royal Mail";

const digits = (text: string): number[] =>
  [...text].map((letter) => (letter >= "A" ? (letter.charCodeAt(0) - 63) % 10 : Number(letter)));

/** Every second digit counts `odd` times, the others `even` times, from the left; what is missing to a full ten. */
function mod10(serial: string, even: number, odd: number): number {
  const sum = digits(serial).reduce((total, digit, at) => total + digit * (at % 2 === 0 ? even : odd), 0);
  return (10 - (sum % 10)) % 10;
}

/** Letters count as their place in the alphabet plus two, modulo ten. */
function upsNumber(seed: string): string {
  const serial = `8X47R103${seed.slice(-7)}`;
  return `1Z${serial}${mod10(serial, 1, 2)}`;
}

function fedexNumber(seed: string): string {
  const serial = `7926${seed.slice(-7)}`;
  const weights = [3, 1, 7, 3, 1, 7, 3, 1, 7, 3, 1];
  const sum = digits(serial).reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0);
  return `${serial}${(sum % 11) % 10}`;
}

function s10Number(service: string, seed: string, country: string): string {
  const serial = seed.slice(-8);
  const weights = [8, 6, 4, 2, 3, 5, 9, 7];
  const rest = 11 - (digits(serial).reduce((total, digit, at) => total + digit * (weights[at] ?? 0), 0) % 11);
  return `${service}${serial}${rest === 10 ? 0 : rest === 11 ? 5 : rest}${country}`;
}

const withMod10 = (serial: string): string => `${serial}${mod10(serial, 3, 1)}`;
const withMod7 = (serial: string): string => `${serial}${Number(BigInt(serial) % 7n)}`;

interface Carrier {
  /** A number from eight digits. */
  number: (seed: string) => string;
  url: (number: string) => string;
}

export const CARRIERS: Record<CarrierName, Carrier> = {
  UPS: { number: upsNumber, url: (number) => `https://www.ups.com/track?tracknum=${number}` },
  FedEx: { number: fedexNumber, url: (number) => `https://www.fedex.com/fedextrack/?trknbr=${number}` },
  USPS: {
    number: (seed) => withMod10(`9400111206206${seed}`),
    url: (number) => `https://tools.usps.com/go/TrackConfirmAction?tLabels=${number}`,
  },
  "DHL Express": {
    number: (seed) => withMod7(`4${seed}`),
    url: (number) => `https://www.dhl.com/en/express/tracking.html?AWB=${number}`,
  },
  "Canada Post": {
    number: (seed) => withMod10(`7316042${seed}`),
    url: (number) => `https://www.canadapost-postescanada.ca/track-reperage/en#/search?searchFor=${number}`,
  },
  "Royal Mail": {
    number: (seed) => s10Number("TH", seed, "GB"),
    url: (number) => `https://www.royalmail.com/track-your-item#/tracking-results/${number}`,
  },
};

/** The number of an order's nth parcel: the same at every run. */
export function trackingOf(
  carrier: CarrierName,
  order: number,
  parcel: number,
): { number: string; url: string } {
  const seed = String((order * 7_919_993 + (parcel + 1) * 1_299_709) % 100_000_000).padStart(8, "0");
  const number = CARRIERS[carrier].number(seed);
  return { number, url: CARRIERS[carrier].url(number) };
}
