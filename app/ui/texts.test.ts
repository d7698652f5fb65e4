import { expect, test } from "vitest";
import { fill, textsFor } from "./texts";

test("a language that is missing falls back to English", () => {
  expect(textsFor("xx-YY")).toBe(textsFor("en"));
  expect(textsFor("constructor").nav.home).toBe("Home");
});

test("values are put in once, and what they look like is left alone", () => {
  expect(fill("{a} and {b}", { a: "{b}", b: "$&" })).toBe("{b} and $&");
});

test("a place without a value stays visible", () => {
  expect(fill("{missing}", {})).toBe("{missing}");
});
