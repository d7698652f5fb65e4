import { within } from "./within";

/** One thing without which no request can be served. Rejects, or does not settle, while it cannot be reached. */
export type ReadinessProbe = () => Promise<unknown>;

export interface Readiness {
  ready: boolean;
  /** By name of the probe. */
  parts: Record<string, "ok" | "unreachable">;
}

/** Asks all at once; one that takes longer than `timeoutMs` counts as unreachable. */
export async function checkReadiness(
  probes: Record<string, ReadinessProbe>,
  timeoutMs: number,
  onFailure: (name: string, error: unknown) => void,
): Promise<Readiness> {
  const entries = await Promise.all(
    Object.entries(probes).map(async ([name, probe]) => {
      try {
        await within(timeoutMs, probe());
        return [name, "ok"] as const;
      } catch (error) {
        onFailure(name, error);
        return [name, "unreachable"] as const;
      }
    }),
  );
  return { ready: entries.every(([, state]) => state === "ok"), parts: Object.fromEntries(entries) };
}
