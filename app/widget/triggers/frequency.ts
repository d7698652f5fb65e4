import type { Memory } from "../storage";
import type { TriggerPlan } from "./trigger-plan";

const DAY_MS = 86_400_000;
const DAYS = { day: 1, week: 7, month: 30 };

/** How often the shopper is spoken to without having asked. Times only are kept, nothing that says who she is. */
export interface Frequency {
  mayShow(): boolean;
  shown(): void;
  /** She closed the bubble or opened the chat: not again in this session. */
  quiet(): void;
}

export function createFrequency(
  every: TriggerPlan["every"],
  session: Memory,
  lasting: Memory,
  now: () => number,
): Frequency {
  let shownHere = false;

  function isDue(): boolean {
    if (every === "page") return true;
    if (every === "session") return session.get("bubble") === null;
    return now() - Number(lasting.get("bubble") ?? 0) > DAYS[every] * DAY_MS;
  }

  return {
    mayShow: () => !shownHere && session.get("quiet") === null && isDue(),
    shown() {
      shownHere = true;
      session.set("bubble", "1");
      if (every in DAYS) lasting.set("bubble", String(now()));
    },
    quiet: () => session.set("quiet", "1"),
  };
}
