/** Amounts come as decimals in major units, such as "49.95". */
export function formatMoney(amount: string | number, currency: string, locale: string): string {
  try {
    return new Intl.NumberFormat(locale, { style: "currency", currency }).format(Number(amount));
  } catch {
    return `${amount} ${currency}`;
  }
}

/** A day as the shop counts days; an unknown time zone or locale falls back to the browser's. */
export function formatDay(timestamp: string, locale: string, timeZone: string): string {
  const style = { weekday: "short", day: "numeric", month: "short" } as const;
  const date = new Date(timestamp);
  const year = date.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" as const };
  try {
    return new Intl.DateTimeFormat(locale, { ...style, ...year, timeZone }).format(date);
  } catch {
    return new Intl.DateTimeFormat(undefined, { ...style, ...year }).format(date);
  }
}
