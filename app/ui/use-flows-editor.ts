import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { ConfiguredFlow, Flow, FlowTemplate } from "~/core/settings/flow";
import {
  draftOf,
  draftsOf,
  emptyFlow,
  emptyStep,
  type FlowDraft,
  type FlowTrouble,
  flowsOf,
  isSameFlows,
  type OwnFlowDraft,
  type StepDraft,
} from "./flow-draft";

export type FlowsAnswer =
  | { status: "saved"; version: number }
  | { status: "invalid"; problems: FlowTrouble[] }
  | { status: "stale" | "too-many" | "failed" };

export type FlowsEditor = ReturnType<typeof useFlowsEditor>;

/** The draft of the shop's flows and its way to the server. Only a person discards what was typed. */
export function useFlowsEditor(flows: ConfiguredFlow[], version: number, onSaved: () => void) {
  const saving = useFetcher<FlowsAnswer>();
  const saved = draftsOf(flows);
  const [drafts, setDrafts] = useState(saved);
  const [answer, setAnswer] = useState<FlowsAnswer | null>(null);
  const sent = useRef(drafts);
  const lastKey = useRef(0);
  const heard = saving.data;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is heard once, when the stored flows are here again
  useEffect(() => {
    if (!heard || saving.state !== "idle") return;
    setAnswer(heard);
    if (heard.status !== "saved") return;
    setDrafts((current) => (isSameFlows(current, sent.current) ? saved : current));
    onSaved();
  }, [heard, saving.state]);

  function createKey(): string {
    lastKey.current += 1;
    return `new-${lastKey.current}`;
  }

  /** Problems tell positions, which any change may shift. */
  function changeDrafts(change: (drafts: FlowDraft[]) => FlowDraft[]): void {
    setDrafts(change);
    setAnswer(null);
  }

  function changeFlow(key: string, change: Partial<OwnFlowDraft>): void {
    changeDrafts((all) =>
      all.map((draft) => (draft.key === key ? ({ ...draft, ...change } as FlowDraft) : draft)),
    );
  }

  return {
    drafts,
    answer,
    isDirty: !isSameFlows(drafts, saved),
    isSaving: saving.state !== "idle",
    isOn: (template: FlowTemplate) =>
      drafts.some((draft) => "template" in draft && draft.template === template),
    turn(template: FlowTemplate, on: boolean) {
      changeDrafts((all) =>
        on
          ? [...all, { key: template, template }]
          : all.filter((draft) => !("template" in draft && draft.template === template)),
      );
    },
    /** A copy in the merchant's own hands, in place of the template. */
    copy(template: FlowTemplate, flow: Flow) {
      const copied = draftOf({ ...flow, language: "" }, createKey());
      changeDrafts((all) => [
        ...all.filter((draft) => !("template" in draft && draft.template === template)),
        copied,
      ]);
    },
    add: () => changeDrafts((all) => [...all, emptyFlow(createKey())]),
    remove: (key: string) => changeDrafts((all) => all.filter((draft) => draft.key !== key)),
    changeFlow,
    changeStep(flow: OwnFlowDraft, key: string, change: Partial<StepDraft>) {
      changeFlow(flow.key, {
        steps: flow.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
      });
    },
    addStep: (flow: OwnFlowDraft) => changeFlow(flow.key, { steps: [...flow.steps, emptyStep(createKey())] }),
    removeStep: (flow: OwnFlowDraft, key: string) =>
      changeFlow(flow.key, { steps: flow.steps.filter((step) => step.key !== key) }),
    save() {
      sent.current = drafts;
      saving.submit(JSON.stringify({ basedOn: version, flows: flowsOf(drafts) } as object), {
        method: "POST",
        encType: "application/json",
      });
    },
    discard() {
      setDrafts(saved);
      setAnswer(null);
    },
  };
}
