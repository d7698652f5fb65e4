import { useFetcher } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { BehaviourSettings } from "~/core/settings/settings";
import { draftOf, type FieldProblems, isSameDraft, type SettingsDraft, settingsOf } from "./settings-draft";
import type { SaveProblem } from "./settings-notice";

export type SaveAnswer = { status: "saved"; version: number } | SaveProblem;

/**
 * The draft of the settings and its way to the server. Whatever the server answers, what was typed stays: only a person
 * discards it.
 */
export function useSettingsEditor(settings: BehaviourSettings, version: number, onSaved: () => void) {
  const saving = useFetcher<SaveAnswer>();
  const saved = draftOf(settings);
  const [draft, setDraft] = useState(saved);
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const submitted = useRef(draft);
  const answer = saving.data;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is heard once, when the stored settings are here again
  useEffect(() => {
    if (!answer || saving.state !== "idle") return;
    setProblem(answer.status === "saved" ? null : answer);
    if (answer.status !== "saved") return;
    // The server trims what it keeps; what was typed meanwhile is newer and stays.
    setDraft((current) => (isSameDraft(current, submitted.current) ? saved : current));
    onSaved();
  }, [answer, saving.state]);

  return {
    draft,
    problem,
    problems: problem?.status === "invalid" ? problem.problems : ({} satisfies FieldProblems),
    isDirty: !isSameDraft(draft, saved),
    isSaving: saving.state !== "idle",
    change(change: Partial<SettingsDraft>) {
      setDraft((current) => ({ ...current, ...change }));
      setProblem((current) => withoutFields(current, Object.keys(change)));
    },
    save() {
      submitted.current = draft;
      saving.submit(JSON.stringify({ basedOn: version, settings: settingsOf(draft) }), {
        method: "POST",
        encType: "application/json",
      });
    },
    discard() {
      setDraft(saved);
      setProblem(null);
    },
  };
}

/** A field that is being mended is no longer marked. */
function withoutFields(problem: SaveProblem | null, names: string[]): SaveProblem | null {
  if (problem?.status !== "invalid") return problem;
  const left = Object.entries(problem.problems).filter(([name]) => !names.includes(name));
  return left.length > 0 ? { status: "invalid", problems: Object.fromEntries(left) } : null;
}
