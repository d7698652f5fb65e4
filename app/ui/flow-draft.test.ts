import { describe, expect, it } from "vitest";
import { type ConfiguredFlow, configuredFlowSchema } from "~/core/settings/flow";
import { draftOf, draftsOf, emptyFlow, flowsOf, isSameFlows } from "./flow-draft";

const stored = [
  { template: "gift-finder" },
  {
    id: "tea",
    title: "Find a tea",
    language: "en",
    steps: [
      {
        id: "time",
        question: "When?",
        answers: [
          { label: "Morning", value: "", next: "" },
          { label: "Evening", value: "in the evening", next: "end" },
          { label: "Never", value: "", next: "end" },
        ],
        freeText: true,
        optional: false,
      },
    ],
    message: "A tea for {time}.",
  },
].map((flow) => configuredFlowSchema.parse(flow) as ConfiguredFlow);

describe("the draft of guided flows", () => {
  it("says what is stored, and gives it back as it was", () => {
    const drafts = draftsOf(stored);
    expect(flowsOf(drafts)).toEqual(stored);
    const own = drafts[1];
    expect(own && "steps" in own && own.steps[0]?.answers).toBe(
      "Morning\nEvening | in the evening | end\nNever |  | end",
    );
  });

  it("takes blank lines for nothing, and does not count them as a change", () => {
    const drafts = draftsOf(stored);
    const typed = drafts.map((draft) =>
      "steps" in draft
        ? { ...draft, steps: draft.steps.map((step) => ({ ...step, answers: `\n${step.answers}\n  \n` })) }
        : draft,
    );
    expect(isSameFlows(typed, drafts)).toBe(true);
    expect(isSameFlows([...drafts, emptyFlow("new")], drafts)).toBe(false);
  });

  it("sends a line without words on its button, so that the server can say so", () => {
    const [, own] = stored;
    if (!own || "template" in own) throw new Error("the second one is the merchant's own");
    const draft = draftOf(own, "a");
    const flows = flowsOf([
      { ...draft, steps: draft.steps.map((step) => ({ ...step, answers: "| value" })) },
    ]);
    expect(flows[0]).toMatchObject({ steps: [{ answers: [{ label: "", value: "value" }] }] });
  });
});
