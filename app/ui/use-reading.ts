import { useEffect, useState } from "react";
import { isBeingRead, type Reading } from "./knowledge-progress";

const READING_PAUSE_MS = 2_000;
/** Nothing is being read, but pages may be changed in another tab. */
const QUIET_PAUSE_MS = 15_000;

/** How far the shop has been read, asked for again while the page is seen. `onRead` hears when a reading came to its end. */
export function useReading(loaded: Reading, onRead: () => void): Reading {
  const [reading, setReading] = useState(loaded);
  const isUnderWay = reading.parts.some(isBeingRead);

  useEffect(() => setReading(loaded), [loaded]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each word of the server waits for the next one
  useEffect(() => {
    const leaving = new AbortController();
    const ask = async () => {
      const heard = document.visibilityState === "visible" ? await fetchReading(leaving.signal) : null;
      if (leaving.signal.aborted) return;
      // Of the same content, too: the next question follows on it.
      setReading(heard ?? { ...reading });
      if (heard && isUnderWay && !heard.parts.some(isBeingRead)) onRead();
    };
    const timer = setTimeout(ask, isUnderWay ? READING_PAUSE_MS : QUIET_PAUSE_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [reading]);

  return reading;
}

/** By fetch, not by the router, which would read the whole page again. Null when there is no answer. */
async function fetchReading(signal: AbortSignal): Promise<Reading | null> {
  const response = await fetch("/app/knowledge/reading", { signal }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as Reading | null) : null;
}
