import { expect, it } from "vitest";
import { findTopic } from "./find-topic";

const TOPICS = ["politics", "medical advice", "Wettbewerber", "religión", "AI"];

it.each([
  ["What do you think of Politics?", "politics"],
  ["I need some advice, a medical one", "medical advice"],
  ["Was haltet ihr von euren Wettbewerbern?", "Wettbewerber"],
  ["¿Hablamos de RELIGION?", "religión"],
  ["is this made by ai", "AI"],
])("finds what %j is about", (text, topic) => {
  expect(findTopic(text, TOPICS)).toBe(topic);
});

it.each(["Give me advice on shoes", "I said hello", "", "polite competition"])("finds none in %j", (text) => {
  expect(findTopic(text, TOPICS)).toBeNull();
});
