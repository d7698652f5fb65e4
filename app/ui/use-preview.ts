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
  const [question, setQuestion] = useState(texts.question);
  const [result, setResult] = useState<PreviewAnswer | null>(null);
  const [isLoading, setIsLoading] = useState(false);
  const body = JSON.stringify({ settings: settingsOf(draft), question });

  useEffect(() => {
    const outdated = new AbortController();
    const timer = setTimeout(async () => {
      setIsLoading(true);
      const answer = await fetchAnswer(body, outdated.signal);
      if (outdated.signal.aborted) return;
      setResult(answer);
      setIsLoading(false);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      outdated.abort();
    };
  }, [body]);

  return {
    question,
    onQuestionChange: setQuestion,
    answer: result?.status === "answered" ? plainText(result.answer) : result && texts[result.status],
    isLoading,
  };
}

/** By fetch, not by the router: an answer that lands while settings are saved would discard what it reads again. */
async function fetchAnswer(body: string, signal: AbortSignal): Promise<PreviewAnswer> {
  const init = { method: "POST", headers: { "Content-Type": "application/json" }, body, signal };
  const response = await fetch("/app/preview", init).catch(() => null);
  const answer = response?.ok ? await response.json().catch(() => null) : null;
  return (answer as PreviewAnswer | null) ?? { status: "failed" };
}
