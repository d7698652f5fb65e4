import { expect, test } from "vitest";
import { isNewer } from "./event-order";

test.each([
  ["1.1", null, true],
  ["1.10", "1.9", true],
  ["1.9", "1.10", false],
  ["1.9", "1.9", false],
  ["2.1", "1.900", true],
  ["1.900", "2.1", false],
  ["7", "6", true],
  ["6", "6", false],
  ["", "1.1", true],
])("event %s after %s is new: %s", (id, last, expected) => {
  expect(isNewer(id, last)).toBe(expected);
});
