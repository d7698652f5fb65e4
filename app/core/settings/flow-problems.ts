import type { ConfiguredFlow, OwnFlow } from "./flow";

/**
 * What would go wrong in a flow although each of its fields is fine. Positions count from 0; `step` is that of the steps,
 * `answer` that of the step's answers.
 */
export type FlowProblem =
  | { code: "same-id" }
  | { code: "same-step"; step: number }
  /** "end" is where answers lead to that end the flow. */
  | { code: "reserved-step"; step: number }
  /** An answer leads to a step that there is not. */
  | { code: "unknown-next"; step: number; answer: number; next: string }
  /** An answer leads back to where she has been. */
  | { code: "circle"; step: number; answer: number; next: string }
  /** No answer leads there. */
  | { code: "unreachable"; step: number }
  /** The shopper can neither pick nor write nor skip. */
  | { code: "no-answer"; step: number }
  /** The message names a step that there is not. */
  | { code: "unknown-placeholder"; name: string }
  /** What is answered there stands nowhere in the message. */
  | { code: "unused-step"; step: number }
  | { code: "open-bracket" };

/** The problems of each flow, by its position. */
export function findFlowProblems(flows: readonly ConfiguredFlow[]): Map<number, FlowProblem[]> {
  const ids = new Set<string>();
  const found = new Map<number, FlowProblem[]>();
  flows.forEach((flow, position) => {
    const key = "template" in flow ? flow.template : `${flow.id} ${flow.language}`;
    const problems = [
      ...(ids.has(key) ? [{ code: "same-id" } as const] : []),
      ...("template" in flow ? [] : problemsOf(flow)),
    ];
    ids.add(key);
    if (problems.length > 0) found.set(position, problems);
  });
  return found;
}

function problemsOf(flow: OwnFlow): FlowProblem[] {
  return [...findStepProblems(flow), ...findWayProblems(flow), ...findMessageProblems(flow)];
}

function findStepProblems({ steps }: OwnFlow): FlowProblem[] {
  return steps.flatMap(({ id, answers, freeText, optional }, step): FlowProblem[] => [
    ...(steps.findIndex((other) => other.id === id) < step ? [{ code: "same-step", step } as const] : []),
    ...(id === "end" ? [{ code: "reserved-step", step } as const] : []),
    ...(answers.length === 0 && !freeText && !optional ? [{ code: "no-answer", step } as const] : []),
  ]);
}

function findWayProblems({ steps }: OwnFlow): FlowProblem[] {
  const problems: FlowProblem[] = [];
  const positionOf = (id: string) => steps.findIndex((step) => step.id === id);
  const reached = new Set([0]);
  steps.forEach(({ answers, freeText, optional }, step) => {
    answers.forEach(({ next }, answer) => {
      if (next === "" || next === "end") return;
      const target = positionOf(next);
      if (target < 0) problems.push({ code: "unknown-next", step, answer, next });
      // Steps are asked from top to bottom: whoever goes up comes by here again.
      else if (target <= step) problems.push({ code: "circle", step, answer, next });
    });
    if (!reached.has(step)) {
      problems.push({ code: "unreachable", step });
      return;
    }
    for (const { next } of answers) if (next !== "" && next !== "end") reached.add(positionOf(next));
    if (freeText || optional || answers.length === 0 || answers.some(({ next }) => next === ""))
      reached.add(step + 1);
  });
  return problems;
}

const PLACEHOLDER = /\{([^{}]*)\}/g;

function findMessageProblems({ steps, message }: OwnFlow): FlowProblem[] {
  const named = new Set([...message.matchAll(PLACEHOLDER)].map(([, name = ""]) => name));
  const ids = new Set(steps.map(({ id }) => id));
  const flat = message.replace(/\[[^[\]]*\]/g, "");
  return [
    ...[...named].flatMap((name) => (ids.has(name) ? [] : [{ code: "unknown-placeholder", name } as const])),
    ...steps.flatMap(({ id }, step) => (named.has(id) ? [] : [{ code: "unused-step", step } as const])),
    ...(/[[\]]/.test(flat) ? [{ code: "open-bracket" } as const] : []),
  ];
}
