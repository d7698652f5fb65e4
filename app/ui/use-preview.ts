import { useFetcher } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTexts } from "./admin-locale";
import { plainText } from "./plain-text";
import { type SettingsDraft, settingsOf } from "./settings-draft";

/** A pause in typing after which a new sample answer is asked for. */
const PAUSE_MS = 600;

export type PreviewAnswer =
  | { status: "answered"; answer: string }
  | { status: "invalid" }
  | { status: "failed" };

/** Asks for a sample answer with the draft whenever the draft or the question rests. */
export function usePreview(draft: SettingsDraft) {
  const texts = useTexts().preview;
  const fetcher = useFetcher<PreviewAnswer>();
  const [question, setQuestion] = useState(texts.question);
  const body = JSON.stringify({ settings: settingsOf(draft), question });

  // biome-ignore lint/correctness/useExhaustiveDependencies: the fetcher changes with every answer; only what is asked starts a new one
  useEffect(() => {
    const timer = setTimeout(() => {
      fetcher.submit(body, { method: "POST", action: "/app/preview", encType: "application/json" });
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [body]);

  const result = fetcher.data ?? null;
  return {
    question,
    onQuestionChange: setQuestion,
    answer: result?.status === "answered" ? plainText(result.answer) : result && texts[result.status],
    isLoading: fetcher.state !== "idle",
  };
}
