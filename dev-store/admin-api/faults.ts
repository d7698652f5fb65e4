/** What can be made to go wrong with the Admin API, through the control door. */
export type FaultKind = "latency" | "throttle" | "error" | "denied" | "hang" | "none";

export interface Fault {
  kind: FaultKind;
  /** Of `latency`; 1,000 when absent. */
  milliseconds?: number;
  /** Of `error`: 500 when absent. */
  status?: number;
  /** Calls that it strikes; all when absent. */
  count?: number;
}

export interface FaultSwitch {
  set(fault: Fault): void;
  /** The fault that strikes this call; null for none. */
  strike(): Fault | null;
  readonly current: Fault;
}

export function createFaultSwitch(): FaultSwitch {
  let current: Fault = { kind: "none" };
  return {
    set(fault) {
      current = { ...fault };
    },
    strike() {
      if (current.kind === "none") return null;
      const struck = current;
      if (current.count !== undefined) {
        const count = current.count - 1;
        current = count > 0 ? { ...current, count } : { kind: "none" };
      }
      return struck;
    },
    get current() {
      return current;
    },
  };
}
