import type { ConfiguredFlow, FlowTemplate, OwnFlow } from "~/core/settings/flow";

/** A flow as the form holds it: answers are text with a line for each. */
export type FlowDraft = { key: string; template: FlowTemplate } | OwnFlowDraft;

export interface OwnFlowDraft extends Pick<OwnFlow, "id" | "title" | "message" | "language"> {
  key: string;
  steps: StepDraft[];
}

export interface StepDraft {
  key: string;
  id: string;
  question: string;
  /** "Words on the button | words in the message | step to go on with", the latter two as far as they differ. */
  answers: string;
  freeText: boolean;
  optional: boolean;
}

/** What is wrong, as the server says it; positions count from 0. */
export interface FlowTrouble {
  flow: number;
  code: string;
  field?: string;
  step?: number;
  answer?: number;
  limit?: number;
  name?: string;
  next?: string;
}

const BETWEEN = "|";

export function draftsOf(flows: readonly ConfiguredFlow[]): FlowDraft[] {
  return flows.map((flow, position) =>
    "template" in flow
      ? { key: flow.template, template: flow.template }
      : draftOf(flow, `stored-${position}`),
  );
}

export function draftOf({ steps, ...flow }: OwnFlow, key: string): OwnFlowDraft {
  return {
    ...flow,
    key,
    steps: steps.map((step, position) => ({
      ...step,
      key: `${key}-${position}`,
      answers: step.answers.map(writeAnswer).join("\n"),
    })),
  };
}

function writeAnswer({ label, value, next }: OwnFlow["steps"][number]["answers"][number]): string {
  const parts = [label, value, next];
  while (parts.at(-1) === "") parts.pop();
  return parts.join(` ${BETWEEN} `);
}

/** What the server parses: nothing is checked here. */
export function flowsOf(drafts: readonly FlowDraft[]): unknown[] {
  return drafts.map((draft) => {
    if ("template" in draft) return { template: draft.template };
    const { key: _key, steps, ...flow } = draft;
    return { ...flow, steps: steps.map(stepOf) };
  });
}

function stepOf({ key: _key, answers, id, ...step }: StepDraft): Record<string, unknown> {
  return { ...step, id: id.trim(), answers: answers.split("\n").flatMap(readAnswer) };
}

function readAnswer(line: string): { label: string; value: string; next: string }[] {
  const [label = "", value = "", next = ""] = line.split(BETWEEN).map((part) => part.trim());
  return label + value + next === "" ? [] : [{ label, value, next }];
}

export function isSameFlows(one: readonly FlowDraft[], other: readonly FlowDraft[]): boolean {
  return JSON.stringify(flowsOf(one)) === JSON.stringify(flowsOf(other));
}

export function emptyFlow(key: string): OwnFlowDraft {
  return { key, id: "", title: "", message: "", language: "", steps: [emptyStep(`${key}-0`)] };
}

export function emptyStep(key: string): StepDraft {
  return { key, id: "", question: "", answers: "", freeText: false, optional: false };
}
