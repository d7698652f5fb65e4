/** Shopify writes money as decimals with a varying number of digits: "49.9" and "49.90" are the same 4990 cents. */
export function minorUnits(amount: string, currency: string): number {
  return Math.round(Number(amount) * 10 ** currencyDigits(currency));
}

/** Digits after the point by ISO 4217, as the runtime's CLDR data knows them: 2 for EUR, 0 for JPY, 3 for KWD. */
export function currencyDigits(currency: string): number {
  return (
    new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2
  );
}
