import type { Memory } from "../storage";
import type { Given } from "./flow-course";

const KEY = "flow";

/** A flow that is under way, kept so that the next page goes on with it. */
export interface KeptFlow {
  id: string;
  given: Given[];
}

export function keepFlow(memory: Memory, flow: KeptFlow | null): void {
  memory.set(KEY, flow && JSON.stringify(flow));
}

/** Null when none is under way; what cannot be read is forgotten. */
export function findKeptFlow(memory: Memory): KeptFlow | null {
  try {
    const kept = JSON.parse(memory.get(KEY) ?? "null");
    if (kept === null || (typeof kept.id === "string" && Array.isArray(kept.given))) return kept;
  } catch {
    // Other scripts write there too: it is forgotten below.
  }
  memory.set(KEY, null);
  return null;
}
