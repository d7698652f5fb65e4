import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { type SettingsDraft, settingsOf } from "./settings-draft";

/** A pause in typing after which a new sample answer is asked for. */
const PAUSE_MS = 600;
const FIRST_QUESTION = "Can I return something?";

/** Asks for a sample answer with the draft whenever the draft or the question rests. */
export function usePreview(draft: SettingsDraft) {
  const fetcher = useFetcher<{ answer: string }>();
  const [question, setQuestion] = useState(FIRST_QUESTION);
  const body = JSON.stringify({ settings: settingsOf(draft), question });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the fetcher changes with every answer; only what is asked starts a new one
  useEffect(() => {
    const timer = setTimeout(() => {
      fetcher.submit(body, { method: "POST", action: "/app/preview", encType: "application/json" });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body]);

  return {
    question,
    onQuestionChange: setQuestion,
    answer: fetcher.data?.answer ?? null,
    isLoading: fetcher.state !== "idle",
  };
}
