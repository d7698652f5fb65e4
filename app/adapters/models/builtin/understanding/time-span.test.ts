import { describe, expect, it } from "vitest";
import { findTimeSpan } from "./time-span";
import type { Language } from "./words";

const NOW = "2026-11-21T12:00:00.000Z";
const days = (text: string, language: Language = "en") => {
  const span = findTimeSpan(text, language, NOW);
  return span && [span.from.slice(0, 10), span.until.slice(0, 10)];
};

describe("the time that a text names", () => {
  it.each([
    ["my orders from October", "en", "2026-10-01", "2026-11-01"],
    ["what did I buy in December?", "en", "2025-12-01", "2026-01-01"],
    ["the one of May 2025", "en", "2025-05-01", "2025-06-01"],
    ["last month's order", "en", "2026-10-01", "2026-11-01"],
    ["where is last week's order", "en", "2026-11-07", "2026-11-16"],
    ["yesterday", "en", "2026-11-20", "2026-11-21"],
    ["mis pedidos de octubre", "es", "2026-10-01", "2026-11-01"],
    ["ma commande du mois dernier", "fr", "2026-10-01", "2026-11-01"],
    ["was habe ich letzte Woche bestellt", "de", "2026-11-07", "2026-11-16"],
    ["os pedidos de março", "pt", "2026-03-01", "2026-04-01"],
    ["gli ordini di agosto", "it", "2026-08-01", "2026-09-01"],
  ])("%s (%s)", (text, language, from, until) => {
    expect(days(text, language as Language)).toEqual([from, until]);
  });

  it.each(["may I ask something", "the march on Rome book", "where is my order"])("is none: %s", (text) => {
    expect(days(text)).toBeNull();
  });
});
