import { createHash } from "node:crypto";

/** Why a row cannot be loaded; the sentence is reported with file and line. */
export class RowError extends Error {}

/** Minor units of `currency` from a decimal such as "47.84"; 0 for an empty cell. */
export function parseMoney(text: string, currency: string, column: string): number {
  return parseOptionalMoney(text, currency, column) ?? 0;
}

export function parseOptionalMoney(text: string, currency: string, column: string): number | null {
  if (!text) return null;
  if (!/^-?\d{1,12}(\.\d+)?$/.test(text))
    throw new RowError(`${column} is not an amount: "${text.slice(0, 40)}".`);
  return Math.round(Number(text) * 10 ** minorUnitDigits(currency));
}

const digitsByCurrency = new Map<string, number>();

/** 2 for USD, 0 for JPY. */
export function minorUnitDigits(currency: string): number {
  const known = digitsByCurrency.get(currency);
  if (known !== undefined) return known;
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2;
  digitsByCurrency.set(currency, digits);
  return digits;
}

export function parseInteger(text: string, column: string): number {
  if (!/^-?\d{1,9}$/.test(text))
    throw new RowError(`${column} is not a whole number: "${text.slice(0, 40)}".`);
  return Number(text);
}

/** ISO 8601 in UTC from Shopify's "2026-11-07 14:48:00 +0000" or any ISO form; null for an empty cell. */
export function parseDate(text: string, column: string): string | null {
  if (!text) return null;
  const iso = text.replace(
    /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) ([+-]\d\d):?(\d\d)$/,
    (_match, day, time, hours, minutes) => `${day}T${time}${hours}:${minutes}`,
  );
  const date = new Date(/^\d{4}-\d\d-\d\d/.test(iso) ? iso : Number.NaN);
  if (Number.isNaN(date.getTime())) throw new RowError(`${column} is not a date: "${text.slice(0, 40)}".`);
  return date.toISOString();
}

export function requireDate(text: string, column: string): string {
  const date = parseDate(text, column);
  if (!date) throw new RowError(`${column} is missing.`);
  return date;
}

export function requireText(text: string, column: string): string {
  if (!text) throw new RowError(`${column} is missing.`);
  return text;
}

/** Shopify writes "true" and "false", and "yes" and "no" in customer exports. */
export function parseBoolean(text: string, whenEmpty: boolean): boolean {
  if (!text) return whenEmpty;
  return ["true", "yes", "1"].includes(text.toLowerCase());
}

export function parseTags(text: string): string[] {
  return text
    .split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
}

/** Shopify puts an apostrophe before ids, so that spreadsheets keep them as text. */
export function parseId(text: string): string | null {
  const id = text.replace(/^'/, "");
  return /^\d{1,19}$/.test(id) ? id : null;
}

/** A numeric id of 13 digits that is the same on every run and every machine. */
export function deterministicId(kind: string, ...key: string[]): string {
  const digest = createHash("sha1")
    .update([kind, ...key].join("\u0000"))
    .digest();
  return String(1_000_000_000_000 + Number(digest.readBigUInt64BE() % 9_000_000_000_000n));
}

export function parseEnum<T extends string>(
  text: string,
  byExportName: Record<string, T>,
  whenEmpty: T,
  column: string,
): T {
  const key = text.toLowerCase().replaceAll(/[\s-]+/g, "_");
  if (!key) return whenEmpty;
  const value = byExportName[key];
  if (!value) throw new RowError(`${column} is unknown: "${text.slice(0, 40)}".`);
  return value;
}
