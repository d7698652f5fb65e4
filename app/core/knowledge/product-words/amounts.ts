import { type CurrencyName, currencyAt } from "./currencies";
import { measureAt } from "./measures";
import { numberWordsAt } from "./number-words";
import { readNumber } from "./numbers";
import type { Token } from "./tokens";

/** A sum of money, or a bare figure that may be one. */
export interface Amount {
  /** Major units. */
  value: number;
  /** ISO codes that the text may mean; null where it names no currency. */
  codes: readonly string[] | null;
  /** Tokens. */
  length: number;
}

/** "$50", "50 €", "1.299,00 EUR", "1 299 euros", "1.5k", "fifty dollars", "49,-". Null for figures with another unit. */
export function amountAt(tokens: readonly Token[], index: number): Amount | null {
  const before = currencyAt(tokens, index);
  const start = index + (before?.length ?? 0);
  const figure = figureAt(tokens, start) ?? numberWordsAt(tokens, start);
  if (!figure) return null;
  const after = before ? null : currencyAt(tokens, start + figure.length);
  const named = before ?? after;
  if (!named && (figure.value === 1 || isMeasured(tokens, start))) return null;
  return {
    value: figure.value * (named?.factor ?? 1),
    codes: codesOf(named),
    length: (before?.length ?? 0) + figure.length + (after?.length ?? 0),
  };
}

function codesOf(named: CurrencyName | null): readonly string[] | null {
  return named && named.codes.length > 0 ? named.codes : null;
}

function isMeasured(tokens: readonly Token[], index: number): boolean {
  return measureAt(tokens, index) !== null || /^[%°²³/×]$/.test(tokens[index + 1]?.written ?? "");
}

function figureAt(tokens: readonly Token[], index: number): { value: number; length: number } | null {
  const token = tokens[index];
  if (token?.kind !== "number") return null;
  const before = tokens[index - 1];
  if (token.isGlued && before?.kind === "word" && !currencyAt(tokens, index - 1)) return null;
  const grouped = groupedAt(tokens, index);
  const value = grouped?.value ?? readNumber(token.written);
  if (value === null) return null;
  const length = grouped?.length ?? 1;
  const next = tokens[index + length];
  if (next?.isGlued && next.folded === "k") return { value: value * 1000, length: length + 1 };
  // "49,-" and "49.–"
  const dash = tokens[index + length + 1];
  if (next?.isGlued && /^[.,]$/.test(next.written) && dash?.isGlued && /^[-–—]$/.test(dash.written)) {
    return { value, length: length + 2 };
  }
  // "ps4", "5x", "1st" are names of something else.
  if (next?.isGlued && next.kind === "word" && !currencyAt(tokens, index + length)) return null;
  return { value, length };
}

/** Thousands set apart by a blank: "1 299", but not "windows 10 2024", which has too many digits in front of it. */
function groupedAt(tokens: readonly Token[], index: number): { value: number; length: number } | null {
  const [head, tail] = [tokens[index], tokens[index + 1]];
  if (!head || tail?.kind !== "number" || tail.start - head.end !== 1) return null;
  if (!/^\d{1,3}$/.test(head.written) || !/^\d{3}(?:[.,]\d{1,2})?$/.test(tail.written)) return null;
  const value = readNumber(head.written + tail.written);
  return value === null ? null : { value, length: 2 };
}
