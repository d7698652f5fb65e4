import { useEffect, useState } from "react";
import type { Finding } from "~/core/knowledge/findings/finding";

export type Findings = { status: "looking" | "failed" } | { status: "found"; findings: Finding[] };

/** Looks through the shop's texts, and does so anew whenever `asOf` is another one; what was found stays until then. */
export function useFindings(asOf: unknown): Findings {
  const [found, setFound] = useState<Findings>({ status: "looking" });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another `asOf` is why it is asked again
  useEffect(() => {
    const outdated = new AbortController();
    void fetchFindings(outdated.signal).then((findings) => {
      if (outdated.signal.aborted) return;
      setFound(findings ? { status: "found", findings } : { status: "failed" });
    });
    return () => outdated.abort();
  }, [asOf]);

  return found;
}

/** Null when the texts could not be looked through. */
async function fetchFindings(signal: AbortSignal): Promise<Finding[] | null> {
  const response = await fetch("/app/knowledge/findings", { signal }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as Finding[] | null) : null;
}
