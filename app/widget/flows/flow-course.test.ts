import { describe, expect, test } from "vitest";
import { type Flow, flowSchema } from "~/core/settings/flow";
import { composeMessage, followCourse, type Given, spokenAnswer } from "./flow-course";

const flow: Flow = flowSchema.parse({
  id: "gift",
  title: "Find a gift",
  steps: [
    {
      id: "who",
      question: "Who is it for?",
      answers: [
        { label: "My dad", value: "my dad" },
        { label: "Just browsing", next: "end" },
        { label: "A child", value: "a child", next: "age" },
      ],
    },
    {
      id: "likes",
      question: "What do they like?",
      answers: [{ label: "Cooking" }],
      freeText: true,
      optional: true,
    },
    { id: "age", question: "How old?", answers: [], optional: true },
  ],
  message: "A gift for {who}[ who likes {likes}][, {age} years old].",
});

describe("the course of a flow", () => {
  test("goes from step to step, and is over after the last", () => {
    const given: Given[] = [{ step: "who", pick: 0 }, { step: "likes", text: "tea" }, { step: "age" }];
    expect(followCourse(flow, given.slice(0, 1)).asked?.id).toBe("likes");
    expect(followCourse(flow, given)).toEqual({ answered: given, asked: null });
  });

  test("an answer may lead elsewhere or to the end", () => {
    expect(followCourse(flow, [{ step: "who", pick: 2 }]).asked?.id).toBe("age");
    expect(followCourse(flow, [{ step: "who", pick: 1 }]).asked).toBeNull();
  });

  test("answers that the flow no longer has are forgotten, and what came after them", () => {
    for (const gone of [
      { step: "who", pick: 9 },
      { step: "left", pick: 0 },
      { step: "who", text: "x" },
      { step: "who" },
    ]) {
      const { answered, asked } = followCourse(flow, [gone, { step: "likes", text: "tea" }]);
      expect([answered, asked?.id]).toEqual([[], "who"]);
    }
  });

  test("an answer that leads back in a circle does not go on for ever", () => {
    const circle = flowSchema.parse({
      id: "c",
      steps: [{ id: "a", question: "?", answers: [{ label: "again", next: "a" }] }],
      message: "{a}",
    });
    const many = Array.from({ length: 100 }, () => ({ step: "a", pick: 0 }));
    expect(followCourse(circle, many).asked).toBeNull();
  });
});

describe("the message", () => {
  test("has the answers' values, and parts in brackets only where their answers are given", () => {
    const all: Given[] = [
      { step: "who", pick: 0 },
      { step: "likes", pick: 0 },
      { step: "age", text: "60" },
    ];
    expect(composeMessage(flow, all)).toBe("A gift for my dad who likes Cooking, 60 years old.");
    expect(composeMessage(flow, [{ step: "who", pick: 0 }, { step: "likes" }])).toBe("A gift for my dad.");
  });

  test("what she typed is never read as a pattern", () => {
    const given: Given[] = [
      { step: "who", pick: 0 },
      { step: "likes", text: "{who} [x] $& $1" },
    ];
    expect(composeMessage(flow, given)).toBe("A gift for my dad who likes {who} [x] $& $1.");
  });
});

test("the transcript shows the words that were picked or typed", () => {
  expect(spokenAnswer(flow, { step: "who", pick: 0 })).toBe("My dad");
  expect(spokenAnswer(flow, { step: "likes", text: "tea" })).toBe("tea");
  expect(spokenAnswer(flow, { step: "likes" })).toBe("");
});
