/** Writes minor units as the storefront shows them. Without `withCode`: `$50.85`; with it: `$50.85 USD`. */
export function formatMoney(amount: number, currency: string, withCode = false): string {
  const format = formatOf(currency);
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  const text = format.format(amount / 10 ** digits);
  return withCode ? `${text} ${currency}` : text;
}

/** The symbol as narrow as it comes: a shop writes its own currency `$`, not `US$`. */
function formatOf(currency: string): Intl.NumberFormat {
  const known = formats.get(currency);
  if (known) return known;
  const format = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
  });
  formats.set(currency, format);
  return format;
}

const formats = new Map<string, Intl.NumberFormat>();

/** `1234` minor units as `"12.34"`, the way Shopify's JSON writes decimal amounts. */
export function toDecimal(amount: number, currency: string): string {
  const digits = formatOf(currency).resolvedOptions().maximumFractionDigits ?? 2;
  return (amount / 10 ** digits).toFixed(digits);
}
