/** What the merchant has turned on, as the block prints it; conditions that the page's own facts decide are met already. */
export interface TriggerPlan {
  /** How often a bubble may show at most. */
  every: "page" | "session" | "day" | "week" | "month";
  /** The name of the button that closes the bubble. */
  dismiss: string;
  /** Id of the guided flow that a click begins; it opens the chat where there is none. */
  flow?: string;
  triggers: Trigger[];
}

export interface Trigger {
  name: TriggerName;
  /** The bubble's words, and the assistant's first ones once the panel is open. */
  text: string;
  /** Seconds, or percent of the page where scrolling is meant. */
  after?: number;
}

/** Those after the first six show as soon as the page is at rest. */
export type TriggerName =
  | "delay"
  | "inactivity"
  | "scroll"
  | "exit"
  | "cart-add"
  | "returning"
  | "cart"
  | "cart-value"
  | "empty-search"
  | "not-found";

/** Null when it cannot be read: triggers are no reason to fail. */
export function parsePlan(json: string | undefined): TriggerPlan | null {
  try {
    const plan = JSON.parse(json ?? "") as TriggerPlan;
    const triggers = plan.triggers.filter(({ text }) => text?.trim());
    return triggers.length > 0 ? { ...plan, triggers } : null;
  } catch {
    return null;
  }
}
