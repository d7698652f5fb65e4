import { expect, test } from "vitest";
import { createMemory, type Memory } from "../storage";
import { findOffers, findRating, forgetOffers, keepOffers, keepRating } from "./kept-ending";

function emptyMemory(): Memory {
  return createMemory(() => {
    throw new DOMException("denied", "SecurityError");
  }, "");
}

test("a rating is known by its reply, and the last one counts", () => {
  const memory = emptyMemory();
  expect(findRating(memory, "t1")).toBeUndefined();
  keepRating(memory, "t1", "down");
  keepRating(memory, "t2", "up");
  keepRating(memory, "t1", "up");
  expect(findRating(memory, "t1")).toBe("up");
  expect(findRating(memory, "t2")).toBe("up");
  expect(findRating(memory, "t")).toBeUndefined();
});

test("ratings do not pile up for ever", () => {
  const memory = emptyMemory();
  for (let at = 0; at < 200; at++) keepRating(memory, `t${at}`, "up");
  expect(memory.get("rated")?.split("\n").length).toBe(50);
  expect(findRating(memory, "t199")).toBe("up");
});

test.each(["", "{broken", "t1", "t1 sideways", "\n\n", "null"])(
  "what others wrote as %j rates nothing",
  (text) => {
    const memory = emptyMemory();
    memory.set("rated", text);
    expect(findRating(memory, "t1")).toBeUndefined();
  },
);

test("what was offered after a reply is offered again, until the shopper has gone on", () => {
  const memory = emptyMemory();
  expect(findOffers(memory, null)).toEqual([]);
  keepOffers(memory, "t1", ["And in blue?", "Compare them"]);
  expect(findOffers(memory, "t1")).toEqual(["And in blue?", "Compare them"]);
  expect(findOffers(memory, "t2")).toEqual([]);
  forgetOffers(memory);
  expect(findOffers(memory, "t1")).toEqual([]);
});
