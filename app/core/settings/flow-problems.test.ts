import { describe, expect, it } from "vitest";
import { type ConfiguredFlow, configuredFlowSchema, FLOW_TEMPLATES } from "./flow";
import { findFlowProblems } from "./flow-problems";
import { LANGUAGES } from "./languages";
import { flowTemplate, offeredFlows } from "./offered-flows";
import { settingsSchema } from "./settings";

const good = {
  id: "gift",
  title: "Find a gift",
  steps: [
    { id: "who", question: "Who?", answers: [{ label: "Dad" }, { label: "A child", next: "age" }] },
    { id: "likes", question: "Likes?", answers: [], freeText: true, optional: true },
    { id: "age", question: "Age?", answers: [{ label: "3" }, { label: "4", next: "end" }] },
  ],
  message: "A gift for {who}[ who likes {likes}][, {age}].",
};

const problemsOf = (...flows: object[]) =>
  findFlowProblems(flows.map((flow) => configuredFlowSchema.parse(flow) as ConfiguredFlow));

function withStep(position: number, change: object) {
  return { ...good, steps: good.steps.map((step, at) => (at === position ? { ...step, ...change } : step)) };
}

describe("problems of a flow", () => {
  it("a good one has none, nor have the templates in any language", () => {
    expect(problemsOf(good)).toEqual(new Map());
    for (const language of LANGUAGES)
      for (const template of FLOW_TEMPLATES)
        expect(problemsOf(flowTemplate(template, language))).toEqual(new Map());
  });

  it.each([
    [
      "an answer that leads nowhere",
      withStep(0, { answers: [{ label: "x", next: "left" }, { label: "y" }] }),
      { code: "unknown-next", step: 0, answer: 0, next: "left" },
    ],
    [
      "an answer that leads back",
      withStep(2, { answers: [{ label: "again", next: "likes" }] }),
      { code: "circle", step: 2, answer: 0, next: "likes" },
    ],
    [
      "an answer that leads to its own question",
      withStep(1, { answers: [{ label: "again", next: "likes" }] }),
      { code: "circle", step: 1, answer: 0, next: "likes" },
    ],
    [
      "a step that nobody comes to",
      withStep(0, { answers: [{ label: "x", next: "age" }] }),
      { code: "unreachable", step: 1 },
    ],
    ["a question without a way to answer", withStep(2, { answers: [] }), { code: "no-answer", step: 2 }],
    ["a step that is called as the end is", withStep(2, { id: "end" }), { code: "reserved-step", step: 2 }],
    ["two steps of one id", withStep(2, { id: "likes" }), { code: "same-step", step: 2 }],
    [
      "a placeholder that is no step",
      { ...good, message: "{who} {likes} {age} {colour}" },
      { code: "unknown-placeholder", name: "colour" },
    ],
    [
      "an answer that the message leaves out",
      { ...good, message: "A gift for {who}[, {age}]." },
      { code: "unused-step", step: 1 },
    ],
    ["a bracket that does not close", { ...good, message: "{who}[ {likes} {age}" }, { code: "open-bracket" }],
  ])("%s", (_, flow, problem) => {
    expect(problemsOf(flow).get(0)).toContainEqual(problem);
  });

  it("two flows of one id in one language, but not in two", () => {
    expect(problemsOf(good, good).get(1)).toEqual([{ code: "same-id" }]);
    expect(problemsOf({ ...good, language: "en" }, { ...good, language: "de" })).toEqual(new Map());
    expect(problemsOf({ template: "gift-finder" }, { template: "gift-finder" }).get(1)).toEqual([
      { code: "same-id" },
    ]);
  });
});

describe("the flows that a shopper is offered", () => {
  const settings = (flows: object[]) => settingsSchema.parse({ flows, languages: ["en", "de"] });

  it("are none unless the merchant turned some on", () => {
    expect(offeredFlows(settingsSchema.parse({}), "en")).toEqual([]);
  });

  it("speak her language where they are the app's, and the merchant's first where the shop does not", () => {
    const chosen = settings([{ template: "gift-finder" }]);
    expect(offeredFlows(chosen, "de-AT")[0]?.title).toBe(flowTemplate("gift-finder", "de").title);
    expect(offeredFlows(chosen, "fr")[0]?.title).toBe(flowTemplate("gift-finder", "en").title);
  });

  it("are those of her language where the merchant wrote one for each", () => {
    const both = settings([
      { ...good, language: "en" },
      { ...good, title: "Geschenke", language: "de" },
    ]);
    expect(offeredFlows(both, "de").map(({ title }) => title)).toEqual(["Geschenke"]);
    expect(offeredFlows(both, "en").map(({ title }) => title)).toEqual(["Find a gift"]);
  });

  it("never carry what only the merchant is to see", () => {
    expect(offeredFlows(settings([{ ...good, language: "en" }]), "en")[0]).not.toHaveProperty("language");
  });
});
