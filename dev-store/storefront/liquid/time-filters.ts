import type { Liquid } from "liquidjs";
import { type FilterThis, readNamed, readPositional } from "./filter-arguments";
import { escapeHtml } from "./html";

/** Shopify's named formats, as its English storefront writes them. */
const FORMATS: Record<string, string> = {
  abbreviated_date: "%b %d, %Y",
  basic: "%-m/%-d/%Y",
  date: "%B %-d, %Y",
  date_at_time: "%B %-d, %Y at %-I:%M %P",
  default: "%A, %B %-d, %Y at %-I:%M %P %z",
  on_date: "on %b %-d, %Y",
};

export function registerTimeFilters(engine: Liquid): void {
  const strftime = engine.filters.date as unknown;
  const format = (self: FilterThis, value: unknown, options: unknown[]): string => {
    const name = String(readNamed(options).format ?? "");
    const pattern = FORMATS[name] ?? (name || readPositional(options) || FORMATS.date);
    return String((strftime as (this: FilterThis, ...rest: unknown[]) => unknown).call(self, value, pattern));
  };
  engine.registerFilter("date", function (this: FilterThis, value, ...options) {
    return value === null || value === undefined ? "" : format(this, value, options);
  });
  engine.registerFilter("time_tag", function (this: FilterThis, value, ...options) {
    return `<time datetime="${escapeHtml(value)}">${format(this, value, options)}</time>`;
  });
}
