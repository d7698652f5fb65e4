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

/** Null when none is under way. */
export function findKeptFlow(memory: Memory): KeptFlow | null {
  const kept = memory.get(KEY);
  return kept ? (JSON.parse(kept) as KeptFlow) : null;
}
