import type { Flow, FlowAnswer, FlowStep } from "~/protocol/requests";

/** What the shopper answered at a step: one of its answers by position, words of her own, or neither when she left it out. */
export interface Given {
  step: string;
  pick?: number;
  text?: string;
}

/** A flow changes while it is under way only when the merchant saves another one; then what no longer fits is forgotten. */
const MAX_GIVEN = 24;

/** The steps that were answered, and the one that is asked now; null when the flow is over. */
export function followCourse(flow: Flow, given: Given[]): { answered: Given[]; asked: FlowStep | null } {
  const answered: Given[] = [];
  let asked: FlowStep | null = flow.steps[0] ?? null;
  for (const each of given.slice(0, MAX_GIVEN)) {
    if (!asked || each.step !== asked.id || !isAllowed(asked, each)) break;
    answered.push(each);
    asked = stepAfter(flow, asked, answerOf(asked, each));
  }
  return { answered, asked: answered.length < MAX_GIVEN ? asked : null };
}

/** The words that the transcript shows for an answer; empty for one that was left out. */
export function spokenAnswer(flow: Flow, { step, pick, text }: Given): string {
  return text ?? answerOf(findStep(flow, step), { step, pick })?.label ?? "";
}

/**
 * The flow's message: `{step-id}` becomes what was answered there, and a part in square brackets falls away where an answer
 * in it is empty. Answers are never read as part of the pattern.
 */
export function composeMessage(flow: Flow, given: Given[]): string {
  const values = new Map(given.map((each) => [each.step, inMessage(flow, each)]));
  const fillIn = (part: string) => part.replace(/\{([\w-]+)\}/g, (_, id: string) => values.get(id) ?? "");
  const isEmpty = (part: string) =>
    [...part.matchAll(/\{([\w-]+)\}/g)].some(([, id]) => !values.get(id ?? ""));
  return flow.message
    .replace(/\[([^[\]]*)\]|[^[\]]+/g, (whole, optional?: string) =>
      optional === undefined ? fillIn(whole) : isEmpty(optional) ? "" : fillIn(optional),
    )
    .replace(/\s+(?=[\s.,])/g, "")
    .trim();
}

function inMessage(flow: Flow, given: Given): string {
  const answer = answerOf(findStep(flow, given.step), given);
  return (given.text ?? (answer?.value || answer?.label) ?? "").trim();
}

const findStep = (flow: Flow, id: string) => flow.steps.find((step) => step.id === id);
const answerOf = (step: FlowStep | undefined, { pick }: Given): FlowAnswer | undefined =>
  pick === undefined ? undefined : step?.answers[pick];

function isAllowed(step: FlowStep, given: Given): boolean {
  if (given.pick !== undefined) return answerOf(step, given) !== undefined;
  return given.text ? takesText(step) : step.optional;
}

/** A step without answers to pick can only be answered in words. */
export function takesText({ freeText, answers }: FlowStep): boolean {
  return freeText || answers.length === 0;
}

function stepAfter(flow: Flow, step: FlowStep, answer: FlowAnswer | undefined): FlowStep | null {
  if (answer?.next === "end") return null;
  const named = answer?.next ? findStep(flow, answer.next) : undefined;
  return named ?? flow.steps[flow.steps.indexOf(step) + 1] ?? null;
}
