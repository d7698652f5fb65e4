import { Banner, List } from "@shopify/polaris";
import { useEffect, useRef } from "react";
import { useTexts } from "./admin-locale";
import type { FlowDraft, FlowTrouble } from "./flow-draft";
import { fill, type Texts } from "./texts";
import type { FlowsAnswer } from "./use-flows-editor";

export interface FlowsNoticeProps {
  answer: FlowsAnswer | null;
  drafts: FlowDraft[];
}

/** Why the flows are not saved, above a form that still holds everything typed; it comes into view with each new reason. */
export function FlowsNotice({ answer, drafts }: FlowsNoticeProps) {
  const place = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is shown once
  useEffect(() => {
    // Newer browsers give a promise, which React would take for what undoes the effect.
    place.current?.scrollIntoView({ block: "center" });
  }, [answer]);
  if (answer === null || answer.status === "saved") return null;
  return (
    <div ref={place}>
      <Reason answer={answer} drafts={drafts} />
    </div>
  );
}

type NotSaved = Exclude<FlowsAnswer, { status: "saved" }>;

function Reason({ answer, drafts }: { answer: NotSaved; drafts: FlowDraft[] }) {
  const texts = useTexts().flows;
  if (answer.status !== "invalid") {
    const { title, text } = texts.notices[answer.status];
    return (
      <Banner tone={answer.status === "stale" ? "warning" : "critical"} title={title}>
        <p>{text}</p>
      </Banner>
    );
  }
  return (
    <Banner tone="critical" title={texts.notices.invalid.title}>
      <List>
        {answer.problems.map((problem) => (
          <List.Item key={JSON.stringify(problem)}>{describe(problem, drafts, texts)}</List.Item>
        ))}
      </List>
    </Banner>
  );
}

/** The problem in words, with the place where it is. */
function describe(problem: FlowTrouble, drafts: FlowDraft[], texts: Texts["flows"]): string {
  const draft = drafts[problem.flow];
  const named =
    draft && ("template" in draft ? texts.templates[draft.template].title : draft.title || draft.id);
  const flow = fill(texts.places.flow, { flow: named || problem.flow + 1 });
  const step = problem.step === undefined ? "" : fill(texts.places.step, { step: problem.step + 1 });
  const answer =
    problem.answer === undefined ? "" : fill(texts.places.answer, { answer: problem.answer + 1 });
  const place = [flow, step, answer].filter(Boolean).join(", ");
  return `${place}: ${describeCause(problem, texts)}`;
}

function describeCause(
  { code, field, limit = 0, name = "", next = "" }: FlowTrouble,
  texts: Texts["flows"],
): string {
  const causes: Record<string, string> = texts.problems;
  const fields: Record<string, string> = texts.fields;
  return fill(causes[code] ?? texts.problems.other, { field: fields[field ?? ""] ?? "", limit, name, next });
}
