const digitsByCurrency = new Map<string, number>();

/** Digits after the decimal point by ISO 4217: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const digits = readDigits(currency);
  // Shops have few currencies; a bound keeps garbage from piling up.
  if (digitsByCurrency.size < 500) digitsByCurrency.set(currency, digits);
  return digits;
}

function readDigits(currency: string): number {
  try {
    const format = new Intl.NumberFormat("en", { style: "currency", currency });
    return format.resolvedOptions().minimumFractionDigits ?? 2;
  } catch {
    // Intl throws on what is not three letters; such a shop still has to show its prices.
    return 2;
  }
}

/** Minor units as the wire writes them: 4995 in EUR is "49.95", in JPY "4995", in KWD "4.995". */
export function toDecimal(minor: number, currency: string): string {
  const digits = currencyDigits(currency);
  return (Math.round(minor) / 10 ** digits).toFixed(digits);
}

/** Major units, as people write them, in minor ones. */
export function toMinor(major: number, currency: string): number {
  return Math.round(major * 10 ** currencyDigits(currency));
}
