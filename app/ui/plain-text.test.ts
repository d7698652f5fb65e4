import { expect, test } from "vitest";
import { plainText } from "./plain-text";

test("links leave their text, emphasis its words, lists their dots, and notes nothing", () => {
  expect(plainText("Please [sign in](https://shop.example/login) **now**\n- one\n- two [1]")).toBe(
    "Please sign in now\n• one\n• two",
  );
});

test("what only looks like Markdown stays", () => {
  expect(plainText("2 ** 3 * 4 [x] (y) <b>bold</b>")).toBe("2 ** 3 * 4 [x] (y) <b>bold</b>");
});
