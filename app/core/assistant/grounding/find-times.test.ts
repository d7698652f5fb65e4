import { expect, test } from "vitest";
import { findTimes } from "./find-times";

test.each([
  ["we are open until midnight", ["00:00"]],
  ["il negozio chiude a mezzanotte", ["00:00"]],
  ["from 9 to noon", ["12:00"]],
  ["geoffnet bis mitternacht", ["00:00"]],
])("midnight and noon are times after a word of time: %s", (text, clocks) => {
  expect(findTimes(text).map(({ clock }) => clock)).toEqual(clocks);
});

test.each(["the fleece jacket (midnight / s)", "it comes in midnight, fern and rust", "midnight blue"])(
  "midnight is a colour, too: %s",
  (text) => expect(findTimes(text)).toEqual([]),
);
