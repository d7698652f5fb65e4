import { expect, test } from "vitest";
import { findNumberWords } from "./number-words";
import type { CheckedLanguage } from "./sentence-language";

const values = (text: string, language: CheckedLanguage) =>
  findNumberWords(text, language).map(({ value }) => value);

test.each<[CheckedLanguage, string, number[]]>([
  ["en", "forty-nine", [49]],
  ["en", "two hundred and five thousand and one", [205_001]],
  ["en", "two three", [2, 3]],
  ["en", "one of them", []],
  ["en", "once it is due", []],
  ["de", "neunundvierzig", [49]],
  ["de", "zweihundertfunfzig", [250]],
  ["fr", "quatre-vingt-dix-neuf", [99]],
  ["fr", "soixante et onze", [71]],
  ["fr", "deux cents", [200]],
  ["es", "cuarenta y nueve", [49]],
  ["es", "mil doscientos", [1200]],
  ["pt", "trezentos e vinte", [320]],
  ["it", "quarantanove", [49]],
  ["it", "duemila", [2000]],
])("%s: %s", (language, text, expected) => {
  expect(values(text, language)).toEqual(expected);
});
