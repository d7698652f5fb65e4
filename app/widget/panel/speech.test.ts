import { expect, test } from "vitest";
import { createSpeech } from "./speech";

test("whole sentences are said once, and never half of one", () => {
  const said: string[] = [];
  const speak = createSpeech((text) => said.push(text));
  speak("Your order is on", false);
  expect(said).toEqual([]);
  speak("Your order is on its way. It should", false);
  expect(said).toEqual(["Your order is on its way."]);
  speak("Your order is on its way. It should **arrive** [soon](/x) [1]", true);
  expect(said).toEqual(["Your order is on its way.", "It should arrive soon"]);
});

test("the number of a list item is no sentence", () => {
  const said: string[] = [];
  createSpeech((text) => said.push(text))("1. Open", false);
  expect(said).toEqual([]);
});

test("words in the place of others that were taken back are said from their beginning", () => {
  const said: string[] = [];
  const speak = createSpeech((text) => said.push(text));
  speak("It costs five euros. And", false);
  speak("The right price is seven euros, and it holds until Sunday. Shall I", true);
  expect(said).toEqual([
    "It costs five euros.",
    "The right price is seven euros, and it holds until Sunday. Shall I",
  ]);
});
