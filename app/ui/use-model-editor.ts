import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { ModelProblems, TypedModel } from "~/core/assistant/change-shop-models";
import type { TrialFailure } from "~/core/assistant/try-model";

export type ModelsAnswer =
  | { status: "saved" | "stale" | "too-many" | "unsaved" }
  | { status: "invalid"; problems: ModelProblems }
  | { status: "answered"; word: string; milliseconds: number }
  | { status: "failed"; reason: TrialFailure };

export type ModelEditor = ReturnType<typeof useModelEditor>;

/** The model that is being typed, and the way of changes to the server. Only "saved" closes what was typed. */
export function useModelEditor(version: string) {
  const fetcher = useFetcher<ModelsAnswer>();
  const [draft, setDraft] = useState<TypedModel | null>(null);
  const [answer, setAnswer] = useState<ModelsAnswer | null>(null);
  const [closesWhenSaved, setClosesWhenSaved] = useState(false);
  const { data, state } = fetcher;

  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer is heard once, when the list is here again
  useEffect(() => {
    if (!data || state !== "idle") return;
    setAnswer(data);
    if (data.status === "saved" && closesWhenSaved) setDraft(null);
  }, [data, state]);

  function send(body: object, closes: boolean) {
    setAnswer(null);
    setClosesWhenSaved(closes);
    fetcher.submit(JSON.stringify(body), { method: "POST", encType: "application/json" });
  }
  const change = (what: object, closes = false) =>
    send({ intent: "change", basedOn: version, change: { ...what } }, closes);

  return {
    draft,
    answer,
    isBusy: state !== "idle",
    open(typed: TypedModel) {
      setAnswer(null);
      setDraft(typed);
    },
    close() {
      setAnswer(null);
      setDraft(null);
    },
    type: (typed: Partial<TypedModel>) => setDraft((current) => current && { ...current, ...typed }),
    save: () => draft && change({ intent: "save", ...draft }, true),
    tryOut: () => draft && send({ intent: "try", typed: draft }, false),
    remove: (position: number) => change({ intent: "remove", position }),
    move: (position: number, to: number) => change({ intent: "move", position, to }),
  };
}
