import { expect, test } from "vitest";
import { settingsSchema } from "~/core/settings/settings";
import { describeProblems } from "./settings-problems";

const problemsOf = (settings: unknown) => {
  const parsed = settingsSchema.safeParse(settings);
  return parsed.success ? null : describeProblems(parsed.error);
};

test("each field says what is wrong with it", () => {
  expect(
    problemsOf({
      name: "   ",
      greeting: "x".repeat(301),
      forbiddenTopics: ["fine", "x".repeat(81)],
      allowedTopics: Array.from({ length: 31 }, () => "topic"),
      languages: [],
      handoverEmail: "not an address",
      tone: "sarcastic",
      tools: "all",
    }),
  ).toEqual({
    name: { code: "empty" },
    greeting: { code: "too-long", limit: 300 },
    forbiddenTopics: { code: "line-too-long", limit: 80, line: 2 },
    allowedTopics: { code: "too-many", limit: 30 },
    languages: { code: "empty" },
    handoverEmail: { code: "not-an-email" },
    tone: { code: "invalid" },
    tools: { code: "invalid" },
  });
});

test("what is no settings at all is a problem, not an exception", () => {
  for (const body of [null, "x", 7, []]) expect(problemsOf(body)).toEqual({ "": { code: "invalid" } });
});
